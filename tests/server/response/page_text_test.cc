#include "server/response/page_text.h"

#include <gtest/gtest.h>

#include "tests/support/small_directory.h"

namespace waypost::server {
namespace {

Millimetres Miles(double miles) { return Metres(miles * kMetresPerMile).ToMillimetres(); }

TEST(MilesText, IsAsPeopleSayIt) {
  EXPECT_EQ(MilesText(Miles(0)), "under 0.1 miles");
  EXPECT_EQ(MilesText(Miles(0.3)), "0.3 miles");
  EXPECT_EQ(MilesText(Miles(1)), "1 mile");
  EXPECT_EQ(MilesText(Miles(2.04)), "2 miles");
  EXPECT_EQ(MilesText(Miles(9.97)), "10 miles");
  EXPECT_EQ(MilesText(Miles(12.4)), "12 miles");
}

TEST(AboutMilesText, ClaimsNoMoreThanIsKnown) {
  EXPECT_EQ(AboutMilesText(Miles(0)), "about 0.1 miles");
  EXPECT_EQ(AboutMilesText(Miles(1.02)), "about 1 mile");
}

TEST(WithCommasTest, PartsThousands) {
  EXPECT_EQ(WithCommas(0), "0");
  EXPECT_EQ(WithCommas(999), "999");
  EXPECT_EQ(WithCommas(1978), "1,978");
  EXPECT_EQ(WithCommas(1234567), "1,234,567");
}

TEST(LongDate, HasNoLeadingZero) { EXPECT_EQ(LongDate(testing::DayOf2026(5, 2)), "2 May 2026"); }

TEST(QueryStringTest, EscapesAllButPlainCharacters) {
  EXPECT_EQ(QueryString({{"q", "a b&c=é"}, {"near", "BS1-4_.~"}}),
            "?q=a%20b%26c%3d%c3%a9&near=BS1-4_.~");
  EXPECT_EQ(QueryString({}), "");
}

TEST(DialText, TakesTheDigitsOfANumber) {
  EXPECT_EQ(DialText("0114 496 0982"), "01144960982");
  EXPECT_EQ(DialText("(0114) 496-0982"), "01144960982");
  EXPECT_EQ(DialText("Tel: 0114.496.0982 ext 12"), "01144960982");
}

// Two numbers became one that nobody has.
TEST(DialText, TakesTheFirstOfSeveral) {
  EXPECT_EQ(DialText("0114 496 0982 / 0114 496 0790 (evenings)"), "01144960982");
  EXPECT_EQ(DialText("24 hours: 0114 496 0982"), "01144960982");
  EXPECT_EQ(DialText("Mon 9-5, 0114 496 0982"), "01144960982");
  EXPECT_EQ(DialText("0114 496 0982 0114 496 0790"), "");  // nobody can tell where one ends
}

TEST(DialText, TheZeroInBracketsIsNotDialledFromAbroad) {
  EXPECT_EQ(DialText("+44 (0)114 496 0982"), "+441144960982");
  EXPECT_EQ(DialText("+44 114 496 0982"), "+441144960982");
}

TEST(DialText, KnowsShortNumbers) {
  EXPECT_EQ(DialText("999"), "999");
  EXPECT_EQ(DialText("111 option 2"), "111");
  EXPECT_EQ(DialText("116 123"), "116123");
  EXPECT_EQ(DialText("0800 1111"), "08001111");
}

TEST(DialText, GivesNoLinkForWhatIsNoNumber) {
  for (const char* text : {"", "see website", "2", "12345", "1632 960001", "+44", "+", "(0)",
                           "123456789012345678901234"}) {
    EXPECT_EQ(DialText(text), "") << text;
  }
}

TEST(DoubtText, HasPlainWordsForEveryCondition) {
  for (int i = 0; i <= static_cast<int>(query::FilterKind::kModifiedAfter); ++i) {
    const std::string_view text = DoubtText(static_cast<query::FilterKind>(i));
    EXPECT_FALSE(text.empty()) << i;
    EXPECT_EQ(text.find('_'), std::string_view::npos) << text;
  }
}

TEST(CapitalisedTest, ChangesTheFirstLetterOnly) {
  EXPECT_EQ(Capitalised("no place"), "No place");
  EXPECT_EQ(Capitalised("éa"), "éa");
  EXPECT_EQ(Capitalised(""), "");
}

}  // namespace
}  // namespace waypost::server
