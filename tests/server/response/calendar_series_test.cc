#include "server/response/calendar_series.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using testing::DayOf2026;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

int Day(unsigned month, unsigned day) { return DayNumber(DayOf2026(month, day)); }

record::Schedule Row(const char* freq, std::vector<record::ByDay> byday) {
  record::Schedule row;
  row.freq = freq;
  row.byday = std::move(byday);
  row.opens_at = MinuteOfDay(600);
  row.closes_at = MinuteOfDay(720);
  return row;
}

// Of the only session of a service with that one row.
std::vector<CalendarSeries> AllOfRow(const record::Schedule& row,
                                     std::vector<record::HolidaySchedule> holidays = {}) {
  record::Service service = testing::Service("a");
  service.schedules = {row};
  service.holiday_schedules = std::move(holidays);
  const Asking asking({service});
  const Index& index = asking.index();
  const auto sessions = index.documents().sessions[DocId(0)];
  EXPECT_EQ(sessions.size(), 1U);
  return SeriesOf(index.calendar()[sessions.front()], index.calendar().lists, index.rules());
}

std::optional<CalendarSeries> SeriesOfRow(const record::Schedule& row,
                                          std::vector<record::HolidaySchedule> holidays = {}) {
  const std::vector<CalendarSeries> all = AllOfRow(row, std::move(holidays));
  if (all.size() != 1) return std::nullopt;
  return all.front();
}

// The horizon begins on Thursday, 19 November 2026.
TEST(SeriesOf, AWeeklySessionBeginsOnItsFirstKnownDay) {
  const auto series = SeriesOfRow(Row("WEEKLY", {{0, Weekday::kWednesday}, {0, Weekday::kMonday}}));
  ASSERT_TRUE(series);
  EXPECT_EQ(series->first, Day(11, 23));
  EXPECT_EQ(series->rule, "FREQ=WEEKLY;BYDAY=MO,WE");
  EXPECT_EQ(series->last, std::nullopt);
}

TEST(SeriesOf, BoundsOfRuleAndStatementCountAlike) {
  record::Schedule row = Row("WEEKLY", {{0, Weekday::kMonday}});
  row.dtstart = DayOf2026(12, 1);
  row.until = DayOf2026(12, 31);
  row.valid_from = DayOf2026(12, 8);
  row.valid_to = DayOf2026(12, 24);
  const auto series = SeriesOfRow(row);
  ASSERT_TRUE(series);
  EXPECT_EQ(series->first, Day(12, 14));
  EXPECT_EQ(series->last, Day(12, 24));
}

TEST(SeriesOf, ADatedSessionHasItsRuleAndStatedClosures) {
  record::Schedule row = Row("MONTHLY", {{1, Weekday::kThursday}});
  row.except = {DayOf2026(12, 3)};
  const auto series =
      SeriesOfRow(row, {{.closed = true, .start_date = DayOf2026(11, 19) + std::chrono::days(49)}});
  ASSERT_TRUE(series);
  EXPECT_EQ(series->rule, "FREQ=MONTHLY;BYDAY=1TH");
  // What is closed before the first day is no day of the series.
  EXPECT_EQ(DateOfDayNumber(series->first), Date(std::chrono::year(2027) / 2 / 4));
  EXPECT_THAT(series->left_out, IsEmpty());
}

TEST(SeriesOf, AClosureInsideIsLeftOut) {
  record::Schedule row = Row("WEEKLY", {{0, Weekday::kFriday}});
  row.except = {DayOf2026(12, 25)};
  const auto series = SeriesOfRow(row);
  ASSERT_TRUE(series);
  EXPECT_EQ(series->first, Day(11, 20));
  EXPECT_EQ(series->rule, "FREQ=WEEKLY;BYDAY=FR");
  EXPECT_THAT(series->left_out, ElementsAre(Day(12, 25)));
}

TEST(SeriesOf, DatesWithoutARuleStandAlone) {
  // More often than the horizon is long: where it ends cannot be told, so no rule is kept.
  record::Schedule row = Row("MONTHLY", {{1, Weekday::kThursday}});
  row.dtstart = DayOf2026(11, 1);
  row.count = 100;
  const std::vector<CalendarSeries> all = AllOfRow(row);
  ASSERT_EQ(all.size(), 13U);
  EXPECT_EQ(all[0].first, Day(12, 3));
  EXPECT_EQ(DateOfDayNumber(all[1].first), Date(std::chrono::year(2027) / 1 / 7));
  EXPECT_FALSE(all[1].Recurs());
}

TEST(SeriesOf, ASingleDateDoesNotRecur) {
  record::Schedule row = Row("", {});
  row.dtstart = DayOf2026(12, 1);
  const auto series = SeriesOfRow(row);
  ASSERT_TRUE(series);
  EXPECT_EQ(series->first, Day(12, 1));
  EXPECT_FALSE(series->Recurs());
}

TEST(SeriesOf, WhatHasNoDayHasNone) {
  record::Schedule row = Row("WEEKLY", {{0, Weekday::kMonday}});
  row.until = DayOf2026(11, 1);
  EXPECT_THAT(AllOfRow(row), IsEmpty());
}

}  // namespace
}  // namespace waypost::server
