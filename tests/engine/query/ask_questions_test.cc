// The next question of a tree: its counts are those of the scan, and it is the one that leaves the
// least to read.

#include "engine/query/ask_questions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/query/request_error.h"
#include "tests/oracle/scan.h"
#include "tests/oracle/world.h"
#include "tests/support/memory_index.h"
#include "tests/support/random_seed.h"

namespace waypost::query {
namespace {

struct Asked {
  oracle::World world;
  std::shared_ptr<const Index> index;
  const QuestionTree& tree() const { return index->question_trees().front(); }
  absl::StatusOr<NextQuestion> Next(const std::vector<GivenAnswer>& given,
                                    const std::vector<Parameter>& parameters = {}) const {
    return AskNext(*index, tree(), given, parameters, world.now, nullptr);
  }
};

Asked AskedOfWorld(std::uint64_t number) {
  Asked asked{oracle::MakeWorld(testing::SeedOfThisRun(), number), nullptr};
  const auto index = IndexOfComplete(asked.world.directory);
  EXPECT_TRUE(index.ok()) << index.status();
  asked.index = *index;
  return asked;
}

std::string Refused(const absl::StatusOr<NextQuestion>& next) {
  if (next.ok()) return "accepted";
  const auto parts = RequestErrorOf(next.status());
  return parts ? parts->code : std::string(next.status().message());
}

double LeftToRead(const std::vector<std::uint64_t>& totals) {
  double sum = 0;
  double squares = 0;
  for (const std::uint64_t total : totals) {
    sum += static_cast<double>(total);
    squares += static_cast<double>(total) * static_cast<double>(total);
  }
  return squares / sum;
}

// What the scan finds for the conditions of the tree with one answer more.
std::uint64_t ScannedTotal(const Asked& asked, const QuestionAnswer& answer) {
  std::vector<Parameter> parameters;
  const auto is_replaced = [&](const std::string& name) {
    return std::ranges::find(answer.conditions, name, &QuestionCondition::name) !=
           answer.conditions.end();
  };
  for (const QuestionCondition& condition : asked.tree().conditions) {
    if (!is_replaced(condition.name)) parameters.push_back({condition.name, condition.value});
  }
  for (const QuestionCondition& condition : answer.conditions) {
    parameters.push_back({condition.name, condition.value});
  }
  const auto query = ParseQuery(parameters);
  EXPECT_TRUE(query.ok()) << query.status();
  return static_cast<std::uint64_t>(
      oracle::Scan(asked.world.directory, *query, asked.world.now)->total);
}

TEST(AskNext, AsksWhatLeavesTheLeastAndCountsAsTheScanDoes) {
  int asked_questions = 0;
  for (std::uint64_t number = 0; number < 12; ++number) {
    const Asked asked = AskedOfWorld(number);
    const auto next = asked.Next({});
    ASSERT_TRUE(next.ok()) << next.status();
    if (next->question == nullptr) continue;
    ++asked_questions;
    double least = 1e18;
    const TreeQuestion* best = nullptr;
    for (const TreeQuestion& question : asked.tree().questions) {
      if (!question.after.empty()) continue;
      std::vector<std::uint64_t> totals;
      bool narrows = false;
      for (const QuestionAnswer& answer : question.answers) {
        const std::uint64_t total = ScannedTotal(asked, answer);
        narrows = narrows || (total > 0 && total < next->total);
        if (total > 0) totals.push_back(total);
      }
      if (!narrows || LeftToRead(totals) >= least) continue;
      least = LeftToRead(totals);
      best = &question;
    }
    ASSERT_EQ(next->question, best) << "world " << number;
    for (const OfferedAnswer& offered : next->answers) {
      if (offered.answer == nullptr) {
        EXPECT_EQ(offered.total, next->total);
      } else {
        EXPECT_EQ(offered.total, ScannedTotal(asked, *offered.answer)) << offered.answer->id;
        EXPECT_GT(offered.total, 0U);
      }
    }
    EXPECT_EQ(next->answers.back().answer, nullptr);
  }
  EXPECT_GE(asked_questions, 8);
}

TEST(AskNext, OrderOfAnswersDoesNotMatterAndAnyAsksNothing) {
  const Asked asked = AskedOfWorld(1);
  const auto one = asked.Next({{"how", "place"}, {"when", "weekend"}});
  const auto other = asked.Next({{"when", "weekend"}, {"how", "place"}});
  ASSERT_TRUE(one.ok() && other.ok());
  EXPECT_EQ(one->total, other->total);
  EXPECT_EQ(one->query, other->query);
  EXPECT_EQ(asked.Next({{"how", "any"}})->total, asked.Next({})->total);
}

TEST(AskNext, RefusesWhatTheTreeDoesNotHave) {
  const Asked asked = AskedOfWorld(1);
  EXPECT_EQ(Refused(asked.Next({{"why", "place"}})), "unknown_answer");
  EXPECT_EQ(Refused(asked.Next({{"how", "boat"}})), "unknown_answer");
  EXPECT_EQ(Refused(asked.Next({{"how", "place"}, {"how", "far"}})), "unknown_answer");
  EXPECT_EQ(Refused(asked.Next({{"when", "tuesday"}})), "unknown_answer") << "not asked before how";
  EXPECT_EQ(Refused(asked.Next({}, {{"day", "someday"}})), "bad_value");
}

TEST(AskNext, ThePersonsOwnConditionHoldsUnlessAnAnswerSetsIt) {
  const Asked asked = AskedOfWorld(1);
  EXPECT_TRUE(asked.Next({}, {{"reach", "visits"}})->query.reach.Has(Reach::kVisits));
  const auto next = asked.Next({{"how", "far"}}, {{"reach", "visits"}, {"free", "yes"}});
  EXPECT_FALSE(next->query.reach.Has(Reach::kVisits));
  EXPECT_TRUE(next->query.reach.Has(Reach::kRemote));
  EXPECT_TRUE(next->query.free);
}

}  // namespace
}  // namespace waypost::query
