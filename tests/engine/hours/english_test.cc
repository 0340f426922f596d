#include "engine/hours/english.h"

#include <gtest/gtest.h>

namespace waypost {
namespace {

constexpr Weekday kMo = Weekday::kMonday, kTu = Weekday::kTuesday, kTh = Weekday::kThursday,
                  kFr = Weekday::kFriday;

SessionPattern Weekly(EnumSet<Weekday> days, int start, int length) {
  SessionPattern pattern{.days = days};
  pattern.start = MinuteOfDay(start);
  pattern.length = length;
  return pattern;
}
SessionPattern Monthly(std::vector<OrdinalWeekday> ordinals, int start, int length) {
  SessionPattern pattern = Weekly({}, start, length);
  pattern.kind = PatternKind::kMonthWeekday;
  pattern.ordinals = std::move(ordinals);
  return pattern;
}

TEST(DescribeTime, TwelveHourClock) {
  EXPECT_EQ(DescribeTime(MinuteOfDay(0)), "midnight");
  EXPECT_EQ(DescribeTime(MinuteOfDay(5)), "12:05am");
  EXPECT_EQ(DescribeTime(MinuteOfDay(600)), "10am");
  EXPECT_EQ(DescribeTime(MinuteOfDay(630)), "10:30am");
  EXPECT_EQ(DescribeTime(MinuteOfDay(720)), "12pm");
  EXPECT_EQ(DescribeTime(MinuteOfDay(1439)), "11:59pm");
  EXPECT_EQ(DescribeTime(MinuteOfDay(1440)), "midnight");
}

TEST(DescribeTimes, PastMidnightAndAllDay) {
  EXPECT_EQ(DescribeTimes(MinuteOfDay(600), 120), "10am to 12pm");
  EXPECT_EQ(DescribeTimes(MinuteOfDay(1320), 240), "10pm to 2am");
  EXPECT_EQ(DescribeTimes(MinuteOfDay(0), kMinutesPerDay), "all day");
}

TEST(DescribeDay, TheYearWhereItIsAnother) {
  const Date today = *ParseIsoDate("2026-11-21");
  EXPECT_EQ(DescribeDay(*ParseIsoDate("2026-11-24"), today), "Tuesday 24 November");
  EXPECT_EQ(DescribeDay(*ParseIsoDate("2027-01-02"), today), "Saturday 2 January 2027");
}

TEST(DescribeSession, WeeklyDaysAndRuns) {
  EXPECT_EQ(DescribeSession(Weekly({kTu}, 600, 120)), "Tuesdays 10am to 12pm");
  EXPECT_EQ(DescribeSession(Weekly({kMo, kTu}, 600, 120)), "Mondays and Tuesdays 10am to 12pm");
  EXPECT_EQ(DescribeSession(Weekly(EnumSet<Weekday>::FromBits(0x1F), 540, 480)),
            "Mondays to Fridays 9am to 5pm");
  EXPECT_EQ(DescribeSession(Weekly(EnumSet<Weekday>::FromBits(0x47), 540, 480)),
            "Mondays to Wednesdays and Sundays 9am to 5pm");
  EXPECT_EQ(DescribeSession(Weekly(EnumSet<Weekday>::FromBits(0x7F), 0, 1440)),
            "Every day all day");
  EXPECT_EQ(DescribeSession(Weekly({kFr}, 1320, 240)), "Fridays 10pm to 2am");
  EXPECT_EQ(DescribeSession(Weekly({kFr}, 1200, 240)), "Fridays 8pm to midnight");
}

TEST(DescribeSession, WithoutTimesOrEnd) {
  SessionPattern pattern{.days = {kTu}};
  EXPECT_EQ(DescribeSession(pattern), "Tuesdays");
  pattern.start = MinuteOfDay(600);
  EXPECT_EQ(DescribeSession(pattern), "Tuesdays from 10am");
}

TEST(DescribeSession, EveryFewWeeks) {
  SessionPattern pattern = Weekly({kTu}, 600, 120);
  pattern.interval = 2;
  EXPECT_EQ(DescribeSession(pattern), "Every second Tuesday, 10am to 12pm");
  pattern.interval = 3;
  pattern.days = {kTu, kFr};
  EXPECT_EQ(DescribeSession(pattern), "Every third Tuesday and Friday, 10am to 12pm");
  pattern.interval = 6;
  EXPECT_EQ(DescribeSession(pattern), "Every 6 weeks on Tuesday and Friday, 10am to 12pm");
}

TEST(DescribeSession, Monthly) {
  EXPECT_EQ(DescribeSession(Monthly({{1, kTh}}, 840, 60)),
            "First Thursday of the month 2pm to 3pm");
  EXPECT_EQ(DescribeSession(Monthly({{1, kTh}, {3, kTh}}, 840, 60)),
            "First and third Thursday of the month 2pm to 3pm");
  EXPECT_EQ(DescribeSession(Monthly({{2, kTu}, {-1, kFr}}, 840, 60)),
            "Second Tuesday and last Friday of the month 2pm to 3pm");
  EXPECT_EQ(DescribeSession(Monthly({{0, kTu}}, 840, 60)), "Every Tuesday of the month 2pm to 3pm");
  SessionPattern every_other = Monthly({{-2, kTu}}, 840, 60);
  every_other.interval = 2;
  EXPECT_EQ(DescribeSession(every_other),
            "Second to last Tuesday of every second month 2pm to 3pm");
  SessionPattern days = Weekly({}, 840, 60);
  days.kind = PatternKind::kMonthDay;
  days.month_days = {1, 2, 3, 11, 22};
  EXPECT_EQ(DescribeSession(days), "1st, 2nd, 3rd, 11th and 22nd of the month 2pm to 3pm");
  days.month_days = {-1};
  days.interval = 6;
  EXPECT_EQ(DescribeSession(days), "Last day, every 6 months, 2pm to 3pm");
}

TEST(DescribeSession, DatesAndBounds) {
  SessionPattern single = Weekly({}, 1140, 120);
  single.kind = PatternKind::kSingleDate;
  single.date = ParseIsoDate("2026-11-24");
  EXPECT_EQ(DescribeSession(single), "24 November 2026 7pm to 9pm");
  single.kind = PatternKind::kSetDates;
  EXPECT_EQ(DescribeSession(single), "On set dates, 7pm to 9pm");
  SessionPattern daily{.kind = PatternKind::kDaily, .interval = 10};
  EXPECT_EQ(DescribeSession(daily), "Every 10 days");
  SessionPattern bounded = Weekly({kTu}, 600, 120);
  bounded.last = ParseIsoDate("2027-03-03");
  EXPECT_EQ(DescribeSession(bounded), "Tuesdays 10am to 12pm, until 3 March 2027");
  bounded.first = ParseIsoDate("2027-01-05");
  EXPECT_EQ(DescribeSession(bounded),
            "Tuesdays 10am to 12pm, from 5 January 2027 until 3 March 2027");
}

TEST(DescribeSessions, SaysEqualTimesTogetherInTheOrderOfTheWeek) {
  const std::vector<SessionPattern> rows = {Weekly({kFr}, 540, 180), Weekly({kMo}, 540, 480),
                                            Weekly({kTu}, 540, 480), Weekly({kMo}, 540, 480),
                                            Monthly({{1, kTh}}, 840, 60)};
  EXPECT_EQ(DescribeSessions(rows),
            "Mondays and Tuesdays 9am to 5pm; Fridays 9am to 12pm; "
            "First Thursday of the month 2pm to 3pm");
  EXPECT_EQ(DescribeSessions({}), "");
}

TEST(DescribeSessions, IsShortHoweverManyRows) {
  std::vector<SessionPattern> rows;
  for (int i = 0; i < 1000; ++i) rows.push_back(Weekly({kTu}, i, 60));
  const std::string text = DescribeSessions(rows);
  EXPECT_LT(text.size(), 400U);
  EXPECT_EQ(text.substr(text.size() - 14), "; and 992 more");
}

}  // namespace
}  // namespace waypost
