#include "engine/text/fold.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/engine/text/random_names.h"

namespace waypost::text {
namespace {

TEST(FoldForLookup, CaseSpacesAndPunctuationMakeNoDifference) {
  EXPECT_EQ(FoldForLookup("St. Ives"), "st ives");
  EXPECT_EQ(FoldForLookup("  st\tives "), "st ives");
  EXPECT_EQ(FoldForLookup("Stoke-on-Trent"), FoldForLookup("STOKE ON TRENT"));
  EXPECT_EQ(FoldForLookup("Westward Ho!"), "westward ho");
}

TEST(FoldForLookup, AccentsAndLigaturesMakeNoDifference) {
  EXPECT_EQ(FoldForLookup("Ynys Môn"), "ynys mon");
  EXPECT_EQ(FoldForLookup("Ynys Mo\u0302n"), "ynys mon");
  EXPECT_EQ(FoldForLookup("Ærø ﬁeld"), "aero field");
}

TEST(FoldForLookup, ApostrophesGo) {
  EXPECT_EQ(FoldForLookup("King’s Lynn"), "kings lynn");
  EXPECT_EQ(FoldForLookup("King's Lynn"), FoldForLookup("Kings Lynn"));
  EXPECT_EQ(FoldForLookup("St John's Wood"), "st johns wood");
}

TEST(FoldForLookup, AmpersandIsAnd) {
  EXPECT_EQ(FoldForLookup("Brighton & Hove"), "brighton and hove");
  EXPECT_EQ(FoldForLookup("Brighton&Hove"), "brighton and hove");
  EXPECT_EQ(FoldForLookup("A&E"), FoldForLookup("a and e"));
}

TEST(FoldForLookup, DifferentWordsStayDifferent) {
  EXPECT_NE(FoldForLookup("Saint Ives"), FoldForLookup("St Ives"));
  EXPECT_NE(FoldForLookup("Newport"), FoldForLookup("New Port"));
  EXPECT_NE(FoldForLookup("Running"), FoldForLookup("Run"));
}

TEST(FoldForLookup, TextWithoutLettersOrDigitsIsEmpty) {
  EXPECT_EQ(FoldForLookup(""), "");
  EXPECT_EQ(FoldForLookup(" - ... 🎉"), "");
}

TEST(FoldForLookup, LongWordsAreNotCut) {
  EXPECT_EQ(FoldForLookup(std::string(5000, 'A')), std::string(5000, 'a'));
}

TEST(FoldForLookup, FoldedTextFoldsToItself) {
  RandomNames names(TestSeed());
  for (int i = 0; i < 20000; ++i) {
    const std::string name = names.Next().text;
    const std::string folded = FoldForLookup(name);
    ASSERT_EQ(FoldForLookup(folded), folded) << name;
  }
}

TEST(TruncateUtf8, CutsBetweenCharacters) {
  EXPECT_EQ(TruncateUtf8("café", 10), "café");
  EXPECT_EQ(TruncateUtf8("café", 5), "café");
  EXPECT_EQ(TruncateUtf8("café", 4), "caf");
  EXPECT_EQ(TruncateUtf8("café", 3), "caf");
  EXPECT_EQ(TruncateUtf8("🎉", 3), "");
  EXPECT_EQ(TruncateUtf8("abc", 0), "");
  EXPECT_EQ(TruncateUtf8("", 0), "");
}

}  // namespace
}  // namespace waypost::text
