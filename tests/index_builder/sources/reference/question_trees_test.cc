#include "index_builder/sources/reference/question_trees.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"

namespace waypost::sources {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kTree = R"(tree = "money"
label = "Money worries"
need = ["waypostNeeds:debt"]
[[question]]
id = "what"
text = "What worries you?"
[[question.answer]]
id = "food"
label = "Food"
free = true
day = ["SA", "SU"]
[[question.answer]]
id = "rent"
label = "Rent"
[[question]]
id = "when"
text = "When?"
after = ["what=food"]
[[question.answer]]
id = "evening"
label = "In the evening"
from = "18:00"
to = "24:00"
[[question.answer]]
id = "old"
label = "I am old"
age = "65-120"
)";

record::Taxonomy Needs() {
  record::Taxonomy taxonomy;
  record::VocabularyTerm debt;
  debt.vocabulary = "waypostNeeds";
  debt.code = "debt";
  taxonomy.terms.push_back(debt);
  record::VocabularyTerm unmapped = debt;
  unmapped.code = "unmapped";
  taxonomy.terms.push_back(unmapped);
  record::VocabularyTerm type;
  type.vocabulary = "esdServiceTypes";
  type.code = "651";
  taxonomy.terms.push_back(type);
  taxonomy.mappings.push_back({.from = {"waypostNeeds", "debt", ""},
                               .to = {"esdServiceTypes", "651", ""}});
  return taxonomy;
}

std::string ErrorWith(std::string_view old_text, std::string_view new_text) {
  std::string text(kTree);
  text.replace(text.find(old_text), old_text.size(), new_text);
  const auto tree = ReadQuestionTree("q.toml", text, Needs());
  return tree.ok() ? "accepted" : MessageOf(tree.status());
}

TEST(ReadQuestionTree, ReadsConditionsAndWhatComesAfterWhat) {
  const auto tree = ReadQuestionTree("q.toml", kTree, Needs());
  ASSERT_TRUE(tree.ok()) << tree.status();
  EXPECT_EQ(tree->id, "money");
  EXPECT_EQ(tree->conditions, (std::vector<QuestionCondition>{{"need", "waypostNeeds:debt"}}));
  ASSERT_EQ(tree->questions.size(), 2U);
  EXPECT_EQ(tree->questions[0].answers[0].conditions,
            (std::vector<QuestionCondition>{{"day", "SA"}, {"day", "SU"}, {"free", "yes"}}));
  EXPECT_TRUE(tree->questions[0].answers[1].conditions.empty());
  EXPECT_EQ(tree->questions[1].after, (std::vector<GivenAnswer>{{"what", "food"}}));
  EXPECT_EQ(tree->questions[1].answers[0].conditions,
            (std::vector<QuestionCondition>{{"from", "18:00"}, {"to", "24:00"}}));
}

TEST(ReadQuestionTree, NamesFileAndLineOfAMistake) {
  EXPECT_THAT(ErrorWith("waypostNeeds:debt", "waypostNeeds:dept"), HasSubstr("q.toml:3"));
  EXPECT_THAT(ErrorWith("waypostNeeds:debt", "waypostNeeds:dept"), HasSubstr("in no taxonomy"));
  EXPECT_THAT(ErrorWith("waypostNeeds:debt", "esdServiceType:651"), HasSubstr("is no need"));
  EXPECT_THAT(ErrorWith("waypostNeeds:debt", "waypostNeeds:unmapped"),
              HasSubstr("maps to no service type"));
  EXPECT_THAT(ErrorWith("\"18:00\"", "\"24:00\""), HasSubstr("a time such as"));
  EXPECT_THAT(ErrorWith("\"24:00\"", "\"18:00\""), HasSubstr("the same minute"));
  EXPECT_THAT(ErrorWith("65-120", "12-9"), HasSubstr("years such as"));
  EXPECT_THAT(ErrorWith("65-120", "999"), HasSubstr("years such as"));
  EXPECT_THAT(ErrorWith("\"SA\", ", "\"SAT\", "), HasSubstr("q.toml:11"));
  EXPECT_THAT(ErrorWith("free = true", "free = false"), HasSubstr("free"));
  EXPECT_THAT(ErrorWith("what=food", "what=drink"), HasSubstr("no question above"));
  EXPECT_THAT(ErrorWith("what=food", "when=old"), HasSubstr("no question above"));
  EXPECT_THAT(ErrorWith("\"18:00\"", "\"25:00\""), HasSubstr("a time such as"));
  EXPECT_THAT(ErrorWith("65-120", "old"), HasSubstr("years such as"));
  EXPECT_THAT(ErrorWith("id = \"rent\"", "id = \"food\""), HasSubstr("another answer already"));
  EXPECT_THAT(ErrorWith("id = \"rent\"", "id = \"any\""), HasSubstr("another answer already"));
  EXPECT_THAT(ErrorWith("id = \"when\"", "id = \"what\""), HasSubstr("is called"));
  EXPECT_THAT(ErrorWith("label = \"Rent\"", "lable = \"Rent\""), HasSubstr("q.toml:14"));
  EXPECT_THAT(ErrorWith("need = [\"waypostNeeds:debt\"]", ""),
              HasSubstr("begins with a condition"));
  EXPECT_THAT(ErrorWith("\"money\"", "\"Money worries\""), HasSubstr("an id is made of"));
}

// Terms that an overlay has removed.
record::Taxonomy NeedsWithoutRent() {
  record::Taxonomy taxonomy = Needs();
  taxonomy.removed.push_back({"waypostNeeds", "rent", ""});
  return taxonomy;
}

TEST(ReadQuestionTree, WhatAsksForARemovedTermIsLeftOut) {
  std::string text(kTree);
  text.replace(text.find("free = true"), 11, "need = [\"waypostNeeds:rent\"]");
  const auto kept = ReadQuestionTree("q.toml", text, NeedsWithoutRent());
  ASSERT_TRUE(kept.ok()) << kept.status();
  EXPECT_EQ(kept->questions[0].answers[0].conditions,
            (std::vector<QuestionCondition>{{"day", "SA"}, {"day", "SU"}}));
  text.replace(text.find("day = [\"SA\", \"SU\"]"), 18, "");
  const auto gone = ReadQuestionTree("q.toml", text, NeedsWithoutRent());
  ASSERT_TRUE(gone.ok()) << gone.status();
  EXPECT_TRUE(gone->questions.empty())
      << "one answer is no question, and the other waits for the answer that is gone";
}

TEST(LoadQuestionTrees, ATreeThatBeginsWithARemovedTermGoes) {
  const testing::ScratchFolder folder;
  std::string text(kTree);
  text.replace(text.find("waypostNeeds:debt"), 17, "waypostNeeds:rent");
  testing::WriteFile(folder.Path("a.toml"), text);
  const auto trees = LoadQuestionTrees({folder.Path("")}, NeedsWithoutRent());
  ASSERT_TRUE(trees.ok()) << trees.status();
  EXPECT_TRUE(trees->empty());
}

TEST(LoadQuestionTrees, AReplacedTreeMayBeWrong) {
  const testing::ScratchFolder folder;
  testing::WriteFile(folder.Path("first.toml"), kTree);
  std::string wrong(kTree);
  wrong.replace(wrong.find("waypostNeeds:debt"), 17, "waypostNeeds:none");
  testing::WriteFile(folder.Path("second.toml"), wrong);
  const auto trees =
      LoadQuestionTrees({folder.Path("first.toml"), folder.Path("second.toml")}, Needs());
  ASSERT_TRUE(trees.ok()) << trees.status();
  EXPECT_EQ(trees->size(), 1U);
}

TEST(LoadQuestionTrees, AFileBeforeAnotherReplacesItsTree) {
  const testing::ScratchFolder folder;
  testing::WriteFile(folder.Path("a.toml"), kTree);
  std::string other(kTree);
  other.replace(other.find("Money worries"), 13, "Skint");
  testing::WriteFile(folder.Path("b.toml"), other);
  testing::WriteFile(folder.Path("remarks.txt"), std::string_view("no tree"));
  const auto trees = LoadQuestionTrees({folder.Path("b.toml"), folder.Path("")}, Needs());
  ASSERT_TRUE(trees.ok()) << trees.status();
  ASSERT_EQ(trees->size(), 1U);
  EXPECT_EQ(trees->front().label, "Skint");
  EXPECT_FALSE(LoadQuestionTrees({folder.Path("none.toml")}, Needs()).ok());
}

}  // namespace
}  // namespace waypost::sources
