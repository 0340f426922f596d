#include "engine/text/analyser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/engine/text/random_names.h"

namespace waypost::text {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

Analyser English() { return Analyser::Create({}).value(); }

std::vector<std::string> Terms(std::string_view text) { return English().Terms(text); }

TEST(Analyser, RefusesALanguageItDoesNotKnow) {
  const auto analyser = Analyser::Create({.language = "cy"});
  EXPECT_EQ(analyser.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(MessageOf(analyser.status()).find("'cy'"), std::string::npos);
}

TEST(Analyser, FoldsCaseAccentsAndLigatures) {
  EXPECT_EQ(Terms("CAFÉ café cafe Cafe\u0301 ＣＡＦＥ"), Terms("cafe cafe cafe cafe cafe"));
  EXPECT_EQ(Terms("ﬁnance Ægir Straße Łódź Øresund Kızılay œuvre"),
            Terms("finance aegir strasse lodz oresund kizilay oeuvre"));
  EXPECT_EQ(Terms("Ynys Môn, Tŷ Gŵyr"), Terms("ynys mon ty gwyr"));
}

TEST(Analyser, DigitsOfEveryScriptAreDigits) { EXPECT_EQ(Terms("٣ ३ ３"), Terms("3 3 3")); }

TEST(Analyser, VowelSignsOfOtherScriptsMakeAnotherWord) {
  EXPECT_NE(Terms("कि"), Terms("कु"));
  EXPECT_NE(Terms("か"), Terms("が"));
}

TEST(Analyser, StemsEveryToken) {
  EXPECT_THAT(Terms("Counselling and running for communities"),
              ElementsAre("counsel", "and", "run", "for", "communiti"));
}

TEST(Analyser, PossessiveMeetsPluralAndBareWord) {
  EXPECT_THAT(Terms("children's children’s childrens children"), Each(std::string("children")));
  EXPECT_THAT(Terms("James's James' JAMES'S James"), Each(Terms("james")[0]));
  EXPECT_EQ(Terms("1960's"), Terms("1960s"));
  EXPECT_EQ(Terms("O'Neill rock'n'roll"), Terms("oneill rocknroll"));
  EXPECT_THAT(Terms("'s"), ElementsAre("s"));
}

TEST(Analyser, InitialsMeetTheWord) {
  EXPECT_EQ(Terms("S.E.N.D."), Terms("SEND"));
  EXPECT_EQ(Terms("e.g. U.K."), Terms("EG uk"));
}

TEST(Analyser, TightAmpersandIsATermOfItsOwn) {
  EXPECT_THAT(Terms("A&E a&e A＆E"), Each(std::string("a&e")));
  EXPECT_EQ(Terms("Me & You"), Terms("me and you"));
  EXPECT_EQ(Terms("Smith&Jones"), Terms("Smith and Jones"));
}

TEST(Analyser, FractionsFallIntoTheirNumbers) { EXPECT_THAT(Terms("½"), ElementsAre("1", "2")); }

TEST(Analyser, HyphensSeparate) { EXPECT_EQ(Terms("12-step drop-in"), Terms("12 step drop in")); }

TEST(Analyser, LettersThatFoldToNothingStandForThemselves) {
  EXPECT_THAT(Terms("ﹰ"), ElementsAre("ﹰ"));  // Arabic fathatan, a letter by category
}

TEST(Analyser, CutsLongWordsAtACharacter) {
  EXPECT_THAT(Terms(std::string(100, '7')), ElementsAre(std::string(64, '7')));
  std::string odd = "x";
  for (int i = 0; i < 50; ++i) odd += "ж";  // bytes 64 and 65 are one letter
  EXPECT_EQ(Terms(odd)[0].size(), 63U);
  EXPECT_EQ(Terms(std::string(1 << 20, 'b')).size(), 1U);
}

TEST(Analyser, MarksStopWords) {
  std::vector<std::string> stop_words;
  Analyser analyser = English();
  analyser.ForEachToken("The IT of don't well ill send", [&](const Token& token) {
    if (token.is_stop_word) stop_words.emplace_back(token.word);
  });
  EXPECT_THAT(stop_words, ElementsAre("the", "it", "of", "dont"));
}

TEST(Analyser, LanguageNoneNeitherStemsNorMarksStopWords) {
  Analyser analyser = Analyser::Create({.language = "none"}).value();
  EXPECT_EQ(analyser.language(), "none");
  analyser.ForEachToken("The RUNNING", [](const Token& token) {
    EXPECT_EQ(token.word, token.term);
    EXPECT_FALSE(token.is_stop_word);
  });
  EXPECT_THAT(analyser.Terms("The Runnings"), ElementsAre("the", "runnings"));
}

TEST(Analyser, TokensSayWhereTheyStand) {
  Analyser analyser = English();
  const std::string text = "– Cafés!";
  analyser.ForEachToken(text, [&](const Token& token) {
    EXPECT_EQ(text.substr(token.begin, token.end - token.begin), "Cafés");
    EXPECT_EQ(token.word, "cafes");
    EXPECT_EQ(token.term, "cafe");
  });
}

TEST(Analyser, WhatItRemembersMakesNoDifference) {
  Analyser forgetful = Analyser::Create({.language = "en", .max_remembered_words = 2}).value();
  Analyser none = Analyser::Create({.language = "en", .max_remembered_words = 0}).value();
  Analyser mindful = English();
  RandomNames names(TestSeed());
  for (int i = 0; i < 2000; ++i) {
    const std::string name = names.Next().text;
    const std::vector<std::string> expected = English().Terms(name);
    ASSERT_EQ(mindful.Terms(name), expected) << name;
    ASSERT_EQ(forgetful.Terms(name), expected) << name;
    ASSERT_EQ(none.Terms(name), expected) << name;
  }
}

TEST(Analyser, NoTermIsEmptyOrTooLong) {
  Analyser analyser = English();
  RandomNames names(TestSeed());
  for (int i = 0; i < 5000; ++i) {
    const std::string name = names.Next().text + names.Next().text;
    analyser.ForEachToken(name, [&](const Token& token) {
      ASSERT_FALSE(token.term.empty()) << name;
      ASSERT_FALSE(token.word.empty()) << name;
      ASSERT_LE(token.term.size(), kMaxTermBytes) << name;
      ASSERT_LE(token.word.size(), kMaxTermBytes) << name;
    });
  }
}

TEST(Analyser, AFoldedWordFoldsToItself) {
  Analyser analyser = Analyser::Create({.language = "none"}).value();
  RandomNames names(TestSeed());
  for (int i = 0; i < 5000; ++i) {
    for (const std::string& term : analyser.Terms(names.Next().text)) {
      const std::vector<std::string> again = analyser.Terms(term);
      ASSERT_THAT(again, ElementsAre(term));
    }
  }
}

TEST(Analyser, RandomBytesAreText) {
  Analyser analyser = English();
  RandomNames random(TestSeed());
  for (int i = 0; i < 20000; ++i) {
    std::string bytes(random.Below(40), '\0');
    for (char& byte : bytes) byte = static_cast<char>(random.Below(256));
    analyser.ForEachTerm(bytes, [](std::string_view term) { ASSERT_FALSE(term.empty()); });
  }
}

TEST(AnalyserLibraries, NamesBoth) {
  EXPECT_THAT(AnalyserLibraries(), ::testing::MatchesRegex("icu [0-9.]+ xapian [0-9.]+"));
}

}  // namespace
}  // namespace waypost::text
