#include "engine/query/parse_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace waypost::query {
namespace {

using ::testing::ElementsAre;

Date Day(const char* text) { return *ParseIsoDate(text); }

TEST(ParseWithin, ABareNumberIsMetres) {
  EXPECT_EQ(ParseWithin("800"), (Within{Metres(800), LengthUnit::kMetres}));
}

TEST(ParseWithin, KeepsTheUnitItWasAskedIn) {
  EXPECT_EQ(ParseWithin("800m"), (Within{Metres(800), LengthUnit::kMetres}));
  EXPECT_EQ(ParseWithin("5km"), (Within{Metres(5000), LengthUnit::kKilometres}));
  EXPECT_EQ(ParseWithin("3mi"), (Within{Metres(4828.032), LengthUnit::kMiles}));
}

TEST(ParseWithin, TakesFractionsSpacesAndCapitals) {
  EXPECT_EQ(ParseWithin("0.5mi"), (Within{Metres(804.672), LengthUnit::kMiles}));
  EXPECT_EQ(ParseWithin("5 KM"), (Within{Metres(5000), LengthUnit::kKilometres}));
}

TEST(ParseWithin, IsAboveNothingAndWithinTheEarth) {
  EXPECT_FALSE(ParseWithin("0"));
  EXPECT_FALSE(ParseWithin("0.0km"));
  EXPECT_FALSE(ParseWithin("-5km"));
  EXPECT_TRUE(ParseWithin("25000km"));
  EXPECT_FALSE(ParseWithin("25000.1km"));
}

TEST(ParseWithin, RefusesOtherTexts) {
  for (const char* text : {"", "m", "km", "mi", "five", "5ft", "5 miles", "1e3", "0x10", "nan",
                           "inf", "5km5", "5kmm", "5,5km", "+5"}) {
    EXPECT_FALSE(ParseWithin(text)) << text;
  }
}

TEST(ParseAge, YearsReachToTheNextBirthday) {
  EXPECT_EQ(ParseAge("9"), (AgeSpan{9, 10, false}));
  EXPECT_EQ(ParseAge("0"), (AgeSpan{0, 1, false}));
}

TEST(ParseAge, ARangeIncludesItsLastYear) {
  EXPECT_EQ(ParseAge("9-12"), (AgeSpan{9, 13, false}));
  EXPECT_EQ(ParseAge("9-9"), (AgeSpan{9, 10, false}));
}

TEST(ParseAge, MonthsAreAnInstant) {
  EXPECT_EQ(ParseAge("18m"), (AgeSpan{1.5, 1.5, true}));
  EXPECT_EQ(ParseAge("0M"), (AgeSpan{0, 0, true}));
}

TEST(ParseAge, EndsWithTheOldestPerson) {
  EXPECT_TRUE(ParseAge("150"));
  EXPECT_FALSE(ParseAge("151"));
  EXPECT_TRUE(ParseAge("1800m"));
  EXPECT_FALSE(ParseAge("1801m"));
}

TEST(ParseAge, RefusesOtherTexts) {
  for (const char* text :
       {"", "m", "-", "9-", "-9", "12-9", "9-12-15", "9.5", "nine", "9y", "9 "}) {
    EXPECT_FALSE(ParseAge(text)) << text;
  }
}

TEST(ParseClock, ReadsHoursAndMinutes) {
  EXPECT_EQ(ParseClock("09:30"), MinuteOfDay(570));
  EXPECT_EQ(ParseClock("9:30"), MinuteOfDay(570));
  EXPECT_EQ(ParseClock("00:00"), MinuteOfDay(0));
  EXPECT_EQ(ParseClock("23:59"), MinuteOfDay(1439));
}

TEST(ParseClock, ReadsTheMidnightAtTheEnd) {
  EXPECT_EQ(ParseClock("24:00"), MinuteOfDay(1440));
  EXPECT_FALSE(ParseClock("24:01"));
}

TEST(ParseClock, RefusesOtherTexts) {
  for (const char* text : {"", ":", "9", "9:3", "9:030", "009:30", ":30", "09:60", "25:00", "-1:00",
                           "09:30:00", "9.30", " 09:30", "9am"}) {
    EXPECT_FALSE(ParseClock(text)) << text;
  }
}

TEST(ParseAgeOfCheck, ReadsDaysAndMonths) {
  EXPECT_EQ(ParseAgeOfCheck("90d"), (Age{.days = 90, .months = 0}));
  EXPECT_EQ(ParseAgeOfCheck("3m"), (Age{.days = 0, .months = 3}));
}

TEST(ParseAgeOfCheck, RefusesOtherTexts) {
  for (const char* text : {"", "d", "m", "0d", "0m", "-1d", "90", "3y", "1.5m", "36501d"}) {
    EXPECT_FALSE(ParseAgeOfCheck(text)) << text;
  }
}

TEST(ParseBoundingBox, IsWestSouthEastNorth) {
  EXPECT_EQ(ParseBoundingBox("-3,51,-2,52.5"),
            (BoundingBox{*LatLng::FromDegrees(51, -3), *LatLng::FromDegrees(52.5, -2)}));
}

TEST(ParseBoundingBox, MayBeAPointAndHaveSpaces) {
  EXPECT_TRUE(ParseBoundingBox(" -3, 51, -3, 51 "));
}

TEST(ParseBoundingBox, RefusesCornersInWrongOrder) {
  EXPECT_FALSE(ParseBoundingBox("-2,51,-3,52")) << "east before west";
  EXPECT_FALSE(ParseBoundingBox("-3,52,-2,51")) << "north before south";
}

TEST(ParseBoundingBox, RefusesOtherTexts) {
  for (const char* text : {"", "-3,51,-2", "-3,51,-2,52,53", "-181,51,-2,52", "-3,51,-2,91",
                           "a,b,c,d", "-3,51,,52", "-3;51;-2;52"}) {
    EXPECT_FALSE(ParseBoundingBox(text)) << text;
  }
}

TEST(ParsePoint, IsLatitudeFirst) {
  EXPECT_EQ(ParsePoint("51.45,-2.59"), LatLng::FromDegrees(51.45, -2.59));
  EXPECT_EQ(ParsePoint(" 51.45 , -2.59 "), LatLng::FromDegrees(51.45, -2.59));
}

TEST(ParsePoint, RefusesOtherTexts) {
  for (const char* text :
       {"", ",", "51.45", "51.45,", "51.45,-2.59,0", "91,0", "0,181", "nan,0", "Ely, Cambs"}) {
    EXPECT_FALSE(ParsePoint(text)) << text;
  }
}

TEST(ParseMoment, ADateIsItsFirstSecond) {
  EXPECT_EQ(ParseMoment("2026-11-21"), Moment(Day("2026-11-21")));
}

TEST(ParseMoment, IsUtcUnlessItSaysOtherwise) {
  const Moment moment = Moment(Day("2026-11-21")) + std::chrono::minutes(14 * 60 + 5);
  for (const char* text : {"2026-11-21T14:05", "2026-11-21 14:05", "2026-11-21T14:05:00",
                           "2026-11-21T14:05Z", "2026-11-21T14:05:00Z"}) {
    EXPECT_EQ(ParseMoment(text), moment) << text;
  }
  EXPECT_EQ(ParseMoment("2026-11-21T14:05:09Z"), moment + std::chrono::seconds(9));
  // As programs write moments; the index knows seconds.
  for (const char* text : {"2026-11-21T14:05:09.000Z", "2026-11-21T14:05:09.9",
                           "2026-11-21T14:05:09.123456789Z", "2026-11-21T15:05:09.5+01:00"}) {
    EXPECT_EQ(ParseMoment(text), moment + std::chrono::seconds(9)) << text;
  }
}

TEST(ParseMoment, TakesOffsets) {
  const Moment moment = Moment(Day("2026-11-21")) + std::chrono::minutes(13 * 60 + 5);
  EXPECT_EQ(ParseMoment("2026-11-21T14:05+01:00"), moment);
  EXPECT_EQ(ParseMoment("2026-11-21T14:05:00+0100"), moment);
  EXPECT_EQ(ParseMoment("2026-11-21T11:35-01:30"), moment);
  // Whoever forgets to encode a '+' sends a space.
  EXPECT_EQ(ParseMoment("2026-11-21T14:05:00 01:00"), moment);
}

TEST(ParseMoment, RefusesOtherTexts) {
  for (const char* text : {"", "2026", "2026-11-31", "21/11/2026", "2026-11-21T", "2026-11-21Z",
                           "2026-11-21T24:00", "2026-11-21T14:60", "2026-11-21T14:05:00.Z",
                           "2026-11-21T14:05.5Z", "2026-11-21T14:05:00,5Z", "2026-11-21T14:05:60",
                           "2026-11-21T14:05+15:00", "2026-11-21T14:05+1", "2026-11-21T14:05+01:60",
                           "2026-11-21T14:05Zulu", "2026-11-21T1405"}) {
    EXPECT_FALSE(ParseMoment(text)) << text;
  }
}

TEST(ParseMinute, IsADateAndATime) {
  EXPECT_EQ(ParseMinute("2026-11-21T14:05"),
            (StatedMinute{Day("2026-11-21"), MinuteOfDay(14 * 60 + 5)}));
}

TEST(ParseMinute, MayStateAnOffset) {
  for (const auto& [text, offset] : {std::pair{"2026-11-21T14:05Z", 0},
                                     {"2026-11-21T14:05+01:00", 60},
                                     {"2026-11-21T14:05-05:30", -330}}) {
    const auto minute = ParseMinute(text);
    ASSERT_TRUE(minute) << text;
    EXPECT_EQ(minute->offset_minutes, offset) << text;
    EXPECT_EQ(minute->time, MinuteOfDay(14 * 60 + 5)) << text;
  }
}

TEST(ParseMinute, RefusesOtherTexts) {
  for (const char* text :
       {"", "2026-11-21", "2026-11-21T9:05", "2026-11-21T24:00", "2026-11-21T14:05:00",
        "2026-11-21T14:05z ", "2026-11-21T14:05+1", "2026-11-21 14:05", "2026-02-29T14:05"}) {
    EXPECT_FALSE(ParseMinute(text)) << text;
  }
}

TEST(ParseWhole, HasNoSignAndNineDigits) {
  EXPECT_EQ(ParseWhole("0"), 0);
  EXPECT_EQ(ParseWhole("999999999"), 999'999'999);
  for (const char* text : {"", "1234567890", "-1", "+1", "1.0", " 1", "1 ", "x"}) {
    EXPECT_FALSE(ParseWhole(text)) << text;
  }
}

TEST(ParseDecimal, HasNoExponentAndNothingAround) {
  EXPECT_EQ(ParseDecimal("51.45"), 51.45);
  EXPECT_EQ(ParseDecimal("-2"), -2);
  for (const char* text : {"", "-", "1e3", "0x1A", "nan", "inf", "1,5", "+1", " 1", "1 "}) {
    EXPECT_FALSE(ParseDecimal(text)) << text;
  }
}

TEST(SplitAt, KeepsEmptyParts) {
  EXPECT_THAT(SplitAt("a,b,,c", ','), ElementsAre("a", "b", "", "c"));
  EXPECT_THAT(SplitAt("", ','), ElementsAre(""));
  EXPECT_THAT(SplitAt(",", ','), ElementsAre("", ""));
}

TEST(Trim, TakesWhiteSpaceFromTheEnds) {
  EXPECT_EQ(Trim(" \t\r\na b\n"), "a b");
  EXPECT_EQ(Trim(" \t "), "");
}

}  // namespace
}  // namespace waypost::query
