#include "engine/core/date.h"

#include <gtest/gtest.h>

namespace waypost {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr Date On(int y, unsigned m, unsigned d) { return Date(year(y) / month(m) / day(d)); }

TEST(ParseIsoDate, ReadsDaysThatExist) {
  EXPECT_EQ(ParseIsoDate("2026-11-21"), On(2026, 11, 21));
  EXPECT_EQ(ParseIsoDate("2024-02-29"), On(2024, 2, 29));
  EXPECT_EQ(ParseIsoDate("0001-01-01"), On(1, 1, 1));
  EXPECT_EQ(ParseIsoDate("9999-12-31"), On(9999, 12, 31));
}

TEST(ParseIsoDate, RefusesEverythingElse) {
  for (const char* text :
       {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-1", "0000-01-01",
        "2026/11/21", "2026-11-21T", "+026-11-21", "2026-1a-21", " 2026-11-21", "20261121"}) {
    EXPECT_EQ(ParseIsoDate(text), std::nullopt) << text;
  }
}

TEST(FormatIsoDate, IsReadBack) {
  for (const char* text : {"0001-01-01", "1969-12-31", "1970-01-01", "2026-11-21", "9999-12-31"}) {
    EXPECT_EQ(FormatIsoDate(*ParseIsoDate(text)), text);
  }
}

TEST(FormatMoment, CountsFromMidnightAlsoBefore1970) {
  EXPECT_EQ(FormatMoment(On(2026, 11, 21) + std::chrono::seconds(14 * 3600 + 5 * 60)),
            "2026-11-21T14:05:00Z");
  EXPECT_EQ(FormatMoment(Moment(std::chrono::seconds(-1))), "1969-12-31T23:59:59Z");
}

TEST(DayNumber, CountsFrom1970) {
  EXPECT_EQ(DayNumber(On(1970, 1, 1)), 0);
  EXPECT_EQ(DayNumber(On(2026, 11, 21)), 20778);
  EXPECT_EQ(DateOfDayNumber(20778), On(2026, 11, 21));
  EXPECT_EQ(DateOfDayNumber(-1), On(1969, 12, 31));
}

TEST(WeekdayIndex, StartsOnMonday) {
  EXPECT_EQ(WeekdayIndex(On(2026, 11, 16)), 0);
  EXPECT_EQ(WeekdayIndex(On(2026, 11, 21)), 5);
  EXPECT_EQ(WeekdayIndex(On(2026, 11, 22)), 6);
}

TEST(MonthsBefore, ClipsToTheEndOfAShorterMonth) {
  EXPECT_EQ(MonthsBefore(On(2026, 3, 31), 1), On(2026, 2, 28));
  EXPECT_EQ(MonthsBefore(On(2024, 3, 31), 1), On(2024, 2, 29));
  EXPECT_EQ(MonthsBefore(On(2026, 11, 21), 3), On(2026, 8, 21));
  EXPECT_EQ(MonthsBefore(On(2026, 1, 31), 2), On(2025, 11, 30));
  EXPECT_EQ(MonthsBefore(On(2024, 2, 29), 12), On(2023, 2, 28));
  EXPECT_EQ(MonthsBefore(On(2026, 11, 21), 0), On(2026, 11, 21));
}

}  // namespace
}  // namespace waypost
