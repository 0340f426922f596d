// The questions of expected.tsv, asked of an index built from the real files beside the repository.
//
// What is expected was worked out from the same files by derive_expected.py, without the engine.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "engine/index/index.h"
#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "engine/query/search.h"
#include "index_builder/main/build_command.h"
#include "tests/acceptance/expected_table.h"
#include "tests/support/scratch_folder.h"

namespace waypost::testing {
namespace {

namespace fs = std::filesystem;

const std::string kFolder = std::string(WAYPOST_SOURCE_DIR) + "/tests/acceptance";

std::string SharedFolder() {
  const char* given = std::getenv("WAYPOST_SHARED");
  const std::string shared =
      given != nullptr ? given : std::string(WAYPOST_SOURCE_DIR) + "/../shared";
  return fs::weakly_canonical(shared).string();
}

// real.toml names its files from its own folder; a copy of it names them wherever they are.
std::string ConfigFor(const ScratchFolder& scratch) {
  std::string text = ReadFile(kFolder + "/real.toml");
  const auto replace_all = [&text](const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
      text.replace(at, from.size(), to);
    }
  };
  replace_all("../../../shared", SharedFolder());
  replace_all("../../data", std::string(WAYPOST_SOURCE_DIR) + "/data");
  const std::string path = scratch.Path("real.toml");
  WriteFile(path, text);
  return path;
}

// The index of all tests, built once.
class Acceptance : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!fs::exists(SharedFolder() + "/data")) return;
    const ScratchFolder scratch;
    const std::string out = scratch.Path("real.waypost");
    const absl::Status built = builder::Build({.config = ConfigFor(scratch),
                                               .out = out,
                                               .data = std::string(WAYPOST_SOURCE_DIR) + "/data"});
    ASSERT_TRUE(built.ok()) << built.ToString();
    auto index = Index::Open(out);
    ASSERT_TRUE(index.ok()) << index.status().ToString();
    index_ = *std::move(index);
  }
  static void TearDownTestSuite() { index_.reset(); }

  void SetUp() override {
    if (!fs::exists(SharedFolder() + "/data")) {
      GTEST_SKIP() << "no real files: set WAYPOST_SHARED to the folder that has data/";
    }
    ASSERT_NE(index_, nullptr);
  }

  static absl::StatusOr<query::Result> Ask(const ExpectedRow& row) {
    ASSIGN_OR_RETURN(const query::Query query, query::ParseQuery(ParametersOf(row.at("query"))));
    ASSIGN_OR_RETURN(const StatedMinute clock, query::ParseStatedMinute(row.at("clock")));
    return query::Search(*index_, query, {clock.date, clock.time});
  }

  static std::vector<std::string> SourceIds(const query::Result& result) {
    std::vector<std::string> ids;
    for (const query::Hit& hit : result.hits) {
      ids.emplace_back(index_->services().source_id[index_->documents().service[hit.doc]]);
    }
    return ids;
  }

  static void CheckAnswers(const ExpectedRow& row, const query::Result& result) {
    if (row.at("certain") != "-") {
      EXPECT_EQ(std::to_string(result.total_certain), row.at("certain"));
      EXPECT_EQ(std::to_string(result.total - result.total_certain), row.at("possible"));
    }
    std::vector<std::string> expected = ListCell(row.at("ids"));
    std::vector<std::string> ids = SourceIds(result);
    if (row.at("order") == "ordered") {
      ids.resize(std::min(ids.size(), expected.size()));
      EXPECT_THAT(ids, ::testing::ElementsAreArray(expected));
    } else if (row.at("order") == "set") {
      EXPECT_THAT(ids, ::testing::UnorderedElementsAreArray(expected));
    }
  }

  static void CheckPlace(const ExpectedRow& row, const query::Result& result) {
    ASSERT_TRUE(result.resolved.place.has_value());
    const query::Place& place = *result.resolved.place;
    EXPECT_EQ(NameOf(place.reading), row.at("read_as"));
    EXPECT_EQ(place.read_as_sector, row.at("notice") == "read_as_sector");
    if (row.at("authorities") != "-") {
      std::vector<std::string> codes;
      for (const AreaId area : place.authorities) {
        codes.emplace_back(index_->areas().code[area]);
      }
      EXPECT_THAT(codes, ::testing::ElementsAreArray(ListCell(row.at("authorities"))));
    }
    if (row.at("also") != "-") {
      EXPECT_EQ(std::to_string(place.also.size()), row.at("also"));
    }
    if (row.at("point") != "-") {
      const auto expected = query::ParseNear(row.at("point"));
      ASSERT_TRUE(expected.ok() && expected->point.has_value());
      // The grid shift of the script is good to about five metres.
      EXPECT_LT(HaversineDistance(place.point, *expected->point), Millimetres(20'000))
          << place.label;
    }
  }

  static inline std::shared_ptr<const Index> index_;
};

TEST_F(Acceptance, EveryQuestionIsAnsweredAsTheRawFilesSay) {
  const std::vector<ExpectedRow> rows = ReadTable(kFolder + "/expected.tsv");
  ASSERT_GE(rows.size(), 14U);
  for (const ExpectedRow& row : rows) {
    SCOPED_TRACE(row.at("question") + ": /api/search?" + row.at("query"));
    const absl::StatusOr<query::Result> result = Ask(row);
    if (row.at("error") != "-") {
      ASSERT_FALSE(result.ok());
      const auto parts = query::RequestErrorOf(result.status());
      ASSERT_TRUE(parts.has_value()) << result.status().ToString();
      EXPECT_EQ(parts->code, row.at("error"));
      continue;
    }
    EXPECT_TRUE(result.ok()) << result.status().ToString();
    if (!result.ok()) continue;
    CheckAnswers(row, *result);
    CheckPlace(row, *result);
  }
}

// The whole number that follows `"name":` in a flat JSON object.
long CountIn(std::string_view json, std::string_view name) {
  const std::size_t at = json.find("\"" + std::string(name) + "\":");
  if (at == std::string_view::npos) return -1;
  return std::atol(std::string(json.substr(at + name.size() + 3, 20)).c_str());
}

TEST_F(Acceptance, NoRecordOfAnySourceIsLost) {
  const SourceColumns& sources = index_->sources();
  ASSERT_EQ(sources.id.size(), 8U);
  for (std::uint32_t i = 0; i < sources.id.size(); ++i) {
    const std::string_view info = sources.info[SourceOrdinal(static_cast<std::uint16_t>(i))];
    SCOPED_TRACE(info);
    const long read = CountIn(info, "records_read");
    EXPECT_GT(read, 0);
    EXPECT_GE(CountIn(info, "repeats"), 0);
    EXPECT_EQ(read,
              CountIn(info, "published") + CountIn(info, "repeats") + CountIn(info, "rejected"));
  }
}

}  // namespace
}  // namespace waypost::testing
