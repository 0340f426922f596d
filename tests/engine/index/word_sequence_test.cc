#include "engine/index/word_sequence.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/random_seed.h"

namespace waypost {
namespace {

std::string Bytes(const std::vector<WordCode>& codes) {
  std::string bytes;
  for (const WordCode code : codes) AppendWordCode(bytes, code);
  return bytes;
}

bool Occurs(std::vector<WordCode> phrase, const std::vector<WordCode>& text) {
  return PhraseFinder(std::move(phrase)).Occurs(Bytes(text));
}

TEST(PhraseFinder, FindsWordsSideBySideInOneField) {
  EXPECT_TRUE(Occurs({1, 2}, {3, 1, 2}));
  EXPECT_FALSE(Occurs({1, 2}, {1, 3, 2}));
  EXPECT_FALSE(Occurs({1, 2}, {2, 1}));
  EXPECT_FALSE(Occurs({1, 2}, {1, kFieldEnd, 2}));
  EXPECT_TRUE(Occurs({1, 1, 2}, {1, 1, 1, 2})) << "a beginning inside another";
  EXPECT_TRUE(Occurs({5}, {4, 5}));
  EXPECT_FALSE(Occurs({1, 2}, {}));
}

TEST(PhraseFinder, ReadsCodesOfEveryLength) {
  for (const WordCode code : {127U, 128U, 16'383U, 16'384U, 2'000'000U, 4'294'967'295U}) {
    EXPECT_TRUE(Occurs({code, 1}, {2, code, 1})) << code;
    EXPECT_FALSE(Occurs({code, 1}, {code - 1, 1, code})) << code;
  }
}

TEST(PhraseFinder, AgreesWithASearchOnRandomTexts) {
  std::mt19937_64 random = testing::MakeRandom();
  int found = 0;
  for (int i = 0; i < 2000; ++i) {
    std::vector<WordCode> text;
    std::vector<WordCode> phrase;
    for (auto n = testing::RandomWithin(random, 0, 30); n > 0; --n) {
      text.push_back(static_cast<WordCode>(testing::RandomWithin(random, 0, 3) * 100));
    }
    for (auto n = testing::RandomWithin(random, 1, 4); n > 0; --n) {
      phrase.push_back(static_cast<WordCode>(testing::RandomWithin(random, 1, 3) * 100));
    }
    const bool expected =
        std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
    ASSERT_EQ(Occurs(phrase, text), expected);
    found += expected ? 1 : 0;
  }
  EXPECT_GE(found, 200);
}

// A damaged file may hold anything.
TEST(PhraseFinder, BytesThatAreNoSequenceHoldNoPhrase) {
  EXPECT_FALSE(PhraseFinder({1, 2}).Occurs(std::string(100, '\xFF')));
  EXPECT_FALSE(PhraseFinder({1, 2}).Occurs("\x81"));
}

}  // namespace
}  // namespace waypost
