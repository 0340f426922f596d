// Days and times: answers worked out by hand from QUERY.md, "Time".
//
// Today is Saturday 2026-11-21; the 56 days that count end on Friday 2027-01-15.

#include <gtest/gtest.h>

#include "tests/oracle/asking.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

using query::Query;
using query::TimeMatch;
using record::Schedule;
using testing::DayOf2026;
using testing::Service;
using testing::WeeklyRow;

constexpr EnumSet<Weekday> kMonday = {Weekday::kMonday};
constexpr EnumSet<Weekday> kTuesday = {Weekday::kTuesday};
constexpr EnumSet<Weekday> kSunday = {Weekday::kSunday};

record::Service Open(const std::string& id, std::vector<Schedule> rows) {
  record::Service service = Service(id);
  service.schedules = std::move(rows);
  return service;
}

// "yes", "no" or "not stated" for one service with these rows.
std::string Says(const std::vector<Schedule>& rows, const Query& query) {
  const std::string answer = Ask({Open("x", rows)}, query);
  return answer == "x" ? "yes" : answer == "x?" ? "not stated" : answer.empty() ? "no" : answer;
}

Query Clock(EnumSet<Weekday> days, int from, int to, TimeMatch match = TimeMatch::kOverlap) {
  return {.days = days, .from = MinuteOfDay(from), .to = MinuteOfDay(to), .time_match = match};
}

Query On(EnumSet<Weekday> days) { return {.days = days}; }

Schedule Weekly(int opens, int closes) { return WeeklyRow({Weekday::kMonday}, opens, closes); }

Schedule Dated(Date day) {
  Schedule row;
  row.dtstart = day;
  row.opens_at = MinuteOfDay(600);
  row.closes_at = MinuteOfDay(720);
  return row;
}

TEST(ScanTime, AWeeklySessionIsOnItsDay) {
  EXPECT_EQ(Says({Weekly(600, 720)}, On(kMonday)), "yes");
  EXPECT_EQ(Says({Weekly(600, 720)}, On(kTuesday)), "no");
  EXPECT_EQ(Says({Weekly(600, 720)}, On({Weekday::kMonday, Weekday::kTuesday})), "yes");
  EXPECT_EQ(Says({}, On(kMonday)), "not stated");
}

TEST(ScanTime, OverlapNeedsAMinute) {
  const auto says = [](int from, int to) {
    return Says({Weekly(600, 720)}, Clock(kMonday, from, to));
  };
  EXPECT_EQ(says(660, 780), "yes");
  EXPECT_EQ(says(719, 780), "yes");
  EXPECT_EQ(says(720, 780), "no");
  EXPECT_EQ(says(540, 601), "yes");
  EXPECT_EQ(says(540, 600), "no");
  EXPECT_EQ(says(600, 600), "error");
}

TEST(ScanTime, WithoutDaysAnyDayWillDo) {
  EXPECT_EQ(Says({Weekly(600, 720)}, Clock({}, 660, 780)), "yes");
  EXPECT_EQ(Says({Weekly(600, 720)}, Clock({}, 780, 840)), "no");
  EXPECT_EQ(Says({Weekly(600, 720)}, {.from = MinuteOfDay(700)}), "yes");
  EXPECT_EQ(Says({Weekly(600, 720)}, {.to = MinuteOfDay(600)}), "no");
}

TEST(ScanTime, ASessionPastMidnightRunsIntoTheNextDay) {
  const Schedule night = Weekly(22 * 60, 2 * 60);
  EXPECT_EQ(Says({night}, On(kTuesday)), "yes");
  EXPECT_EQ(Says({night}, Clock(kTuesday, 60, 180)), "yes");
  EXPECT_EQ(Says({night}, Clock(kTuesday, 120, 180)), "no");
  EXPECT_EQ(Says({night}, Clock(kMonday, 0, 120)), "no");
  const Schedule sunday = WeeklyRow({Weekday::kSunday}, 22 * 60, 2 * 60);
  EXPECT_EQ(Says({sunday}, Clock(kMonday, 60, 180)), "yes");
}

TEST(ScanTime, AWindowMayRunIntoTheNextDay) {
  const Schedule early = WeeklyRow({Weekday::kMonday}, 60, 180);
  EXPECT_EQ(Says({early}, Clock(kSunday, 23 * 60, 2 * 60)), "yes");
  EXPECT_EQ(Says({early}, Clock(kSunday, 23 * 60, 60)), "no");
  EXPECT_EQ(Says({early}, Clock(kMonday, 23 * 60, 2 * 60)), "no");
}

TEST(ScanTime, TheLastMinuteOfTheDayIsMidnight) {
  const Query last_minute = Clock(kMonday, 1439, 1440);
  EXPECT_EQ(Says({Weekly(600, 1439)}, last_minute), "yes");
  EXPECT_EQ(Says({Weekly(600, 1440)}, last_minute), "yes");
  EXPECT_EQ(Says({Weekly(600, 0)}, last_minute), "yes");
  EXPECT_EQ(Says({Weekly(600, 1438)}, last_minute), "no");
  EXPECT_EQ(Says({Weekly(600, 1439)}, On(kTuesday)), "no");
}

TEST(ScanTime, EqualTimesAreAWholeDay) {
  EXPECT_EQ(Says({Weekly(600, 600)}, Clock(kTuesday, 599, 700)), "yes");
  EXPECT_EQ(Says({Weekly(600, 600)}, Clock(kTuesday, 600, 700)), "no");
}

TEST(ScanTime, WithinWantsTheSessionInsideTheWindow) {
  const auto says = [](int from, int to) {
    return Says({Weekly(600, 720)}, Clock(kMonday, from, to, TimeMatch::kWithin));
  };
  EXPECT_EQ(says(600, 720), "yes");
  EXPECT_EQ(says(601, 720), "no");
  EXPECT_EQ(says(600, 719), "no");
  const Schedule night = Weekly(22 * 60, 2 * 60);
  EXPECT_EQ(Says({night}, Clock(kMonday, 21 * 60, 3 * 60, TimeMatch::kWithin)), "yes");
  EXPECT_EQ(Says({night}, {.days = kMonday, .time_match = TimeMatch::kWithin}), "no");
}

TEST(ScanTime, CoversWantsTheWindowInsideTouchingSessions) {
  const std::vector<Schedule> touching = {Weekly(600, 720), Weekly(720, 840)};
  const std::vector<Schedule> apart = {Weekly(600, 720), Weekly(721, 840)};
  const Query window = Clock(kMonday, 610, 830, TimeMatch::kCovers);
  EXPECT_EQ(Says(touching, window), "yes");
  EXPECT_EQ(Says(apart, window), "no");
  // Across midnight, by two rows.
  const std::vector<Schedule> night = {Weekly(22 * 60, 1439),
                                       WeeklyRow({Weekday::kTuesday}, 0, 120)};
  EXPECT_EQ(Says(night, Clock(kMonday, 23 * 60, 60, TimeMatch::kCovers)), "yes");
}

TEST(ScanTime, ADayWithoutTimes) {
  const Schedule day = Weekly(-1, -1);
  EXPECT_EQ(Says({day}, On(kMonday)), "yes");
  EXPECT_EQ(Says({day}, On(kTuesday)), "no");
  EXPECT_EQ(Says({day}, Clock(kMonday, 600, 720)), "not stated");
  EXPECT_EQ(Says({day}, Clock(kTuesday, 600, 720)), "no");
  EXPECT_EQ(Says({day}, Clock({}, 600, 720)), "not stated");
  EXPECT_EQ(Says({Weekly(600, -1)}, Clock(kMonday, 600, 720)), "not stated");
  // A row that says yes beats one that does not know.
  EXPECT_EQ(Says({day, Weekly(600, 720)}, Clock(kMonday, 600, 720)), "yes");
}

TEST(ScanTime, RowsOfServiceAndLocationTogether) {
  record::Service service = Open("x", {Weekly(600, 720)});
  testing::AddLocation(service, "a").schedules = {WeeklyRow({Weekday::kTuesday}, 600, 720)};
  testing::AddLocation(service, "b");
  EXPECT_EQ(Ask({service}, On(kMonday)), "x");
  EXPECT_EQ(Ask({service}, On(kTuesday)), "x");
}

TEST(ScanTime, ADatedSessionCountsInFiftySixDays) {
  EXPECT_EQ(Says({Dated(DayOf2026(11, 21))}, On({Weekday::kSaturday})), "yes");
  EXPECT_EQ(Says({Dated(DayOf2026(11, 20))}, On({Weekday::kFriday})), "no");
  const Date last = DayOf2026(11, 21) + std::chrono::days(55);
  EXPECT_EQ(Says({Dated(last)}, On({Weekday::kFriday})), "yes");
  EXPECT_EQ(Says({Dated(last + std::chrono::days(1))}, On({Weekday::kSaturday})), "no");
}

TEST(ScanTime, AtMovesToday) {
  Query query = On({Weekday::kFriday});
  query.at = query::StatedMinute{DayOf2026(11, 20), MinuteOfDay(0)};
  EXPECT_EQ(Says({Dated(DayOf2026(11, 20))}, query), "yes");
}

TEST(ScanTime, FortnightsAreCountedFromTheWeekOfDtstart) {
  Schedule row = Weekly(600, 720);
  row.interval = 2;
  row.dtstart = DayOf2026(11, 25);  // a Wednesday; the next Monday is skipped: 7 December first
  row.until = DayOf2026(12, 6);
  EXPECT_EQ(Says({row}, On(kMonday)), "no");
  row.until = DayOf2026(12, 7);
  EXPECT_EQ(Says({row}, On(kMonday)), "yes");
  // With weeks from Sunday to Saturday it is the same here; with weeks from Wednesday it is not.
  row.wkst = Weekday::kWednesday;
  row.until = DayOf2026(12, 6);
  EXPECT_EQ(Says({row}, On(kMonday)), "yes");
}

TEST(ScanTime, CountStartsAtTheFirstMatchAndIncludesExceptions) {
  Schedule row = Weekly(600, 720);
  row.dtstart = DayOf2026(11, 10);  // a Tuesday; Mondays 16 and 23 November are the first two
  row.count = 1;
  EXPECT_EQ(Says({row}, On(kMonday)), "no");
  row.count = 2;
  EXPECT_EQ(Says({row}, On(kMonday)), "yes");
  row.except = {DayOf2026(11, 23)};
  EXPECT_EQ(Says({row}, On(kMonday)), "no");
}

TEST(ScanTime, AWeeklyRowWithExceptionsCountsThroughItsDates) {
  Schedule row = Weekly(600, 720);
  row.except = {DayOf2026(11, 23)};
  EXPECT_EQ(Says({row}, On(kMonday)), "yes");
  row.valid_to = DayOf2026(11, 24);  // the 23rd was the only Monday left
  EXPECT_EQ(Says({row}, On(kMonday)), "no");
}

TEST(ScanTime, MonthlyRules) {
  const auto monthly = [](int ordinal) {
    Schedule row = Weekly(600, 720);
    row.freq = "MONTHLY";
    row.byday[0].ordinal = ordinal;
    row.until = DayOf2026(11, 30);  // the Mondays left in November are the 23rd and the 30th
    return row;
  };
  EXPECT_EQ(Says({monthly(4)}, On(kMonday)), "yes");
  EXPECT_EQ(Says({monthly(5)}, On(kMonday)), "yes");
  EXPECT_EQ(Says({monthly(-1)}, On(kMonday)), "yes");
  EXPECT_EQ(Says({monthly(0)}, On(kMonday)), "yes");
  EXPECT_EQ(Says({monthly(3)}, On(kMonday)), "no");
  Schedule by_day;
  by_day.freq = "MONTHLY";
  by_day.bymonthday = {-1};  // 30 November is a Monday
  by_day.until = DayOf2026(11, 30);
  EXPECT_EQ(Says({by_day}, On(kMonday)), "yes");
  by_day.bymonthday = {31};
  EXPECT_EQ(Says({by_day}, On(kMonday)), "no");
}

TEST(ScanTime, EverySecondMonthIsCountedFromDtstart) {
  Schedule row;
  row.freq = "MONTHLY";
  row.interval = 2;
  row.dtstart = DayOf2026(9, 28);  // so 28 November, a Saturday, and not 28 December, a Monday
  EXPECT_EQ(Says({row}, On({Weekday::kSaturday})), "yes");
  EXPECT_EQ(Says({row}, On(kMonday)), "no");
}

TEST(ScanTime, DailyRules) {
  Schedule row;
  row.freq = "DAILY";
  EXPECT_EQ(Says({row}, On(kMonday)), "yes");
  row.until = DayOf2026(11, 22);
  EXPECT_EQ(Says({row}, On(kMonday)), "no");
  row.until.reset();
  row.dtstart = DayOf2026(11, 22);
  row.interval = 7;
  EXPECT_EQ(Says({row}, On(kSunday)), "yes");
  EXPECT_EQ(Says({row}, On(kMonday)), "no");
}

TEST(ScanTime, ValidityIsAboutTheInformation) {
  Schedule row = Weekly(600, 720);
  row.valid_to = DayOf2026(11, 20);
  EXPECT_EQ(Says({row}, On(kMonday)), "not stated");
  row.valid_to = DayOf2026(11, 21);
  EXPECT_EQ(Says({row}, On(kMonday)), "yes");
  row.valid_to.reset();
  row.valid_from = DayOf2026(11, 21) + std::chrono::days(55);
  EXPECT_EQ(Says({row}, On(kMonday)), "yes");
  row.valid_from = *row.valid_from + std::chrono::days(1);
  EXPECT_EQ(Says({row}, On(kMonday)), "not stated");
  // Another row that counts makes it a plain "no".
  EXPECT_EQ(Says({row, WeeklyRow({Weekday::kFriday}, 600, 720)}, On(kMonday)), "no");
}

TEST(ScanTime, AnEndedRuleSaysNo) {
  Schedule row = Weekly(600, 720);
  row.until = DayOf2026(11, 20);
  EXPECT_EQ(Says({row}, On(kMonday)), "no");
}

TEST(ScanTime, DatesOutsideTheValidityOfTheirRowDoNotCount) {
  Schedule row = Weekly(600, 720);
  row.freq = "MONTHLY";
  row.byday[0].ordinal = -1;  // 30 November and 28 December
  row.valid_to = DayOf2026(11, 29);
  EXPECT_EQ(Says({row}, On(kMonday)), "no");
  row.valid_to = DayOf2026(11, 30);
  EXPECT_EQ(Says({row}, On(kMonday)), "yes");
}

TEST(ScanTime, WhatIsNotUnderstoodIsNotStated) {
  Schedule unreadable;
  unreadable.unreadable = true;
  EXPECT_EQ(Says({unreadable}, On(kMonday)), "not stated");
  Schedule without_phase = Weekly(600, 720);
  without_phase.interval = 2;
  EXPECT_EQ(Says({without_phase}, On(kMonday)), "not stated");
  Schedule forbidden = Weekly(600, 720);
  forbidden.byday[0].ordinal = 2;
  EXPECT_EQ(Says({forbidden}, On(kMonday)), "not stated");
  EXPECT_EQ(Says({WeeklyRow({}, 600, 720)}, On(kMonday)), "not stated");
}

}  // namespace
}  // namespace waypost::oracle
