#include "engine/ask/numbers.h"

#include <gtest/gtest.h>

#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

std::string Numbered(std::string_view text) {
  const auto number = ReadNumber(WordsOf(text), 0, true);
  return number ? NumberText(number->value) + " of " + std::to_string(number->words) : "none";
}

TEST(ReadNumber, ReadsDigitsAndWords) {
  EXPECT_EQ(Numbered("7 miles"), "7 of 1");
  EXPECT_EQ(Numbered("1.5 miles"), "1.5 of 2");
  EXPECT_EQ(Numbered("eighty-two"), "82 of 2");
  EXPECT_EQ(Numbered("two and a half"), "2.5 of 4");
  EXPECT_EQ(Numbered("half a mile"), "0.5 of 2");
  EXPECT_EQ(Numbered("three quarters of a mile"), "0.75 of 4");
  EXPECT_EQ(Numbered("½ mile"), "0.5 of 2");
  EXPECT_EQ(Numbered("1½ miles"), "1.5 of 2");
  EXPECT_EQ(Numbered("10¼ miles"), "10.25 of 2");
  EXPECT_EQ(Numbered("a couple of miles"), "2 of 3");
  EXPECT_EQ(Numbered("a mile"), "1 of 1");
  EXPECT_EQ(Numbered("miles"), "none");
  EXPECT_EQ(Numbered("99999999999"), "none");
}

TEST(ReadAttached, CutsTheUnitOff) {
  const auto read = ReadAttached("71yo");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->value, 71);
  EXPECT_EQ(read->unit, "yo");
  EXPECT_FALSE(ReadAttached("71"));
  EXPECT_FALSE(ReadAttached("yo"));
  EXPECT_FALSE(ReadAttached("12345m"));
}

}  // namespace
}  // namespace waypost::ask
