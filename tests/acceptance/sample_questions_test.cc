// The questions that come with the sample directory, asked of it.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/index/index.h"
#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "engine/query/search.h"
#include "index_builder/main/build_command.h"
#include "tests/acceptance/expected_table.h"
#include "tests/engine/query/indexed_engine.h"
#include "tests/oracle/differential.h"
#include "tests/oracle/scan.h"
#include "tests/support/scratch_folder.h"

namespace waypost::testing {
namespace {

const std::string kSample = std::string(WAYPOST_SOURCE_DIR) + "/data/sample";

const LocalMinute kClock{std::chrono::year(2026) / 11 / 21, MinuteOfDay(9 * 60)};

// A source and the publisher's id.
using Key = std::pair<std::string, std::string>;

class Sample : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const ScratchFolder scratch;
    const std::string out = scratch.Path("sample.waypost");
    const absl::Status built = builder::Build({.config = kSample + "/sample.toml",
                                               .out = out,
                                               .as_of = "2026-11-21",
                                               .data = std::string(WAYPOST_SOURCE_DIR) + "/data"});
    ASSERT_TRUE(built.ok()) << built.ToString();
    auto index = Index::Open(out);
    ASSERT_TRUE(index.ok()) << index.status().ToString();
    index_ = *std::move(index);
    builder::BuildReport report;
    auto directory = builder::ReadDirectory({.config = kSample + "/sample.toml",
                                             .out = out,
                                             .as_of = "2026-11-21",
                                             .data = std::string(WAYPOST_SOURCE_DIR) + "/data"},
                                            report);
    ASSERT_TRUE(directory.ok()) << directory.status().ToString();
    directory_ = std::make_unique<record::Directory>(*std::move(directory));
  }
  static void TearDownTestSuite() {
    index_.reset();
    directory_.reset();
  }
  void SetUp() override { ASSERT_NE(index_, nullptr); }

  static absl::StatusOr<query::Result> Ask(const std::string& question) {
    ASSIGN_OR_RETURN(const query::Query query, query::ParseQuery(ParametersOf(question)));
    return query::Search(*index_, query, kClock);
  }

  static Key KeyOf(DocId doc) {
    return {std::string(index_->sources().id[index_->documents().source[doc]]),
            std::string(index_->services().source_id[index_->documents().service[doc]])};
  }

  static inline std::shared_ptr<const Index> index_;
  static inline std::unique_ptr<record::Directory> directory_;
};

// Some questions of the file are meant to find nothing, or to be refused with a reason.
TEST_F(Sample, EveryQuestionIsAnsweredOrRefusedWithAReason) {
  const std::vector<ExpectedRow> rows = ReadTable(kSample + "/questions.tsv");
  ASSERT_GE(rows.size(), 60U);
  std::size_t answered = 0;
  for (const ExpectedRow& row : rows) {
    SCOPED_TRACE(row.at("why") + ": /api/search?" + row.at("query"));
    const absl::StatusOr<query::Result> result = Ask(row.at("query"));
    if (result.ok()) {
      answered += result->total > 0 ? 1U : 0U;
    } else {
      EXPECT_TRUE(query::RequestErrorOf(result.status())) << result.status();
    }
  }
  EXPECT_GE(answered, rows.size() * 3 / 4);
}

// The sample's city and what lies above it: the scan works the country out anew for every question.
void KeepSheffieldOnly(record::Gazetteer& gazetteer) {
  const std::set<std::string> kept = {"Sheffield", "South Yorkshire", "Yorkshire and The Humber",
                                      "England", "United Kingdom"};
  std::erase_if(gazetteer.areas,
                [&](const record::Area& area) { return !kept.contains(area.name); });
}

// Of needs and circumstances, by which answers are ordered.
void ForgetNames(record::Directory& directory) {
  // A word that no text has; without a label a term would be called by its code.
  const auto forget = [](auto& term) {
    if (!IsOf(kServiceTypeVocabularies, term.vocabulary)) term.label = "xqzzyvwkjq";
  };
  for (record::VocabularyTerm& term : directory.taxonomy.terms) {
    forget(term);
    term.synonyms.clear();
  }
}

// The linear scan knows no English, so words are left out, the names of needs among them; all else
// of a question is held to it: ids, order, totals, distances.
TEST_F(Sample, QuestionsWithoutTheirWordsAreAnsweredAsTheScanAnswersThem) {
  record::Directory directory = *directory_;
  KeepSheffieldOnly(directory.gazetteer);
  ForgetNames(directory);
  oracle::IndexedEngine engine;
  ASSERT_TRUE(engine.Load(directory).ok());
  std::set<std::string> asked;
  for (const ExpectedRow& row : ReadTable(kSample + "/questions.tsv")) {
    auto query = query::ParseQuery(ParametersOf(row.at("query")));
    if (!query.ok()) continue;
    query->words.clear();
    query->facets = {query::Facet::kAccess, query::Facet::kDay};
    // Two seconds each, with two thousand types to look at in every record.
    if (asked.size() < 3) query->facets.push_back(query::Facet::kServiceType);
    asked.insert(row.at("query"));
    EXPECT_EQ(
        oracle::CompareReplies(oracle::Scan(directory, *query, kClock), engine.Run(*query, kClock)),
        "")
        << row.at("query");
  }
  EXPECT_GE(asked.size(), 50U);
}

// A story of the README: its question, and the services that ought to be among the answers, in the
// groups in which the README lists them.
struct Story {
  std::string question;
  std::vector<std::vector<Key>> groups;
};

std::vector<Story> ReadStories() {
  std::ifstream file(kSample + "/README.md");
  const std::regex question("`/api/search\\?([^`]+)`");
  const std::regex service("`(\\w+) ([^`]+)`");
  std::vector<Story> stories;
  std::smatch match;
  for (std::string line; std::getline(file, line) && line != "## Cases";) {
    if (std::regex_search(line, match, question)) {
      stories.push_back({.question = match[1]});
    } else if (!stories.empty() && line.starts_with("* ")) {
      std::vector<Key>& group = stories.back().groups.emplace_back();
      for (std::sregex_iterator at(line.begin(), line.end(), service), end; at != end; ++at) {
        group.emplace_back((*at)[1], (*at)[2]);
      }
    }
  }
  return stories;
}

TEST_F(Sample, AStoryFindsAServiceListedForItsQuestion) {
  const std::vector<Story> stories = ReadStories();
  ASSERT_EQ(stories.size(), 5U);
  for (const Story& story : stories) {
    SCOPED_TRACE(story.question);
    const absl::StatusOr<query::Result> result = Ask(story.question + "&per_page=100");
    ASSERT_TRUE(result.ok()) << result.status().ToString();
    ASSERT_FALSE(story.groups.empty());
    std::set<Key> found;
    for (const query::Hit& hit : result->hits) found.insert(KeyOf(hit.doc));
    // The first group answers the question as asked; the others belong to the story's next ones.
    const std::vector<Key>& asked_for = story.groups.front();
    EXPECT_TRUE(std::any_of(asked_for.begin(), asked_for.end(),
                            [&found](const Key& key) { return found.contains(key); }));
  }
}

}  // namespace
}  // namespace waypost::testing
