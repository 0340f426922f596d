#include "index_builder/prepare/schedule_expansion.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "index_builder/record/collecting_sink.h"

namespace waypost::prepare {
namespace {

using record::ProblemKind;
using record::Schedule;
using std::chrono::days;

Date Day(const char* text) { return *ParseIsoDate(text); }

const Date kAsOf = Day("2026-11-21");  // a Saturday
constexpr std::uint8_t kTuesday = 1 << 1;

struct Expanded {
  ExpandedHours hours;
  std::vector<record::Problem> problems;
};
Expanded Expand(const std::vector<Schedule>& rows,
                const std::vector<record::HolidaySchedule>& holidays = {}) {
  record::CollectingSink sink;
  const ExpansionOptions options{kAsOf, HorizonOf(kAsOf)};
  ExpandedHours hours =
      ExpandSchedules({rows, holidays}, options, {"bristol", "schedule", "s1"}, sink);
  return {std::move(hours), std::move(sink.problems)};
}
Expanded Expand(const Schedule& row) { return Expand(std::vector<Schedule>{row}); }

// Tuesdays 10:00 to 12:00 and nothing else.
Schedule Tuesdays() {
  return {.freq = "WEEKLY",
          .byday = {{0, Weekday::kTuesday}},
          .opens_at = MinuteOfDay(600),
          .closes_at = MinuteOfDay(720)};
}

std::string DatesOf(const Expanded& expanded, std::size_t row = 0) {
  if (row >= expanded.hours.dated.size()) return "no such row";
  std::string text;
  for (Date date : expanded.hours.dated[row].dates) {
    text += (text.empty() ? "" : " ") + FormatIsoDate(date);
  }
  return text;
}

TEST(ExpandSchedules, PlainWeeklyRow) {
  const Expanded got = Expand(Tuesdays());
  EXPECT_EQ(got.hours.weekly,
            std::vector<Session>({{.start = 600, .length = 120, .days = kTuesday}}));
  EXPECT_TRUE(got.hours.dated.empty());
  EXPECT_EQ(got.hours.state, kHasRows);
  EXPECT_EQ(got.hours.english, "Tuesdays 10am to 12pm");
  EXPECT_TRUE(got.problems.empty());
}

TEST(ExpandSchedules, BydayWithoutFrequencyIsWeekly) {
  Schedule row = Tuesdays();
  row.freq = "";
  EXPECT_EQ(Expand(row).hours, Expand(Tuesdays()).hours);
}

TEST(ExpandSchedules, WeeklyWithoutBydayIsOnTheWeekdayOfItsStart) {
  Schedule row = Tuesdays();
  row.byday.clear();
  row.dtstart = Day("2026-11-10");  // a Tuesday
  const Expanded got = Expand(row);
  ASSERT_EQ(got.hours.weekly.size(), 1U);
  EXPECT_EQ(got.hours.weekly[0].days, kTuesday);
  EXPECT_EQ(got.hours.weekly[0].first_day, DayStampOf(Day("2026-11-10")));
  EXPECT_TRUE(got.problems.empty());
}

TEST(ExpandSchedules, RowsThatDifferInTheirDaysAreOneSession) {
  std::vector<Schedule> rows;
  for (int day = 0; day < 5; ++day) {
    rows.push_back(Tuesdays());
    rows.back().byday = {{0, static_cast<Weekday>(day)}};
  }
  const Expanded got = Expand(rows);
  ASSERT_EQ(got.hours.weekly.size(), 1U);
  EXPECT_EQ(got.hours.weekly[0].days, 0x1F);
  EXPECT_EQ(got.hours.english, "Mondays to Fridays 10am to 12pm");
}

struct TimesCase {
  int opens, closes;  // -1: not stated
  int start, length;
};
TEST(ExpandSchedules, Times) {
  const TimesCase cases[] = {
      {600, 720, 600, 120},    {1320, 120, 1320, 240},  // 22:00 to 02:00
      {1200, 480, 1200, 720},                           // 20:00 to 08:00
      {0, 1439, 0, 1440},                               // 23:59 is midnight: the whole day
      {0, 1440, 0, 1440},      {0, 0, 0, 1440},        {540, 540, 540, 1440},
      {1080, 1440, 1080, 360}, {1439, 1439, 1439, 1},  {600, -1, kNoTimes, 0},
      {-1, 720, kNoTimes, 0},  {-1, -1, kNoTimes, 0},  {1440, 60, kNoTimes, 0},  // no time of a day
  };
  for (const TimesCase& times : cases) {
    Schedule row = Tuesdays();
    row.opens_at.reset();
    row.closes_at.reset();
    if (times.opens >= 0) row.opens_at = MinuteOfDay(times.opens);
    if (times.closes >= 0) row.closes_at = MinuteOfDay(times.closes);
    const Expanded got = Expand(row);
    ASSERT_EQ(got.hours.weekly.size(), 1U);
    EXPECT_EQ(got.hours.weekly[0].start, times.start) << times.opens << " " << times.closes;
    EXPECT_EQ(got.hours.weekly[0].length, times.length) << times.opens << " " << times.closes;
    EXPECT_TRUE(IsSound(got.hours.weekly[0], 0));
  }
}

TEST(ExpandSchedules, OffsetsAreReadAsLocal) {
  Schedule row = Tuesdays();
  row.utc_offset_minutes = 60;
  EXPECT_EQ(Expand(row).hours, Expand(Tuesdays()).hours);
}

TEST(ExpandSchedules, UntilAndCountBoundASession) {
  Schedule row = Tuesdays();
  row.until = Day("2026-12-15");
  Session session = Expand(row).hours.weekly.at(0);
  EXPECT_EQ(session.last_day, DayStampOf(Day("2026-12-15")));
  EXPECT_EQ(session.flags, kCountsByDate);
  EXPECT_EQ(Expand(row).hours.english, "Tuesdays 10am to 12pm, until 15 December 2026");
  row.until.reset();
  row.dtstart = Day("2026-11-10");
  row.count = 4;  // 10, 17, 24 November, 1 December
  session = Expand(row).hours.weekly.at(0);
  EXPECT_EQ(session.last_day, DayStampOf(Day("2026-12-01")));
  EXPECT_EQ(session.flags, kCountsByDate);
}

TEST(ExpandSchedules, ValidityIsKept) {
  Schedule row = Tuesdays();
  row.valid_from = Day("2026-09-01");
  row.valid_to = Day("2026-11-20");
  const Expanded got = Expand(row);
  EXPECT_EQ(got.hours.weekly.at(0).valid_from, DayStampOf(Day("2026-09-01")));
  EXPECT_EQ(got.hours.weekly.at(0).valid_to, DayStampOf(Day("2026-11-20")));
  EXPECT_EQ(got.hours.english, "") << "expired yesterday";
}

TEST(ExpandSchedules, ExceptedDaysMakeAWeeklyRowDated) {
  Schedule row = Tuesdays();
  row.until = Day("2026-12-15");
  row.except = {Day("2026-12-01")};
  const Expanded got = Expand(row);
  EXPECT_TRUE(got.hours.weekly.empty());
  EXPECT_EQ(DatesOf(got), "2026-11-24 2026-12-08 2026-12-15");
  EXPECT_EQ(got.hours.dated[0].session.days, kTuesday);
  EXPECT_EQ(got.hours.dated[0].session.flags, 0);
  EXPECT_EQ(got.hours.dated[0].session.last_day, DayStampOf(Day("2026-12-15")));
  EXPECT_EQ(got.hours.dated[0].rule, "FREQ=WEEKLY;BYDAY=TU");
  EXPECT_EQ(got.hours.dated[0].closures, std::vector<Date>{Day("2026-12-01")});
}

TEST(ExpandSchedules, FortnightlyAndMonthlyRowsAreDated) {
  Schedule row = Tuesdays();
  row.interval = 2;
  row.dtstart = Day("2026-11-24");
  Expanded got = Expand(row);
  EXPECT_EQ(DatesOf(got).substr(0, 32), "2026-11-24 2026-12-08 2026-12-22");
  EXPECT_EQ(got.hours.dated[0].session.flags, kGoesOnPastHorizon);
  EXPECT_EQ(got.hours.english, "Every second Tuesday, 10am to 12pm, from 24 November 2026");
  row = Tuesdays();
  row.freq = "MONTHLY";
  row.byday = {{1, Weekday::kThursday}};
  got = Expand(row);
  EXPECT_EQ(DatesOf(got).substr(0, 32), "2026-12-03 2027-01-07 2027-02-04");
  EXPECT_EQ(got.hours.english, "First Thursday of the month 10am to 12pm");
}

TEST(ExpandSchedules, DailyIsEveryWeekday) {
  Schedule row = Tuesdays();
  row.freq = "DAILY";
  row.byday.clear();
  const Expanded got = Expand(row);
  EXPECT_EQ(got.hours.weekly.at(0).days, 0x7F);
  EXPECT_EQ(got.hours.weekly.at(0).flags, kCountsByDate);
  EXPECT_EQ(got.hours.english, "Every day 10am to 12pm");
}

TEST(ExpandSchedules, AStartWithoutARuleIsOneDate) {
  Schedule row = Tuesdays();
  row.freq = "";
  row.byday.clear();
  row.dtstart = Day("2026-12-24");
  Expanded got = Expand(row);
  EXPECT_EQ(DatesOf(got), "2026-12-24");
  EXPECT_EQ(got.hours.dated[0].session.flags, kNamesItsDates);
  EXPECT_EQ(got.hours.dated[0].rule, "");
  EXPECT_EQ(got.hours.english, "24 December 2026 10am to 12pm");
  row.dtstart = Day("2025-12-24");  // past: a row, but no session
  got = Expand(row);
  EXPECT_TRUE(got.hours.dated.empty());
  EXPECT_EQ(got.hours.state, kHasRows | kHasEndedRows);
  EXPECT_EQ(got.hours.english, "");
  row.valid_to = Day("2025-12-31");  // expired information must stay visible as such
  got = Expand(row);
  ASSERT_EQ(got.hours.dated.size(), 1U);
  EXPECT_TRUE(got.hours.dated[0].dates.empty());
}

TEST(ExpandSchedules, DatesOutsideTheValidityAreLeftOut) {
  Schedule row = Tuesdays();
  row.interval = 2;
  row.dtstart = Day("2026-11-24");
  row.valid_from = Day("2026-12-01");
  row.valid_to = Day("2026-12-22");
  const Expanded got = Expand(row);
  EXPECT_EQ(DatesOf(got), "2026-12-08 2026-12-22");
  EXPECT_EQ(got.hours.dated[0].session.flags, 0);
}

TEST(ExpandSchedules, AStartOffItsRuleIsReportedAndNoSession) {
  Schedule row = Tuesdays();
  row.interval = 2;
  row.dtstart = Day("2026-11-25");  // a Wednesday; Tuesday of its week is past
  const Expanded got = Expand(row);
  EXPECT_EQ(DatesOf(got).substr(0, 21), "2026-12-08 2026-12-22");
  ASSERT_EQ(got.problems.size(), 1U);
  EXPECT_EQ(got.problems[0].kind, ProblemKind::kStartOffRule);
  EXPECT_EQ(got.problems[0].source, "bristol");
  EXPECT_EQ(got.problems[0].id, "s1");
  EXPECT_EQ(got.problems[0].field, "dtstart");
  EXPECT_EQ(got.problems[0].value, "2026-11-25 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
  EXPECT_EQ(got.problems[0].outcome, "first session read as 2026-12-08");
}

TEST(ExpandSchedules, NoRowsAreNoHours) {
  const Expanded got = Expand(std::vector<Schedule>{});
  EXPECT_EQ(got.hours, ExpandedHours{});
}

TEST(ExpandSchedules, WhatIsOverIsNotSaid) {
  Schedule over = Tuesdays();
  over.until = kAsOf - days(1);
  Schedule counted_out = Tuesdays();
  counted_out.dtstart = Day("2026-09-01");
  counted_out.count = 2;
  Schedule started = Tuesdays();
  started.dtstart = Day("2020-01-07");
  EXPECT_EQ(Expand(over).hours.english, "");
  EXPECT_EQ(Expand(counted_out).hours.english, "");
  EXPECT_EQ(Expand(started).hours.english, "Tuesdays 10am to 12pm");
}

TEST(ExpandSchedules, AHundredThousandRowsStayLinear) {
  std::vector<Schedule> rows(100000, Tuesdays());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].opens_at = MinuteOfDay(static_cast<int>(i % 700));
    rows[i].valid_to = kAsOf + days(i / 700);
  }
  const Expanded got = Expand(rows);
  EXPECT_EQ(got.hours.weekly.size(), rows.size());
  EXPECT_LT(got.hours.english.size(), 500U);
}

TEST(ExpandSchedules, LongRulesAreReportedShort) {
  Schedule row = Tuesdays();
  row.bymonthday.assign(1000, 3);
  EXPECT_LE(Expand(row).problems.at(0).value.size(), 200U);
}

}  // namespace
}  // namespace waypost::prepare
