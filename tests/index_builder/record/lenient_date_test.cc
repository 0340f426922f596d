#include "index_builder/record/lenient_date.h"

#include <gtest/gtest.h>

namespace waypost::record {
namespace {

std::string DateText(std::string_view text) {
  const std::optional<Date> date = ReadDate(text);
  return date ? FormatIsoDate(*date) : "none";
}

std::string MomentText(std::string_view text) {
  const std::optional<Moment> moment = ReadMoment(text);
  return moment ? FormatMoment(*moment) : "none";
}

TEST(ReadDate, ReadsEverySpellingOfOneDay) {
  for (const char* text : {"2024-01-31",
                           "2024-01-31T10:00:00",
                           "2024-01-31T10:00:00Z",
                           "2024-01-31T10:00:00.123Z",
                           "2024-01-31 10:00",
                           "2024-01-31T23:30:00-05:00",
                           "2024/01/31",
                           "31/01/2024",
                           "31/01/2024 10:00:00",
                           "31/1/2024",
                           "31.1.2024",
                           "31-01-2024",
                           "31/01/24",
                           "20240131",
                           "20240131T100000Z",
                           "1706659200",
                           "1706659200000",
                           "1706702400",
                           "January 31, 2024",
                           "Jan 31 2024",
                           "31 January 2024",
                           "31 Jan 2024",
                           "31st January 2024",
                           "Wednesday 31st of January 2024",
                           "Wed, 31 Jan 2024 10:00:00 GMT",
                           " 2024-01-31 ",
                           "31 Jan 24",
                           "31-Jan-2024"}) {
    EXPECT_EQ(DateText(text), "2024-01-31") << text;
  }
}

TEST(ReadDate, RefusesWhatIsNoDay) {
  for (const char* text : {"",
                           " ",
                           "2024-02-30",
                           "2024-13-01",
                           "01/31/2024",
                           "0001-01-01T00:00:00",
                           "2024",
                           "Q1 2024",
                           "yesterday",
                           "12345",
                           "1",
                           "0",
                           "2024-01-31xyz",
                           "2024-01-31T25:00",
                           "31/01",
                           "99999999999999999",
                           "20241301",
                           "31 Foo 2024",
                           "January 2024",
                           "2024-01-31T",
                           "-1706659200"}) {
    if (std::string_view(text) == "2024-01-31T") {
      EXPECT_EQ(DateText(text), "2024-01-31");  // a time that was cut off says nothing else
      continue;
    }
    EXPECT_EQ(DateText(text), "none") << text;
  }
}

TEST(ReadDate, TwoDigitYearsFollowPosix) {
  EXPECT_EQ(DateText("1/2/68"), "2068-02-01");
  EXPECT_EQ(DateText("1/2/69"), "1969-02-01");
}

TEST(ReadMoment, ReadsZonesAndTakesNoneAsUtc) {
  EXPECT_EQ(MomentText("2024-01-31T10:00:00Z"), "2024-01-31T10:00:00Z");
  EXPECT_EQ(MomentText("2024-01-31T10:00:07.123"), "2024-01-31T10:00:07Z");
  EXPECT_EQ(MomentText("2024-01-31T10:00:00+01:00"), "2024-01-31T09:00:00Z");
  EXPECT_EQ(MomentText("2024-01-31T23:30:00-05:00"), "2024-02-01T04:30:00Z");
  EXPECT_EQ(MomentText("31/01/2024 10:00:59"), "2024-01-31T10:00:59Z");
  EXPECT_EQ(MomentText("2024-01-31"), "2024-01-31T00:00:00Z");
  EXPECT_EQ(MomentText("1706659200"), "2024-01-31T00:00:00Z");
  EXPECT_EQ(MomentText("1706659200123"), "2024-01-31T00:00:00Z");
  EXPECT_EQ(MomentText("2023-03-15T10:30:45.123Z"), "2023-03-15T10:30:45Z");
  EXPECT_EQ(MomentText("soon"), "none");
}

// A zone moved the last second of 9999 into the year 10000, which an index refuses.
TEST(ReadMoment, AZoneLeadsIntoNoOtherYears) {
  EXPECT_EQ(MomentText("9999-12-31T23:59:59Z"), "9999-12-31T23:59:59Z");
  EXPECT_EQ(MomentText("9999-12-31T23:59:59+05:00"), "9999-12-31T18:59:59Z");
  EXPECT_EQ(MomentText("9999-12-31T23:59:59-05:00"), "none");
  EXPECT_EQ(MomentText("1000-01-01T00:00:00+05:00"), "none");
  EXPECT_EQ(MomentText("1000-01-01T00:00:00-05:00"), "1000-01-01T05:00:00Z");
}

TEST(IsNoDate, KnowsWhatProgramsWriteForNone) {
  for (const char* text : {"0001-01-01", "0001-01-01T00:00:00", " 01/01/0001 ", "January 01, 0001",
                           "0000-00-00", "0000-00-00 00:00:00"}) {
    EXPECT_TRUE(IsNoDate(text)) << text;
    EXPECT_EQ(DateText(text), "none") << text;
    EXPECT_EQ(MomentText(text), "none") << text;
  }
  for (const char* text : {"", "2024-01-01", "0999-01-01", "end of term", "1"}) {
    EXPECT_FALSE(IsNoDate(text)) << text;
  }
}

}  // namespace
}  // namespace waypost::record
