#include "engine/text/tokeniser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/engine/text/random_names.h"

namespace waypost::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Tokens(std::string_view text) {
  std::vector<std::string> tokens;
  Tokeniser tokeniser(text);
  for (RawToken token; tokeniser.Next(token);) {
    tokens.emplace_back(text.substr(token.begin, token.end - token.begin));
  }
  return tokens;
}

TEST(Tokeniser, PunctuationSeparatesOnBothSides) {
  EXPECT_THAT(Tokens("Extra Care - Redwood Glades."),
              ElementsAre("Extra", "Care", "Redwood", "Glades"));
  EXPECT_THAT(Tokens("12-step/drop_in,(free)"), ElementsAre("12", "step", "drop", "in", "free"));
}

TEST(Tokeniser, TextWithoutLettersOrDigitsHasNoToken) {
  EXPECT_THAT(Tokens(""), IsEmpty());
  EXPECT_THAT(Tokens(" -–—!?\"'🎉™\u0301\u200D\u3164"), IsEmpty());
}

TEST(Tokeniser, ApostrophesBelongToAWordOnlyInsideIt) {
  EXPECT_THAT(Tokens("carers' 'quoted' O'Neill rock’n’roll don''t"),
              ElementsAre("carers", "quoted", "O'Neill", "rock’n’roll", "don", "t"));
}

TEST(Tokeniser, MarksAndJoinersStayWithTheirWord) {
  EXPECT_THAT(Tokens("Cafe\u0301s co\u00ADop"), ElementsAre("Cafe\u0301s", "co\u00ADop"));
  EXPECT_THAT(Tokens("a\u200Bb"), ElementsAre("a", "b"));  // zero-width space
}

TEST(Tokeniser, SingleLettersWithFullStopsAreOneToken) {
  EXPECT_THAT(Tokens("S.E.N.D. e.g. Ph.D J.R.R. Tolkien"),
              ElementsAre("S.E.N.D", "e.g", "Ph", "D", "J.R.R", "Tolkien"));
  EXPECT_THAT(Tokens("S. E. N.. D 1.5 St.John a.b.cd"),
              ElementsAre("S", "E", "N", "D", "1", "5", "St", "John", "a.b", "cd"));
}

TEST(Tokeniser, TightAmpersandBetweenSingleLettersIsOneToken) {
  EXPECT_THAT(Tokens("A&E, R&B."), ElementsAre("A&E", "R&B"));
  EXPECT_THAT(Tokens("A & E Smith&Jones A&Es &"),
              ElementsAre("A", "&", "E", "Smith", "&", "Jones", "A", "&", "Es", "&"));
}

TEST(Tokeniser, EveryIdeographIsAToken) {
  EXPECT_THAT(Tokens("日本 center 한국"), ElementsAre("日", "本", "center", "한국"));
}

TEST(Tokeniser, BytesThatAreNoUtf8Separate) {
  EXPECT_THAT(Tokens("caf\xC3 b\xFF"
                     "c\xED\xA0\x80"
                     "d\xC3"),
              ElementsAre("caf", "b", "c", "d"));
}

TEST(Tokeniser, RangesAscendAndDoNotOverlap) {
  RandomNames names(TestSeed());
  for (int i = 0; i < 5000; ++i) {
    const std::string name = names.Next().text;
    Tokeniser tokeniser(name);
    std::size_t last = 0;
    for (RawToken token; tokeniser.Next(token); last = token.end) {
      ASSERT_LE(last, token.begin) << name;
      ASSERT_LT(token.begin, token.end) << name;
      ASSERT_LE(token.end, name.size()) << name;
    }
  }
}

}  // namespace
}  // namespace waypost::text
