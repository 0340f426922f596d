#include "engine/text/words_expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

namespace waypost::text {
namespace {

using ::testing::HasSubstr;

// "and(debt, not(or(child, \"young group\")))".
std::string Shown(const WordsExpression& part) {
  std::string shown;
  for (const std::string& term : part.terms) shown.append(shown.empty() ? "" : " ").append(term);
  if (part.kind == WordsExpression::Kind::kPhrase) {
    return part.terms.size() > 1 ? std::string("\"").append(shown).append("\"") : shown;
  }
  for (const WordsExpression& each : part.parts) {
    shown.append(shown.empty() ? "" : ", ").append(Shown(each));
  }
  constexpr std::array<const char*, 4> kNames = {"", "and", "or", "not"};
  return std::string(kNames[static_cast<std::size_t>(part.kind)]).append("(").append(shown) + ")";
}

class ParseExpressionTest : public ::testing::Test {
 protected:
  std::string Read(std::string_view text) {
    const auto read = ParseExpression(text, analyser_);
    return read.ok() ? Shown(read->expression) : MessageOf(read.status());
  }
  std::string Wanted(std::string_view text) {
    const absl::StatusOr<AdvancedWords> read = ParseExpression(text, analyser_);
    if (!read.ok()) return MessageOf(read.status());
    std::string words;
    for (const Word& word : read->words) {
      words += (words.empty() ? "" : " ") + word.term;
    }
    return words;
  }

  Analyser analyser_ = Analyser::Create({}).value();
};

TEST_F(ParseExpressionTest, WordsSideBySideAreAllAskedFor) {
  EXPECT_EQ(Read("debt advice"), "and(debt, advic)");
  EXPECT_EQ(Read("debt AND advice"), "and(debt, advic)");
  EXPECT_EQ(Read("debt"), "debt");
  EXPECT_EQ(Read("drop-in"), "drop")
      << "a hyphen within a word refuses nothing; \"in\" is a stop word";
  EXPECT_EQ(Read("twelve-step"), "and(twelv, step)");
}

TEST_F(ParseExpressionTest, AndBindsCloserThanOr) {
  EXPECT_EQ(Read("debt advice OR money"), "or(and(debt, advic), money)");
  EXPECT_EQ(Read("debt (advice OR money)"), "and(debt, or(advic, money))");
  EXPECT_EQ(Read("debt OR money OR rent"), "or(debt, money, rent)");
}

TEST_F(ParseExpressionTest, NotBindsClosest) {
  EXPECT_EQ(Read("debt -children rent"), "and(debt, not(children), rent)");
  EXPECT_EQ(Read("debt NOT (rent OR \"council tax\")"),
            "and(debt, not(or(rent, \"council tax\")))");
  EXPECT_EQ(Read("NOT NOT debt"), "not(not(debt))");
  EXPECT_EQ(Read("debt - rent"), "and(debt, rent)") << "a dash is punctuation";
}

TEST_F(ParseExpressionTest, OperatorsAreWrittenInCapitals) {
  EXPECT_EQ(Read("salt and vinegar or chips"), "and(salt, vinegar, chip)");
}

TEST_F(ParseExpressionTest, StopWordsCountInQuotesOrAlone) {
  EXPECT_EQ(Read("the debt"), "debt");
  EXPECT_EQ(Read("the OR debt"), "debt");
  EXPECT_EQ(Read("\"the debt\""), "\"the debt\"");
  EXPECT_EQ(Read("the who"), "and(the, who)");
  EXPECT_EQ(Read("-the debt"), "debt");
}

TEST_F(ParseExpressionTest, WhatIsRefusedDoesNotScore) {
  EXPECT_EQ(Wanted("debt -children (rent OR debts)"), "debt rent");
  EXPECT_EQ(Wanted("NOT (debt NOT rent)"), "rent");
}

TEST_F(ParseExpressionTest, SaysWhatIsMissing) {
  EXPECT_THAT(Read("debt AND"), HasSubstr("after AND"));
  EXPECT_THAT(Read("AND debt"), HasSubstr("before AND"));
  EXPECT_THAT(Read("debt OR"), HasSubstr("beside OR"));
  EXPECT_THAT(Read("OR debt"), HasSubstr("beside OR"));
  EXPECT_THAT(Read("debt NOT"), HasSubstr("after NOT"));
  EXPECT_THAT(Read("(debt"), HasSubstr("not closed"));
  EXPECT_THAT(Read("debt)"), HasSubstr("no opening one"));
  EXPECT_THAT(Read("()"), HasSubstr("between parentheses"));
  EXPECT_THAT(Read("\"debt"), HasSubstr("quotation mark is not closed"));
  EXPECT_THAT(Read(std::string(200, '(') + "debt" + std::string(200, ')')), HasSubstr("too deep"));
}

TEST_F(ParseExpressionTest, NothingAsksNothing) {
  EXPECT_EQ(Read(""), "and()");
  EXPECT_EQ(Read(" ... "), "and()");
}

}  // namespace
}  // namespace waypost::text
