#include "engine/taxonomy/question_tree.h"

#include <gtest/gtest.h>

namespace waypost {
namespace {

QuestionTree SmallTree() {
  return {
      .id = "lonely",
      .label = "I am lonely",
      .description = "",
      .conditions = {{"need", "need:company"}},
      .questions = {
          {.id = "how",
           .text = "How?",
           .after = {},
           .answers = {{"visit", "A visit", {{"reach", "visits"}}}, {"other", "Otherwise", {}}}},
          {.id = "when",
           .text = "When?",
           .after = {{"how", "visit"}, {"how", "other"}},
           .answers = {{"now", "Now", {{"day", "MO"}, {"day", "TU"}}}, {"later", "Later", {}}}}}};
}

TEST(QuestionTree, ReadsBackAsWritten) {
  const std::vector<QuestionTree> trees = {SmallTree(), SmallTree()};
  const auto again = ParseQuestionTrees(FormatQuestionTrees(trees));
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ(*again, trees);
  EXPECT_TRUE(ParseQuestionTrees("")->empty());
}

TEST(QuestionTree, RefusesLinesThatCannotStandThere) {
  for (const char* text : {"question\tq\tWhat?\n", "tree\ta\tb\n", "tree\ta\tb\tc\nanswer\tx\ty\n",
                           "\n", "tree\ta\tb\tc\nquestion\tq\tt\nif\tneed\tx\n",
                           "tree\ta\tb\tc\nafter\tq\tx\n", "tree\ta\tb\tc\nwhen\tq\tx\n"}) {
    EXPECT_FALSE(ParseQuestionTrees(text).ok()) << text;
  }
}

}  // namespace
}  // namespace waypost
