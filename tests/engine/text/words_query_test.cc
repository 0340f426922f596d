#include "engine/text/words_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "tests/engine/text/random_names.h"

namespace waypost::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Terms(const WordsQuery& query) {
  std::vector<std::string> terms;
  for (const Word& word : query.words) terms.push_back(word.term);
  return terms;
}

class ParseWordsTest : public ::testing::Test {
 protected:
  WordsQuery Parse(std::string_view text) { return ParseWords(text, analyser_); }
  std::vector<std::string> Parsed(std::string_view text) { return Terms(Parse(text)); }

  Analyser analyser_ = Analyser::Create({}).value();
};

TEST_F(ParseWordsTest, WordsAreDistinctByTermInOrderOfFirstAppearance) {
  EXPECT_THAT(Parsed("Dances for dancing elders, dance"), ElementsAre("danc", "elder"));
}

TEST_F(ParseWordsTest, KeepsWhatWasTyped) {
  const WordsQuery query = Parse("CAFÉS’ run");
  ASSERT_EQ(query.words.size(), 2U);
  EXPECT_EQ(query.words[0].text, "CAFÉS");
  EXPECT_EQ(query.words[0].word, "cafes");
  EXPECT_EQ(query.words[0].term, "cafe");
  EXPECT_FALSE(query.words[0].quoted);
  EXPECT_THAT(query.words[0].alternatives, IsEmpty());
}

TEST_F(ParseWordsTest, StopWordsAreLeftOutUnlessNothingElseIsLeft) {
  EXPECT_THAT(Parsed("help with the rent"), ElementsAre("help", "rent"));
  EXPECT_THAT(Parsed("The Who"), ElementsAre("the", "who"));
  EXPECT_THAT(Parsed("IT"), ElementsAre("it"));
  EXPECT_THAT(Parsed("the the the"), ElementsAre("the"));
}

TEST_F(ParseWordsTest, QuotesSwitchTheStopWordRuleOff) {
  const WordsQuery query = Parse("the \"mother and baby\" group");
  EXPECT_THAT(Terms(query), ElementsAre("mother", "and", "babi", "group"));
  EXPECT_TRUE(query.words[1].quoted);
  EXPECT_FALSE(query.words[3].quoted);
  EXPECT_THAT(Parsed("“The Who” of"), ElementsAre("the", "who"));
}

TEST_F(ParseWordsTest, AWordQuotedAnywhereIsQuoted) {
  const WordsQuery query = Parse("club the \"the\" \"club\"");
  EXPECT_THAT(Terms(query), ElementsAre("club", "the"));
  EXPECT_TRUE(query.words[0].quoted);
  EXPECT_TRUE(query.words[1].quoted);
}

TEST_F(ParseWordsTest, AQuotationMarkWithoutPartnerIsPunctuation) {
  EXPECT_THAT(Parsed("12\" of pizza"), ElementsAre("12", "pizza"));
  EXPECT_THAT(Parsed("\"club\" with \"the"), ElementsAre("club"));
  EXPECT_THAT(Parsed("\"\""), IsEmpty());
}

TEST_F(ParseWordsTest, OperatorsAreText) {
  EXPECT_THAT(Parsed("chess NOT bridge"), ElementsAre("chess", "bridg"));
  EXPECT_THAT(Parsed("+chess -bridge (draughts) lud* near:go NEAR/3 XOR"),
              ElementsAre("chess", "bridg", "draught", "lud", "near", "go", "3", "xor"));
  EXPECT_THAT(Parsed("AND"), ElementsAre("and"));
}

TEST_F(ParseWordsTest, NothingGivesNothing) {
  EXPECT_TRUE(Parse("").empty());
  EXPECT_TRUE(Parse(" ... \" ' * ").empty());
}

TEST_F(ParseWordsTest, AnyLengthIsAccepted) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i) + " the \" ";
  EXPECT_EQ(Parse(text).words.size(), 20001U);
}

// A service is always found by its own full name.
class FoundByOwnName : public ParseWordsTest {
 protected:
  // The words asked that are not among the words of the name.
  void Check(const std::string& name, bool has_letter_or_digit) {
    const std::vector<std::string> listed = analyser_.Terms(name);
    const std::set<std::string> indexed(listed.begin(), listed.end());
    const WordsQuery query = Parse(name);
    for (const Word& word : query.words) {
      ASSERT_TRUE(indexed.contains(word.term)) << "'" << name << "' lacks " << word.term;
    }
    if (has_letter_or_digit) {
      ASSERT_FALSE(query.empty()) << name;
    }
  }
};

TEST_F(FoundByOwnName, RandomNames) {
  RandomNames names(TestSeed());
  for (int i = 0; i < 20000; ++i) {
    const RandomName name = names.Next();
    ASSERT_NO_FATAL_FAILURE(Check(name.text, name.has_letter_or_digit));
  }
}

// The same name typed another way: other case, a space too many, other apostrophes.
TEST_F(FoundByOwnName, TypedInCapitals) {
  for (const char* name : {"Extra Care - Redwood Glades.", "A&E", "children's café", "S.E.N.D."}) {
    std::string loud(name);
    std::ranges::transform(loud, loud.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    });
    EXPECT_EQ(Parsed(loud), Parsed(name));
    EXPECT_EQ(Parsed("  " + loud + " !"), Parsed(name));
  }
}

// The directory of real data, when there is one.
std::string SharedFolder() {
  const char* set = std::getenv("WAYPOST_SHARED");
  return set != nullptr ? set : WAYPOST_SOURCE_DIR "/../shared";
}

TEST_F(FoundByOwnName, RealNamesOfTheBristolFeed) {
  std::ifstream feed(SharedFolder() + "/data/oruk-feeds/bristol-oruk-v1-2024-12.json");
  if (!feed) GTEST_SKIP() << "no real data: set WAYPOST_SHARED";
  const std::string before = "  \"name\": \"";
  int names = 0;
  for (std::string line; std::getline(feed, line);) {
    if (!line.starts_with(before)) continue;
    const std::string name = line.substr(before.size(), line.rfind('"') - before.size());
    ASSERT_NO_FATAL_FAILURE(Check(name, !name.empty()));
    ++names;
  }
  EXPECT_GE(names, 819);
}

}  // namespace
}  // namespace waypost::text
