#include "engine/ask/sentence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

TEST(ReadWords, KeepsPlacesInTheText) {
  const Sentence words = WordsOf("Near BS5, mum's");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[1].text, "bs5");
  EXPECT_EQ(words[1].begin, 5U);
  EXPECT_EQ(words[1].end, 8U);
  EXPECT_TRUE(words[1].is_shouted);
  EXPECT_EQ(words[2].before, Break::kComma);
  EXPECT_EQ(words[2].text, "mum");
}

TEST(ReadWords, WordsOfOneSenseAreEqual) {
  EXPECT_EQ(WordsOf("nan")[0].sense, WordsOf("husbands")[0].sense);
  EXPECT_EQ(WordsOf("can't")[0].sense, kNotSense);
  EXPECT_NE(WordsOf("son")[0].sense, WordsOf("mum")[0].sense);
}

TEST(ReadWords, CapitalsSayNothingWhereAllIsShouted) {
  for (const Word& word : WordsOf("FOOD BANK BRISTOL BS5")) EXPECT_FALSE(word.is_capital);
}

TEST(ReadWords, PlacesAreThoseOfTheTextAsGivenWhateverItsBytes) {
  const std::string text = "caf\xC3\xA9 \xFF\xFE bs5 \xE2\x82 near\xC0 choir";
  for (const Word& word : WordsOf(text)) {
    ASSERT_LE(word.end, text.size());
    if (word.text == "bs5" || word.text == "near" || word.text == "choir") {
      EXPECT_EQ(text.substr(word.begin, word.end - word.begin), word.text);
    }
  }
  const Sentence words = WordsOf(text);
  EXPECT_EQ(std::ranges::count(words, "bs5", &Word::text), 1);
  EXPECT_EQ(std::ranges::count(words, "choir", &Word::text), 1);
}

TEST(ReadWords, APoundSignMakesMoney) {
  EXPECT_TRUE(WordsOf("\xC2\xA3"
                      "40 left")[0]
                  .is_money);
  EXPECT_FALSE(WordsOf("40 left")[0].is_money);
}

}  // namespace
}  // namespace waypost::ask
