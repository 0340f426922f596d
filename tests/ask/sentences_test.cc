// Every sentence of the table, read against an index of the shipped data.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ask/read_sentence.h"
#include "engine/index/index.h"
#include "index_builder/main/build_command.h"
#include "tests/ask/sentence_table.h"
#include "tests/support/scratch_folder.h"

namespace waypost::testing {
namespace {

// What mark_fails.py marks.
constexpr auto kTables = std::to_array<std::string_view>(
    {"sentences.tsv", "practice.tsv", "check.tsv", "everyday.tsv", "fresh.tsv"});
// 0.90 is wanted of both halves. What is reached on the half that nothing was tuned to is less, and
// must not become less still.
const std::map<std::string, double> kLeastShare = {{"tune", 0.96},     {"held", 0.83},
                                                   {"practice", 0.96}, {"check", 0.89},
                                                   {"everyday", 0.88}, {"fresh", 0.85}};
constexpr std::ptrdiff_t kLeastRows = 75;

std::vector<SentenceRow> ReadAllTables() {
  std::vector<SentenceRow> rows;
  for (const std::string_view table : kTables) {
    for (SentenceRow& row :
         ReadSentenceTable(WAYPOST_SOURCE_DIR "/tests/ask/" + std::string(table))) {
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

class Sentences : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const ScratchFolder scratch;
    const std::string data = WAYPOST_SOURCE_DIR "/data";
    const std::string out = scratch.Path("sample.waypost");
    const absl::Status built = builder::Build(
        {.config = data + "/sample/sample.toml", .out = out, .as_of = "2026-11-21", .data = data});
    ASSERT_TRUE(built.ok()) << built.ToString();
    auto index = Index::Open(out);
    ASSERT_TRUE(index.ok()) << index.status().ToString();
    index_ = *std::move(index);
    auto book = ask::PhraseBook::Build(*index_);
    ASSERT_TRUE(book.ok()) << book.status().ToString();
    book_ = *std::move(book);
  }
  static void TearDownTestSuite() { index_.reset(); }
  void SetUp() override { ASSERT_NE(index_, nullptr); }

  static ask::SentenceReading Read(const std::string& sentence) {
    const Date today = *ParseIsoDate("2026-11-21");
    auto reading = ask::ReadSentence(*index_, book_, sentence, {.today = today});
    EXPECT_TRUE(reading.ok()) << sentence << ": " << reading.status();
    return reading.ok() ? *std::move(reading) : ask::SentenceReading();
  }

  static inline std::shared_ptr<const Index> index_;
  static inline ask::PhraseBook book_;
};

TEST_F(Sentences, HaveEmptyWordsOutside) {
  auto analyser = index_->analysers().Borrow();
  ASSERT_TRUE(analyser.ok());
  const ask::Sentence sentence = ask::ReadWords(**analyser, "mum of two, 45");
  ASSERT_EQ(sentence.size(), 4u);
  EXPECT_EQ(sentence[3].text, "45");
  for (const std::size_t at : {std::size_t{4}, std::size_t{0} - 1}) {
    EXPECT_EQ(sentence[at].text, "");
    EXPECT_TRUE(ask::EndsClause(sentence, at));
  }
}

// Where a sentence breaks off, rules look for words that are not there.
TEST_F(Sentences, MayBreakOffAnywhere) {
  for (const SentenceRow& row : ReadAllTables()) {
    for (std::size_t end = row.sentence.find(' '); end != std::string::npos;
         end = row.sentence.find(' ', end + 1)) {
      Read(row.sentence.substr(0, end));
    }
  }
}

TEST_F(Sentences, AreReadAsAPersonWouldReadThem) {
  const std::vector<SentenceRow> rows = ReadAllTables();
  for (const auto& [half, share] : kLeastShare) {
    ASSERT_GE(std::ranges::count(rows, half, &SentenceRow::half), kLeastRows) << half;
  }
  std::map<std::string, SentenceScore> halves;
  for (const SentenceRow& row : rows) {
    halves[row.half] += ScoreSentence(*index_, row, Read(row.sentence));
  }
  for (const auto& [half, score] : halves) {
    std::cout << half << ": " << score.right << " parts right of " << score.parts << ", "
              << score.wrong << " read wrongly: " << score.Share() << "\n"
              << score.faults;
    EXPECT_GE(score.Share(), kLeastShare.at(half)) << half;
  }
}

// No phrase has these words; the sayings of the vocabulary have.
TEST_F(Sentences, NeedsAreReadFromTheWordsOfSayings) {
  const ask::SentenceReading reading = Read("mastitis after a caesarean");
  ASSERT_FALSE(reading.parts.empty());
  EXPECT_EQ(reading.parts[0].value, "waypostNeeds:pregnancy");
}

// The table stays true: a row that is read rightly now is no longer one that fails.
TEST_F(Sentences, FailExactlyWhereTheTableSaysSo) {
  const std::vector<SentenceRow> rows = ReadAllTables();
  for (const SentenceRow& row : rows) {
    const SentenceScore score = ScoreSentence(*index_, row, Read(row.sentence));
    EXPECT_EQ(!score.faults.empty(), row.may_fail) << row.id << "\n" << score.faults;
  }
}

}  // namespace
}  // namespace waypost::testing
