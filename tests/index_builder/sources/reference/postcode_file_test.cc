#include "index_builder/sources/reference/postcode_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "index_builder/record/collecting_sink.h"

namespace waypost::sources {
namespace {

using record::PostcodeEntry;
using record::PostcodeLife;
using testing::ElementsAre;
using testing::HasSubstr;

const CanonicalCodes kAsStated = [](std::string_view code) { return std::string(code); };

struct Read {
  PostcodeTable table;
  record::CollectingSink sink;

  const PostcodeEntry& operator[](std::string_view postcode) const {
    static const auto& none = *new PostcodeEntry;
    for (const PostcodeEntry& entry : table.entries) {
      if (PostcodeText(entry) == postcode) return entry;
    }
    ADD_FAILURE() << "no entry " << postcode;
    return none;
  }
  std::string AuthorityOf(std::string_view postcode) const {
    const std::int32_t at = (*this)[postcode].authority;
    return at < 0 ? "" : table.authority_codes[static_cast<std::size_t>(at)];
  }
};

Read ReadText(std::string text, const CanonicalCodes& canonical = kAsStated) {
  Read read;
  auto table = ReadPostcodeText("postcodes.csv", std::move(text), canonical, read.sink);
  if (!table.ok()) ADD_FAILURE() << MessageOf(table.status());
  if (table.ok()) read.table = std::move(table).value();
  return read;
}

void ExpectNear(const PostcodeEntry& entry, double lat, double lon) {
  ASSERT_TRUE(entry.has_point);
  EXPECT_LE(HaversineDistance(entry.point, LatLng::FromDegrees(lat, lon).value()),
            Metres(5).ToMillimetres());
}

// Rows of Code-Point Open 2025.4 and NSPL. Contains OS, Royal Mail and National Statistics data (c)
// Crown copyright and database right 2025. Open Government Licence v3.0.
constexpr char kBristolRow[] =
    "\"BS1 4TR\",10,358653,173159,\"E92000001\",\"E19000002\",\"E18000010\",\"\",\"E06000023\","
    "\"E05010892\"";

TEST(ReadPostcodeText, ReadsCodePointOpenWithEitherLineEnd) {
  for (const char* end : {"\n", "\r\n"}) {
    const Read read =
        ReadText(kBristolRow + std::string(end) + "\"ZE1 0AA\",10,447759,1141280," +
                 "\"S92000003\",\"\",\"S08000026\",\"\",\"S12000027\",\"S13002777\"" + end);
    ASSERT_EQ(read.table.entries.size(), 2u);
    ExpectNear(read["BS1 4TR"], 51.45588, -2.59647);
    ExpectNear(read["ZE1 0AA"], 60.15323, -1.14160);
    EXPECT_EQ(read.AuthorityOf("BS1 4TR"), "E06000023");
    EXPECT_EQ(read.AuthorityOf("ZE1 0AA"), "S12000027");
    EXPECT_EQ(read["BS1 4TR"].life, PostcodeLife::kUnknown);
    EXPECT_TRUE(read.sink.problems.empty());
  }
}

TEST(ReadPostcodeText, KnowsAPostcodeOfQuality90ButNotWhere) {
  const Read read = ReadText(
      "\"AB12 9SP\",90,0,0,\"S92000003\",\"\",\"\",\"\",\"\",\"\"\n"
      "\"AB12 9SQ\",90,358653,173159,\"S92000003\",\"\",\"\",\"\",\"\",\"\"\n"
      "\"AB12 9SR\",10,0,0,\"S92000003\",\"\",\"\",\"\",\"\",\"\"\n");
  ASSERT_EQ(read.table.entries.size(), 3u);
  for (const PostcodeEntry& entry : read.table.entries) {
    EXPECT_FALSE(entry.has_point) << PostcodeText(entry);
    EXPECT_EQ(entry.authority, -1);
  }
}

TEST(ReadPostcodeText, ReadsNsplOfAnyYearByItsHeader) {
  const Read of_2020 = ReadText(
      "pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,laua,lat,long\n"
      "\"AB1 0AA\",\"AB1  0AA\",\"AB1 0AA\",\"198001\",\"199606\",\"0\",\"385386\",\"0801193\","
      "\"1\",\"S12000033\",57.101474,-2.242851\n");
  EXPECT_EQ(of_2020["AB1 0AA"].life, PostcodeLife::kEnded);
  EXPECT_EQ(of_2020["AB1 0AA"].ended_month, 1996 * 12 + 5);
  EXPECT_EQ(of_2020["AB1 0AA"].point, LatLng::FromE7(571014740, -22428510));
  const Read of_2025 = ReadText(
      "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,lad25cd,wd25cd,lat,long\n"
      "\"CA8 7JG\",\"CA8  7JG\",\"CA8 7JG\",\"200006\",\"\",\"0\",\"366033\",\"564878\",\"1\","
      "\"E06000057\",\"E05016114\",54.977349,-2.532223\n");
  EXPECT_EQ(of_2025["CA8 7JG"].life, PostcodeLife::kLive);
  EXPECT_EQ(of_2025["CA8 7JG"].ended_month, 0);
  EXPECT_EQ(of_2025.AuthorityOf("CA8 7JG"), "E06000057");
}

TEST(ReadPostcodeText, ReadsOnspdWithoutLatLongThroughTheGrid) {
  const Read read = ReadText(
      "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,usertype,oseast1m,osnrth1m,osgrdind\n"
      "\"BS1 4TR\",\"BS1  4TR\",\"BS1 4TR\",\"198001\",\"\",\"E99999999\",\"E06000023\",\"0\","
      "\"358653\",\"0173159\",\"1\"\n"
      "\"BT1 5GS\",\"BT1  5GS\",\"BT1 5GS\",\"198001\",\"\",\"N99999999\",\"N09000003\",\"0\","
      "\"333850\",\"0374050\",\"1\"\n"
      "\"GY1 1AA\",\"GY1  1AA\",\"GY1 1AA\",\"198001\",\"\",\"L99999999\",\"L99999999\",\"0\","
      "\"\",\"\",\"9\"\n",
      [](std::string_view code) {
        return code.ends_with("99999999") ? std::string() : std::string(code);
      });
  ExpectNear(read["BS1 4TR"], 51.45588, -2.59647);
  // The Irish Grid reference of Belfast City Hall.
  ExpectNear(read["BT1 5GS"], 54.596957, -5.929782);
  EXPECT_FALSE(read["GY1 1AA"].has_point);
  EXPECT_EQ(read.AuthorityOf("GY1 1AA"), "");
}

TEST(ReadPostcodeText, TakesOnsNumbersForNoPosition) {
  const Read read = ReadText("pcds,doterm,lat,long\nIM1 1AA,,99.999999,0.000000\n");
  EXPECT_FALSE(read["IM1 1AA"].has_point);
  EXPECT_TRUE(read.sink.problems.empty());
}

TEST(ReadPostcodeText, ReadsPlainFilesInAnyOrderAndCase) {
  const Read read = ReadText("Longitude,Name,LATITUDE,PostCode\n-2.59647,x,51.45588,bs14tr\n");
  EXPECT_EQ(read["BS1 4TR"].point, LatLng::FromE7(514558800, -25964700));
  EXPECT_EQ(read["BS1 4TR"].authority, -1);
}

TEST(ReadPostcodeText, ReportsWhatIsNoPostcodeAndGoesOn) {
  const Read read = ReadText("postcode,lat,lon\nBTB5 6SW,54.29,-6.37\nBT1 1AA,54.6,-5.9\n,1,1\n");
  ASSERT_EQ(read.table.entries.size(), 1u);
  ASSERT_EQ(read.sink.problems.size(), 2u);
  EXPECT_EQ(read.sink.problems[0].kind, record::ProblemKind::kUnknownPostcode);
  EXPECT_EQ(read.sink.problems[0].value, "BTB5 6SW");
  EXPECT_THAT(read.sink.problems[0].outcome, HasSubstr("line 2"));
}

TEST(ReadPostcodeText, ReportsAPositionOutsideTheBritishIsles) {
  // Latitude and longitude exchanged.
  const Read read = ReadText("postcode,lat,lon\nBS1 4TR,-2.59647,51.45588\n");
  EXPECT_FALSE(read["BS1 4TR"].has_point);
  ASSERT_EQ(read.sink.problems.size(), 1u);
  EXPECT_EQ(read.sink.problems[0].kind, record::ProblemKind::kBadCoordinates);
}

TEST(ReadPostcodeText, TakesTheMedianOfSeveralRows) {
  // Two premises beside each other and a third one misplaced by kilometres.
  const Read read = ReadText(
      "postcode,lat,lon\nBT1 1AA,54.6000,-5.9000\nBT2 2BB,54.5,-5.8\n"
      "BT1 1AA,54.9,-5.1\nBT1 1AA,54.6002,-5.9002\n");
  ASSERT_EQ(read.table.entries.size(), 2u);
  EXPECT_EQ(read["BT1 1AA"].point, LatLng::FromE7(546002000, -59000000));
}

TEST(ReadPostcodeText, BringsAuthoritiesToTheCodeInForce) {
  const Read read = ReadText(kBristolRow + std::string("\n"), [](std::string_view code) {
    return code == "E06000023" ? std::string("E06000099") : std::string(code);
  });
  EXPECT_EQ(read.AuthorityOf("BS1 4TR"), "E06000099");
}

TEST(ReadPostcodeText, RefusesOtherFilesByNameLineAndWhatWasExpected) {
  record::CollectingSink sink;
  for (const char* text : {"name,colour\nx,red\n", "", "{\"a\":1}", "postcode,name\nBS1 4TR,x\n",
                           "\"BS1 4TR\",10,358653\n"}) {
    const auto table = ReadPostcodeText("other.csv", text, kAsStated, sink);
    ASSERT_FALSE(table.ok()) << text;
    EXPECT_THAT(MessageOf(table.status()), HasSubstr("other.csv: line 1")) << text;
    EXPECT_THAT(MessageOf(table.status()), HasSubstr("Code-Point Open")) << text;
  }
}

class PostcodeFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "waypost-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text) {
    const std::filesystem::path path = std::filesystem::path(folder_) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }

  std::string folder_;
};

TEST_F(PostcodeFolder, ReadsTheDataOfAProductAndNotItsDocuments) {
  Write("Data/CSV/bs.csv", kBristolRow + std::string("\n"));
  Write("Data/CSV/ze.csv",
        "\"ZE1 0AA\",10,447759,1141280,\"\",\"\",\"\",\"\",\"S12000027\",\"\"\n");
  Write("Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n");
  Write("Doc/licence.txt", "words");
  record::CollectingSink sink;
  const auto table = ReadPostcodeFile(folder_, kAsStated, sink);
  ASSERT_TRUE(table.ok()) << MessageOf(table.status());
  EXPECT_EQ(table->entries.size(), 2u);
  EXPECT_THAT(table->authority_codes, ElementsAre("E06000023", "S12000027"));
  EXPECT_TRUE(sink.problems.empty());
}

TEST_F(PostcodeFolder, ReadsTheWholeFileRatherThanItsCopies) {
  const std::string header = "pcds,doterm,lat,long\n";
  Write("Data/ONSPD_FEB_2023_UK.csv", header + "BS1 4TR,,51.45588,-2.59647\n");
  Write("Data/multi_csv/ONSPD_FEB_2023_UK_BS.csv", header + "BS1 4TR,,51.4,-2.5\n");
  Write("Documents/LA_names.csv", "LAD23CD,LAD23NM\nE06000023,Bristol\n");
  record::CollectingSink sink;
  const auto table = ReadPostcodeFile(folder_, kAsStated, sink);
  ASSERT_TRUE(table.ok()) << MessageOf(table.status());
  ASSERT_EQ(table->entries.size(), 1u);
  EXPECT_EQ(table->entries[0].point, LatLng::FromE7(514558800, -25964700));
}

TEST_F(PostcodeFolder, RefusesAFolderWithoutPostcodes) {
  Write("readme.csv", "a,b\n");
  record::CollectingSink sink;
  const auto table = ReadPostcodeFile(folder_, kAsStated, sink);
  ASSERT_FALSE(table.ok());
  EXPECT_THAT(MessageOf(table.status()), HasSubstr("no member is a postcode file"));
  EXPECT_FALSE(ReadPostcodeFile(folder_ + "/none.zip", kAsStated, sink).ok());
}

}  // namespace
}  // namespace waypost::sources
