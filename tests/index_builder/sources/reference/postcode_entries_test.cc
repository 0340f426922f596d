#include "index_builder/sources/reference/postcode_entries.h"

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

PostcodeEntry Entry(std::string_view postcode, std::int32_t lat_e7 = 0,
                    std::int32_t authority = -1) {
  PostcodeEntry entry;
  SetPostcodeText(entry, postcode);
  entry.has_point = lat_e7 != 0;
  entry.point = LatLng::FromE7(lat_e7, lat_e7 / 2);
  entry.authority = authority;
  return entry;
}

PostcodeEntry Ended(std::string_view postcode, std::int32_t month) {
  PostcodeEntry entry = Entry(postcode);
  entry.life = PostcodeLife::kEnded;
  entry.ended_month = month;
  return entry;
}

std::vector<std::string> Texts(const PostcodeTable& table) {
  std::vector<std::string> texts;
  for (const PostcodeEntry& entry : table.entries) texts.push_back(PostcodeText(entry));
  return texts;
}

TEST(SetPostcodeText, IsCompactAndZeroFilled) {
  const PostcodeEntry entry = Entry("M1 1AA");
  EXPECT_EQ(std::string(entry.text, 8), std::string("M11AA\0\0\0", 8));
  EXPECT_EQ(CompactText(entry), "M11AA");
  EXPECT_EQ(PostcodeText(entry), "M1 1AA");
  EXPECT_EQ(PostcodeText(Entry("SW1A 1AA")), "SW1A 1AA");
}

TEST(MergePostcodeTables, GivesEveryPostcodeOnceInOrder) {
  PostcodeTable first{{Entry("AB1 0AA", 1), Entry("B1 1AA", 2)}, {}};
  PostcodeTable second{{Entry("AA1 1AA", 3), Entry("B1 1AA", 4), Entry("Z1 1AA", 5)}, {}};
  const PostcodeTable merged = MergePostcodeTables({std::move(first), std::move(second)});
  EXPECT_THAT(Texts(merged), ElementsAre("AA1 1AA", "AB1 0AA", "B1 1AA", "Z1 1AA"));
}

TEST(MergePostcodeTables, TakesThePositionOfTheFirstFileThatHasOne) {
  PostcodeTable first{{Entry("B1 1AA", 10), Entry("B1 1AB")}, {}};
  PostcodeTable second{{Entry("B1 1AA", 20), Entry("B1 1AB", 20)}, {}};
  PostcodeTable third{{Entry("B1 1AA", 30), Entry("B1 1AB", 30), Entry("B1 1AC")}, {}};
  const PostcodeTable merged =
      MergePostcodeTables({std::move(first), std::move(second), std::move(third)});
  EXPECT_EQ(merged.entries[0].point.lat_e7(), 10);
  EXPECT_EQ(merged.entries[0].precedence, 0);
  EXPECT_EQ(merged.entries[1].point.lat_e7(), 20);
  EXPECT_EQ(merged.entries[1].precedence, 1);
  EXPECT_FALSE(merged.entries[2].has_point);
  EXPECT_EQ(merged.entries[2].precedence, 2);
}

TEST(MergePostcodeTables, TakesTheEndFromTheFileThatKnows) {
  PostcodeTable first{{Entry("B1 1AA", 10)}, {}};
  PostcodeTable second{{Ended("B1 1AA", 23957)}, {}};
  const PostcodeTable merged = MergePostcodeTables({std::move(first), std::move(second)});
  EXPECT_EQ(merged.entries[0].life, PostcodeLife::kEnded);
  EXPECT_EQ(merged.entries[0].ended_month, 23957);
  EXPECT_EQ(merged.entries[0].point.lat_e7(), 10);
}

TEST(MergePostcodeTables, NumbersAuthoritiesAnew) {
  PostcodeTable first{{Entry("A1 1AA", 1, 0), Entry("C1 1AA", 1)}, {"E2"}};
  PostcodeTable second{{Entry("B1 1AA", 1, 1), Entry("C1 1AA", 1, 0)}, {"E1", "E2"}};
  const PostcodeTable merged = MergePostcodeTables({std::move(first), std::move(second)});
  EXPECT_THAT(merged.authority_codes, ElementsAre("E1", "E2"));
  EXPECT_EQ(merged.entries[0].authority, 1);
  EXPECT_EQ(merged.entries[1].authority, 1);
  EXPECT_EQ(merged.entries[2].authority, 0);
}

TEST(MergePostcodeTables, OfNothingIsNothing) {
  EXPECT_TRUE(MergePostcodeTables({}).entries.empty());
  EXPECT_TRUE(MergePostcodeTables({PostcodeTable{}, PostcodeTable{}}).entries.empty());
}

TEST(SortAndCombineRepeats, TakesTheLowerMedianAndTheFirstStatements) {
  std::vector<PostcodeEntry> entries = {
      Entry("B1 1AA", 40), Entry("A1 1AA", 7),     Entry("B1 1AA", 20, 3), Entry("B1 1AA"),
      Ended("B1 1AA", 5),  Entry("B1 1AA", 30, 4), Entry("B1 1AA", 10)};
  SortAndCombineRepeats(entries);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].point.lat_e7(), 7);
  // 10, 20, 30, 40: the lower one of the middle two, and 5, 10, 15, 20 of longitude.
  EXPECT_EQ(entries[1].point, LatLng::FromE7(20, 10));
  EXPECT_EQ(entries[1].authority, 3);
  EXPECT_EQ(entries[1].life, PostcodeLife::kEnded);
}

}  // namespace
}  // namespace waypost::sources
