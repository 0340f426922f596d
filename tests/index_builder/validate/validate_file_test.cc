#include "index_builder/validate/validate_file.h"

#include <gmock/gmock.h>

#include "tests/index_builder/validate/fake_feed.h"
#include "tests/index_builder/validate/found_codes.h"
#include "tests/support/scratch_folder.h"

namespace waypost::validate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using testing::ScratchFolder;
using testing::WriteFile;

class ValidateFileTest : public ::testing::Test {
 protected:
  absl::StatusOr<Validation> Tried(std::string_view text) {
    WriteFile(folder_.Path("feed.json"), text);
    return ValidateFile(folder_.Path("feed.json"), Options());
  }
  Validation Validated(std::string_view text) {
    auto validation = Tried(text);
    EXPECT_TRUE(validation.ok()) << validation.status();
    return validation.ok() ? *std::move(validation) : Validation{};
  }
  static ValidationOptions Options() {
    ValidationOptions options;
    options.today = *ParseIsoDate(kGoodDay);
    return options;
  }

  const ScratchFolder folder_;
};

TEST_F(ValidateFileTest, EveryFormOfAFile) {
  for (Standard standard : {Standard::kV1, Standard::kV3}) {
    const std::string one = GoodRecord(standard, 1);
    const std::string two = GoodRecord(standard, 2);
    for (const std::string& text :
         {one + "\n" + two + "\n", "[" + one + "," + two + "]",
          PageText(standard, {one, two}, 1, 1, 2), PageText(standard, {one, two}, 3, 7, 14)}) {
      const Validation validation = Validated(text);
      EXPECT_EQ(validation.standard, standard) << text.substr(0, 40);
      EXPECT_EQ(validation.records, 2U);
      EXPECT_EQ(validation.full_records, 2U);
      EXPECT_TRUE(validation.is_file);
      EXPECT_FALSE(validation.self_tests);
      EXPECT_THAT(CodesOf(validation.findings), IsEmpty()) << text.substr(0, 80);
    }
    EXPECT_EQ(Validated(one).records, 1U);
  }
}

TEST_F(ValidateFileTest, AFolderOfPages) {
  std::filesystem::create_directory(folder_.Path("pages"));
  for (int i = 1; i <= 3; ++i) {
    WriteFile(folder_.Path("pages/page-" + std::to_string(i) + ".json"),
              PageText(Standard::kV3, {GoodRecord(Standard::kV3, i)}, i, 3, 3));
  }
  WriteFile(folder_.Path("pages/readme.txt"), "not a page");
  const auto validation = ValidateFile(folder_.Path("pages"), Options());
  ASSERT_TRUE(validation.ok()) << validation.status();
  EXPECT_EQ(validation->pages, 3U);
  EXPECT_EQ(validation->records, 3U);
  EXPECT_THAT(CodesOf(validation->findings), IsEmpty());
}

TEST_F(ValidateFileTest, AnEmptyPageIsToldAsAtAnAddress) {
  for (Standard standard : {Standard::kV1, Standard::kV3}) {
    const Validation validation = Validated(PageText(standard, {}, 1, 1, 0));
    EXPECT_EQ(validation.standard, standard);
    EXPECT_EQ(validation.records, 0U);
    EXPECT_THAT(CodesOf(validation.findings), ElementsAre(Pair("empty-feed", 1)));
  }
}

TEST_F(ValidateFileTest, AFileThatCannotBeReadDoesNotHideTheOthersOfAFolder) {
  std::filesystem::create_directory(folder_.Path("pages"));
  WriteFile(folder_.Path("pages/a.json"), "");
  WriteFile(folder_.Path("pages/b.json"), GoodRecord(Standard::kV3, 1));
  WriteFile(folder_.Path("pages/c.json"), "<html></html>");
  WriteFile(folder_.Path("pages/d.json"), GoodRecord(Standard::kV3, 2));
  const auto validation = ValidateFile(folder_.Path("pages"), Options());
  ASSERT_TRUE(validation.ok()) << validation.status();
  EXPECT_EQ(validation->records, 2U);
  EXPECT_THAT(CodesOf(validation->findings), ElementsAre(Pair("not-json", 2)));
  const auto& kept = validation->findings.group(FindingKind::kNotJson).kept;
  EXPECT_THAT(kept.front().place.page, HasSubstr("a.json"));
  EXPECT_THAT(kept.back().place.page, HasSubstr("c.json"));
}

// Neither while it is opened nor while its records, or its envelope, are read.
TEST_F(ValidateFileTest, ABrokenArchiveOfAFolderIsToldOnce) {
  constexpr std::string_view kGzipHead("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
  std::filesystem::create_directory(folder_.Path("pages"));
  WriteFile(folder_.Path("pages/a.json"),
            PageText(Standard::kV3, {GoodRecord(Standard::kV3, 1)}, 1, 1, 1));
  WriteFile(folder_.Path("pages/b.json.gz"), kGzipHead);
  WriteFile(folder_.Path("pages/c.json.gz"), std::string(kGzipHead) + "\xff\xff");
  const auto validation = ValidateFile(folder_.Path("pages"), Options());
  ASSERT_TRUE(validation.ok()) << validation.status();
  EXPECT_EQ(validation->records, 1U);
  EXPECT_EQ(validation->pages, 1U);
  EXPECT_THAT(CodesOf(validation->findings), ElementsAre(Pair("not-json", 2)));
  const auto& kept = validation->findings.group(FindingKind::kNotJson).kept;
  EXPECT_THAT(kept.front().place.page, HasSubstr("b.json.gz"));
  EXPECT_THAT(kept.back().place.page, HasSubstr("c.json.gz"));
}

TEST_F(ValidateFileTest, FaultsHaveTheirPlace) {
  const Validation validation = Validated(
      GoodRecord(Standard::kV1, 1) + "\n" +
      Replaced(GoodRecord(Standard::kV1, 2), R"("status":"active")", R"("status":"paused")"));
  ASSERT_THAT(CodesOf(validation.findings), ElementsAre(Pair("unknown-word", 1)));
  const Finding& finding = validation.findings.group(FindingKind::kUnknownWord).kept.front();
  EXPECT_THAT(finding.place.page, HasSubstr("feed.json, record 2"));
  EXPECT_EQ(finding.place.record, GoodId(2));
  EXPECT_EQ(finding.place.pointer, "/status");
}

TEST_F(ValidateFileTest, BrokenRecordsDoNotHideTheOthers) {
  const Validation validation =
      Validated("[" + GoodRecord(Standard::kV1, 1) + R"(,null,{"id":"a","name":nothing},)" +
                GoodRecord(Standard::kV1, 1) + "]");
  EXPECT_EQ(validation.records, 4U);
  EXPECT_THAT(CodesOf(validation.findings),
              ElementsAre(Pair("not-an-object", 1), Pair("not-json", 1), Pair("repeated-id", 1)));
}

TEST_F(ValidateFileTest, TheEnvelopeOfASavedPageIsLookedAt) {
  EXPECT_THAT(
      CodesOf(Validated(Replaced(PageText(Standard::kV3, {GoodRecord(Standard::kV3)}, 1, 1, 1),
                                 R"("size":1)", R"("size":50)"))
                  .findings),
      ElementsAre(Pair("page-size-wrong", 1)));
}

TEST_F(ValidateFileTest, WhatIsNoFeedIsAnError) {
  EXPECT_EQ(ValidateFile(folder_.Path("none"), Options()).status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_FALSE(Tried("<html></html>").ok());
  EXPECT_FALSE(Tried("[]").ok());
  EXPECT_FALSE(Tried(R"({"contents":[{"id":"a",)").ok());
}

TEST_F(ValidateFileTest, TheDialectCanBeGiven) {
  ValidationOptions options = Options();
  options.standard = Standard::kV3;
  WriteFile(folder_.Path("feed.json"), GoodRecord(Standard::kV1));
  const auto validation = ValidateFile(folder_.Path("feed.json"), options);
  ASSERT_TRUE(validation.ok()) << validation.status();
  EXPECT_EQ(validation->standard, Standard::kV3);
  EXPECT_GT(validation->findings.group(FindingKind::kMisnamedField).count, 0U);
}

}  // namespace
}  // namespace waypost::validate
