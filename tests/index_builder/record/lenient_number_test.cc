#include "index_builder/record/lenient_number.h"

#include <gtest/gtest.h>

namespace waypost::record {
namespace {

TEST(ReadNumber, ReadsDecimalsWithSpacesAndSign) {
  EXPECT_EQ(ReadNumber("12"), 12);
  EXPECT_EQ(ReadNumber(" 5.0 "), 5);
  EXPECT_EQ(ReadNumber("+5"), 5);
  EXPECT_EQ(ReadNumber("-0.738887"), -0.738887);
  EXPECT_EQ(ReadNumber("1e3"), 1000);
  EXPECT_EQ(ReadNumber("\xC2\xA0"
                       "7"),
            7);
}

TEST(ReadNumber, RefusesWhatIsNoFiniteDecimal) {
  for (const char* text : {"", " ", "twelve", "12 miles", "nan", "inf", "-inf", "0x10", "1e999",
                           "+-1", "1,5", "--1", "."}) {
    EXPECT_EQ(ReadNumber(text), std::nullopt) << text;
  }
}

TEST(ReadInteger, AcceptsAZeroFractionOnly) {
  EXPECT_EQ(ReadInteger("5"), 5);
  EXPECT_EQ(ReadInteger("5.0"), 5);
  EXPECT_EQ(ReadInteger("-3"), -3);
  EXPECT_EQ(ReadInteger("5.5"), std::nullopt);
  EXPECT_EQ(ReadInteger("1e300"), std::nullopt);
  EXPECT_EQ(ReadInteger(""), std::nullopt);
}

TEST(ReadBool, KnowsTheUsualWords) {
  for (const char* yes : {"true", "TRUE", "Yes", "y", "1", "1.0", " t ", "on"}) {
    EXPECT_EQ(ReadBool(yes), true) << yes;
  }
  for (const char* no : {"false", "No", "n", "0", "off"}) EXPECT_EQ(ReadBool(no), false) << no;
  for (const char* other : {"", "maybe", "2", "null"}) EXPECT_EQ(ReadBool(other), std::nullopt);
}

TEST(ReadAmount, ReadsMoney) {
  EXPECT_EQ(ReadAmount("£5"), 5);
  EXPECT_EQ(ReadAmount("GBP 12.50"), 12.5);
  EXPECT_EQ(ReadAmount("3.50 gbp"), 3.5);
  EXPECT_EQ(ReadAmount("£1,250.50"), 1250.5);
  EXPECT_EQ(ReadAmount("4.00"), 4);
  EXPECT_EQ(ReadAmount("1,5"), std::nullopt);
  EXPECT_EQ(ReadAmount(",500"), std::nullopt);
  EXPECT_EQ(ReadAmount("free"), std::nullopt);
  EXPECT_EQ(ReadAmount("£5 per session"), std::nullopt);
}

TEST(ReadAge, ReadsYearsMonthsAndWeeks) {
  EXPECT_EQ(ReadAge("9"), 9);
  EXPECT_EQ(ReadAge("18 months"), 1.5);
  EXPECT_EQ(ReadAge("18m"), 1.5);
  EXPECT_EQ(ReadAge("5 years"), 5);
  EXPECT_EQ(ReadAge("26 weeks"), 0.5);
  EXPECT_EQ(ReadAge("-1"), -1);
  EXPECT_EQ(ReadAge("all"), std::nullopt);
  EXPECT_EQ(ReadAge("5 miles"), std::nullopt);
}

}  // namespace
}  // namespace waypost::record
