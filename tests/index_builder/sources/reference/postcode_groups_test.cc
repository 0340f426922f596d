#include "index_builder/sources/reference/postcode_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace waypost::sources {
namespace {

using record::PostcodeEntry;
using record::PostcodeLife;
using testing::ElementsAre;
using testing::HasSubstr;

PostcodeEntry Entry(std::string_view postcode, std::int32_t lat, std::int32_t lon,
                    std::int32_t authority) {
  PostcodeEntry entry;
  SetPostcodeText(entry, postcode);
  entry.has_point = lat != 0;
  entry.point = LatLng::FromE7(lat, lon);
  entry.authority = authority;
  return entry;
}

PostcodeTable Table() {
  PostcodeTable table;
  table.authority_codes = {"E1", "E2"};
  table.entries = {Entry("AB1 0AA", 100, -100, 0),  Entry("AB1 0AB", 103, -103, 1),
                   Entry("AB1 0AD", 0, 0, 0),       Entry("AB1 2AA", 300, -300, -1),
                   Entry("AB10 1AA", 500, -500, 1), Entry("AB9 9ZZ", 0, 0, 1)};
  SortAndCombineRepeats(table.entries);
  return table;
}

TEST(ComputePostcodeGroups, AveragesTheMembersWithAPosition) {
  const PostcodeGroups groups = ComputePostcodeGroups(Table());
  // AB9 9 has no member with a position and is left out.
  ASSERT_EQ(groups.sectors.size(), 3u);
  // (100 + 103) / 2 rounds away from zero.
  EXPECT_EQ(groups.sectors[0],
            (PostcodeGroupRow{"AB1 0", LatLng::FromE7(102, -102), 3, {"E1", "E2"}}));
  EXPECT_EQ(groups.sectors[1], (PostcodeGroupRow{"AB1 2", LatLng::FromE7(300, -300), 1, {}}));
  EXPECT_EQ(groups.sectors[2], (PostcodeGroupRow{"AB10 1", LatLng::FromE7(500, -500), 1, {"E2"}}));
  ASSERT_EQ(groups.districts.size(), 2u);
  EXPECT_EQ(groups.districts[0].text, "AB1");
  EXPECT_EQ(groups.districts[0].postcodes, 4u);
  ASSERT_EQ(groups.areas.size(), 1u);
  EXPECT_EQ(groups.areas[0].text, "AB");
  EXPECT_EQ(groups.areas[0].postcodes, 6u);
  EXPECT_THAT(groups.areas[0].authorities, ElementsAre("E1", "E2"));
}

TEST(ComputePostcodeGroups, CountsEndedPostcodesOnlyWhereNothingElseIsLeft) {
  PostcodeTable table = Table();
  for (PostcodeEntry& entry : table.entries) {
    entry.life = PostcodeText(entry) == "AB1 0AB" || PostcodeText(entry) == "AB10 1AA"
                     ? PostcodeLife::kEnded
                     : PostcodeLife::kLive;
  }
  const PostcodeGroups groups = ComputePostcodeGroups(table);
  EXPECT_EQ(groups.sectors[0], (PostcodeGroupRow{"AB1 0", LatLng::FromE7(100, -100), 2, {"E1"}}));
  EXPECT_EQ(groups.sectors[2].point, LatLng::FromE7(500, -500));
}

TEST(MergePostcodeGroups, KeepsThePointMadeOfMorePostcodesAndAllAuthorities) {
  const PostcodeGroups over{
      {{"A1 1", LatLng::FromE7(1, 1), 5, {"E1"}}, {"A1 2", LatLng::FromE7(2, 2), 5, {"E9"}}},
      {},
      {}};
  const PostcodeGroups under{{{"A1 1", LatLng::FromE7(9, 9), 50, {"E2"}},
                              {"A1 2", LatLng::FromE7(9, 9), 5, {"E1"}},
                              {"A1 3", LatLng::FromE7(3, 3), 1, {}}},
                             {},
                             {}};
  const PostcodeGroups merged = MergePostcodeGroups(over, under);
  EXPECT_THAT(merged.sectors,
              ElementsAre(PostcodeGroupRow{"A1 1", LatLng::FromE7(9, 9), 50, {"E1", "E2"}},
                          PostcodeGroupRow{"A1 2", LatLng::FromE7(2, 2), 5, {"E1", "E9"}},
                          PostcodeGroupRow{"A1 3", LatLng::FromE7(3, 3), 1, {}}));
}

TEST(ReadPostcodeGroups, ReadsWhatIsWritten) {
  const std::vector<PostcodeGroupRow> rows = {
      {"BS1", LatLng::FromE7(514500000, -25900000), 1234, {"E06000023"}},
      {"BS2", LatLng::FromE7(-4500, 25), 1, {}},
      {"BS3", LatLng::FromE7(514412300, -26012300), 7, {"E06000023", "E06000024"}}};
  const std::string text = WritePostcodeGroups(rows);
  EXPECT_THAT(text, HasSubstr("\nBS1,51.45000,-2.59000,1234,E06000023\n"));
  EXPECT_THAT(text, HasSubstr("\nBS2,-0.00045,0.00000,1,\n"));
  const auto read =
      ReadPostcodeGroups(InputStream::OpenText("x.csv", "# comment\n" + text).value());
  ASSERT_TRUE(read.ok()) << MessageOf(read.status());
  ASSERT_EQ(read->size(), 3u);
  EXPECT_EQ((*read)[0], rows[0]);
  EXPECT_EQ((*read)[2], rows[2]);
}

TEST(ReadPostcodeGroups, NamesTheLineOfABrokenRow) {
  for (const char* row : {"BS1,north,-2.5,3,", ",51,-2,3,", "BS1,51,-2,-3,", "BS1,91,-2,3,"}) {
    const auto read = ReadPostcodeGroups(
        InputStream::OpenText("x.csv",
                              "# c\ncode,lat,lon,postcodes,authorities\n" + std::string(row) + "\n")
            .value());
    ASSERT_FALSE(read.ok()) << row;
    EXPECT_THAT(MessageOf(read.status()), HasSubstr("x.csv: line 3")) << row;
  }
}

TEST(FormatDegrees, RoundsHalfAwayFromZero) {
  EXPECT_EQ(FormatDegrees(514558850, 5), "51.45589");
  EXPECT_EQ(FormatDegrees(514558849, 5), "51.45588");
  EXPECT_EQ(FormatDegrees(-25964750, 5), "-2.59648");
  EXPECT_EQ(FormatDegrees(-49, 5), "0.00000");
  EXPECT_EQ(FormatDegrees(-1800000000, 7), "-180.0000000");
  EXPECT_EQ(FormatDegrees(999999999, 4), "100.0000");
}

}  // namespace
}  // namespace waypost::sources
