// What holiday rows do to the sessions of other rows.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "index_builder/prepare/schedule_expansion.h"
#include "index_builder/record/collecting_sink.h"

namespace waypost::prepare {
namespace {

using record::HolidaySchedule;
using record::Schedule;

Date Day(const char* text) { return *ParseIsoDate(text); }

const Date kAsOf = Day("2026-12-14");  // a Monday

struct Expanded {
  ExpandedHours hours;
  std::vector<record::Problem> problems;
};
Expanded Expand(const std::vector<Schedule>& rows, const std::vector<HolidaySchedule>& holidays) {
  record::CollectingSink sink;
  const ExpansionOptions options{kAsOf, {kAsOf, kAsOf + std::chrono::days(27)}};
  ExpandedHours hours = ExpandSchedules({rows, holidays}, options, {"hull", "schedule", "s"}, sink);
  return {std::move(hours), std::move(sink.problems)};
}

Schedule Fridays() {
  return {.freq = "WEEKLY",
          .byday = {{0, Weekday::kFriday}},
          .opens_at = MinuteOfDay(600),
          .closes_at = MinuteOfDay(720)};
}
HolidaySchedule Closed(const char* first, const char* last) {
  return {.closed = true, .start_date = Day(first), .end_date = Day(last)};
}

std::string DatesOf(const DatedRow& row) {
  std::string text;
  for (Date date : row.dates) text += FormatIsoDate(date).substr(5) + " ";
  return text;
}

TEST(HolidayRows, CloseTheirDays) {
  const Expanded got = Expand({Fridays()}, {Closed("2026-12-24", "2027-01-01")});
  EXPECT_TRUE(got.hours.weekly.empty());
  ASSERT_EQ(got.hours.dated.size(), 1U);
  EXPECT_EQ(DatesOf(got.hours.dated[0]), "12-18 01-08 ");
  EXPECT_EQ(got.hours.dated[0].rule, "FREQ=WEEKLY;BYDAY=FR");
  EXPECT_EQ(got.hours.dated[0].closures, std::vector<Date>({Day("2026-12-25"), Day("2027-01-01")}));
  EXPECT_EQ(got.hours.dated[0].session.flags, kGoesOnPastHorizon);
}

TEST(HolidayRows, LeaveARowAloneThatTheyDoNotTouch) {
  const Expanded got = Expand({Fridays()}, {Closed("2026-12-28", "2026-12-31")});
  EXPECT_EQ(got.hours.weekly.size(), 1U);
  EXPECT_TRUE(got.hours.dated.empty());
}

TEST(HolidayRows, GiveTheirDaysOtherTimes) {
  const HolidaySchedule eve{.opens_at = MinuteOfDay(540),
                            .closes_at = MinuteOfDay(720),
                            .start_date = Day("2026-12-24"),
                            .end_date = Day("2026-12-25")};
  const Expanded got = Expand({Fridays()}, {eve});
  ASSERT_EQ(got.hours.dated.size(), 2U);
  EXPECT_EQ(DatesOf(got.hours.dated[0]), "12-18 01-01 01-08 ");
  const DatedRow& opening = got.hours.dated[1];
  EXPECT_EQ(DatesOf(opening), "12-24 12-25 ");
  EXPECT_EQ(opening.session.start, 540);
  EXPECT_EQ(opening.session.length, 180);
  EXPECT_EQ(opening.session.flags, kNamesItsDates | kNotOfTheWeek);
  EXPECT_EQ(opening.session.valid_from, DayStampOf(Day("2026-12-24")));
  EXPECT_EQ(opening.session.valid_to, DayStampOf(Day("2026-12-25")));
}

TEST(HolidayRows, ConfirmTheUsualTimes) {
  const HolidaySchedule open{.closed = false, .start_date = Day("2026-12-25")};
  const Expanded got = Expand({Fridays()}, {open});
  ASSERT_EQ(got.hours.dated.size(), 2U);
  EXPECT_EQ(DatesOf(got.hours.dated[0]), "12-25 ");
  EXPECT_EQ(got.hours.dated[0].session.flags, kNamesItsDates);
  EXPECT_EQ(got.hours.dated[0].session.start, 600);
  EXPECT_EQ(DatesOf(got.hours.dated[1]), "12-18 01-01 01-08 ");
}

TEST(HolidayRows, ClosedComesBeforeOpen) {
  HolidaySchedule open{.opens_at = MinuteOfDay(540),
                       .closes_at = MinuteOfDay(600),
                       .start_date = Day("2026-12-24"),
                       .end_date = Day("2026-12-26")};
  const Expanded got = Expand({Fridays()}, {open, Closed("2026-12-25", "2026-12-25")});
  EXPECT_EQ(DatesOf(got.hours.dated.at(1)), "12-24 12-26 ");
}

TEST(HolidayRows, AloneSayNothingOfTheWeek) {
  const Expanded got = Expand({}, {Closed("2026-12-25", "2026-12-26")});
  EXPECT_EQ(got.hours.state, 0);
  ASSERT_EQ(got.hours.dated.size(), 1U);
  EXPECT_TRUE(got.hours.dated[0].dates.empty());
  EXPECT_EQ(got.hours.dated[0].session.flags, kNamesItsDates | kNotOfTheWeek);
  EXPECT_EQ(got.hours.dated[0].session.valid_from, DayStampOf(Day("2026-12-25")));
}

TEST(HolidayRows, WithoutAMeaningAreReported) {
  HolidaySchedule backwards = Closed("2026-12-26", "2026-12-25");
  HolidaySchedule undated{.closed = true};
  HolidaySchedule silent{.opens_at = MinuteOfDay(540), .start_date = Day("2026-12-25")};
  const Expanded got = Expand({Fridays()}, {backwards, undated, silent});
  EXPECT_EQ(got.hours.weekly.size(), 1U);
  ASSERT_EQ(got.problems.size(), 3U);
  for (const record::Problem& problem : got.problems) {
    EXPECT_EQ(problem.entity, "holiday_schedule");
    EXPECT_EQ(problem.kind, record::ProblemKind::kUnreadableSchedule);
  }
  EXPECT_EQ(got.problems[0].value, "2026-12-26 to 2026-12-25");
}

TEST(HolidayRows, OutsideTheHorizonChangeNothing) {
  const Expanded got =
      Expand({Fridays()}, {Closed("2020-12-24", "2021-01-01"), Closed("2030-12-24", "2031-01-01")});
  EXPECT_EQ(got.hours.weekly.size(), 1U);
  EXPECT_TRUE(got.hours.dated.empty() && got.problems.empty());
}

}  // namespace
}  // namespace waypost::prepare
