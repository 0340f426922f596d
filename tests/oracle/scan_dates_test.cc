// `on`, `open_at` and `next_days`: answers worked out by hand from QUERY.md, "Dates".
//
// The clock stands at noon of Saturday 2026-11-21, the date of the build; days are known from 19
// November to 26 December 2027.

#include <gtest/gtest.h>

#include "tests/oracle/asking.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

using query::Query;
using query::TimeMatch;
using record::Schedule;
using std::chrono::days;
using testing::DayOf2026;
using testing::Service;
using testing::WeeklyRow;

const Date kSaturday = DayOf2026(11, 21);
const Date kMonday = DayOf2026(11, 23);
const Date kTuesday = DayOf2026(11, 24);

// "yes", "no" or "not stated" for one service with these rows.
std::string Says(const std::vector<Schedule>& rows, const Query& query) {
  record::Service service = Service("x");
  service.schedules = rows;
  const std::string answer = Ask({service}, query);
  return answer == "x" ? "yes" : answer == "x?" ? "not stated" : answer.empty() ? "no" : answer;
}

Query On(Date date) { return {.on = date}; }

Query On(Date date, int from, int to, TimeMatch match = TimeMatch::kOverlap) {
  return {.from = MinuteOfDay(from), .to = MinuteOfDay(to), .time_match = match, .on = date};
}

Query OpenAt(Date date, int minute) {
  return {.open_at = query::OpenAt{query::StatedMinute{date, MinuteOfDay(minute)}}};
}

Query NextDays(int ahead) { return {.next_days = ahead}; }

Schedule Weekly(int opens, int closes) { return WeeklyRow({Weekday::kMonday}, opens, closes); }

Schedule Dated(Date day, int opens = 600, int closes = 720) {
  Schedule row;
  row.dtstart = day;
  row.opens_at = MinuteOfDay(opens);
  row.closes_at = MinuteOfDay(closes);
  return row;
}

TEST(ScanOn, AsksOneDate) {
  EXPECT_EQ(Says({Weekly(600, 720)}, On(kMonday)), "yes");
  EXPECT_EQ(Says({Weekly(600, 720)}, On(kTuesday)), "no");
  EXPECT_EQ(Says({Dated(kTuesday)}, On(kTuesday)), "yes");
  EXPECT_EQ(Says({Dated(kTuesday)}, On(kMonday)), "no");
  EXPECT_EQ(Says({}, On(kMonday)), "not stated");
}

TEST(ScanOn, FromAndToAreOfThatDate) {
  EXPECT_EQ(Says({Weekly(600, 720)}, On(kMonday, 719, 800)), "yes");
  EXPECT_EQ(Says({Weekly(600, 720)}, On(kMonday, 720, 800)), "no");
  // They do not ask for a weekday besides: this one has a session on that date alone.
  EXPECT_EQ(Says({Dated(kSaturday + days(100))}, On(kSaturday + days(100), 600, 720)), "yes");
  // With `day` they do.
  Query both = On(kMonday, 600, 720);
  both.days = {Weekday::kTuesday};
  EXPECT_EQ(Says({Weekly(600, 720)}, both), "no");
}

TEST(ScanOn, SeesTheSessionOfTheNightBefore) {
  const Schedule night = Weekly(22 * 60, 2 * 60);
  EXPECT_EQ(Says({night}, On(kTuesday)), "yes");
  EXPECT_EQ(Says({night}, On(kTuesday, 60, 180)), "yes");
  EXPECT_EQ(Says({night}, On(kTuesday, 120, 180)), "no");
  EXPECT_EQ(Says({night}, On(kTuesday + days(1))), "no");
  // And with a window past midnight that of the next morning.
  EXPECT_EQ(Says({WeeklyRow({Weekday::kTuesday}, 60, 180)}, On(kMonday, 22 * 60, 2 * 60)), "yes");
}

TEST(ScanOn, WithinAndCovers) {
  const Schedule row = Weekly(600, 720);
  EXPECT_EQ(Says({row}, On(kMonday, 600, 720, TimeMatch::kWithin)), "yes");
  EXPECT_EQ(Says({row}, On(kMonday, 601, 720, TimeMatch::kWithin)), "no");
  EXPECT_EQ(Says({row}, On(kMonday, 600, 720, TimeMatch::kCovers)), "yes");
  EXPECT_EQ(Says({row}, On(kMonday, 600, 721, TimeMatch::kCovers)), "no");
  EXPECT_EQ(Says({row, Weekly(720, 800)}, On(kMonday, 600, 721, TimeMatch::kCovers)), "yes");
}

TEST(ScanOn, ADayWithoutTimes) {
  EXPECT_EQ(Says({Weekly(-1, -1)}, On(kMonday)), "yes");
  EXPECT_EQ(Says({Weekly(-1, -1)}, On(kMonday, 600, 720)), "not stated");
  EXPECT_EQ(Says({Weekly(-1, -1)}, On(kTuesday, 600, 720)), "no");
}

TEST(ScanOn, NoNeedsAStatementThatHoldsThen) {
  Schedule row = Weekly(600, 720);
  row.valid_to = kTuesday;
  EXPECT_EQ(Says({row}, On(kTuesday)), "no");
  EXPECT_EQ(Says({row}, On(kTuesday + days(1))), "not stated");
  EXPECT_EQ(Says({row}, On(kMonday + days(7))), "not stated");
  Schedule ended = Weekly(600, 720);
  ended.until = kTuesday;
  EXPECT_EQ(Says({ended}, On(kMonday + days(7))), "no");
  EXPECT_EQ(Says({Dated(DayOf2026(1, 1))}, On(kMonday)), "no");
}

TEST(ScanOn, WhatIsNotUnderstoodIsNotStated) {
  Schedule unreadable;
  unreadable.unreadable = true;
  EXPECT_EQ(Says({unreadable}, On(kMonday)), "not stated");
  EXPECT_EQ(Says({unreadable, Weekly(600, 720)}, On(kTuesday)), "no");
}

TEST(ScanOn, NobodyKnowsDaysOutsideTheHorizon) {
  const Date first = kSaturday - days(2);
  const Date last = kSaturday + days(400);
  const Schedule daily = [] {
    Schedule row;
    row.freq = "DAILY";
    return row;
  }();
  EXPECT_EQ(Says({daily}, On(first)), "yes");
  EXPECT_EQ(Says({daily}, On(first - days(1))), "not stated");
  EXPECT_EQ(Says({daily}, On(last)), "yes");
  EXPECT_EQ(Says({daily}, On(last + days(1))), "not stated");
}

// A list of dates does not show the night before the first day that is known.
TEST(ScanOn, ANightBeforeTheHorizonMayReachIn) {
  const Date first = kSaturday - days(2);
  Schedule monthly = Weekly(22 * 60, 2 * 60);
  monthly.freq = "MONTHLY";
  EXPECT_EQ(Says({monthly}, On(first, 60, 180)), "not stated");
  EXPECT_EQ(Says({monthly}, On(first, 120, 180)), "no");
  EXPECT_EQ(Says({Weekly(22 * 60, 2 * 60)}, On(first, 60, 180)), "no");
}

TEST(ScanOpenAt, TheClosingMinuteIsClosed) {
  EXPECT_EQ(Says({Weekly(600, 720)}, OpenAt(kMonday, 599)), "no");
  EXPECT_EQ(Says({Weekly(600, 720)}, OpenAt(kMonday, 600)), "yes");
  EXPECT_EQ(Says({Weekly(600, 720)}, OpenAt(kMonday, 719)), "yes");
  EXPECT_EQ(Says({Weekly(600, 720)}, OpenAt(kMonday, 720)), "no");
  EXPECT_EQ(Says({Weekly(22 * 60, 2 * 60)}, OpenAt(kTuesday, 119)), "yes");
  EXPECT_EQ(Says({Weekly(22 * 60, 2 * 60)}, OpenAt(kTuesday, 120)), "no");
  EXPECT_EQ(Says({Weekly(-1, -1)}, OpenAt(kMonday, 600)), "not stated");
}

TEST(ScanOpenAt, NowIsTheMinuteOfTheQuestion) {
  Query now{.open_at = query::OpenAt()};
  EXPECT_EQ(Says({WeeklyRow({Weekday::kSaturday}, 719, 721)}, now), "yes");
  EXPECT_EQ(Says({WeeklyRow({Weekday::kSaturday}, 700, 720)}, now), "no");
  now.at = query::StatedMinute{kSaturday, MinuteOfDay(719)};
  EXPECT_EQ(Says({WeeklyRow({Weekday::kSaturday}, 700, 720)}, now), "yes");
}

// 2026-10-25: clocks go from 01:59 back to 01:00.
TEST(ScanOpenAt, TheHourThatComesTwice) {
  const auto says = [](int opens, int closes, std::optional<int> offset) {
    record::Service service = Service("x");
    service.schedules = {WeeklyRow({Weekday::kSunday}, opens, closes)};
    record::Directory directory = testing::SmallDirectory({service});
    directory.as_of = DayOf2026(10, 20);
    Query query = OpenAt(DayOf2026(10, 25), 90);
    query.open_at->minute->offset_minutes = offset;
    return Ask(directory, query) == "x";
  };
  EXPECT_TRUE(says(0, 100, std::nullopt));
  EXPECT_FALSE(says(0, 100, 0));
  EXPECT_FALSE(says(100, 180, std::nullopt));
  EXPECT_TRUE(says(100, 180, 0));
  EXPECT_TRUE(says(0, 120, 0));
  Query missing = OpenAt(DayOf2026(3, 29), 90);
  EXPECT_EQ(Says({Weekly(600, 720)}, missing), "error");
}

TEST(ScanNextDays, AsksForAStartToCome) {
  const auto saturday = [](int opens) {
    return std::vector<Schedule>{WeeklyRow({Weekday::kSaturday}, opens, opens + 60)};
  };
  EXPECT_EQ(Says(saturday(720), NextDays(0)), "yes");
  EXPECT_EQ(Says(saturday(719), NextDays(0)), "no");
  EXPECT_EQ(Says(saturday(719), NextDays(6)), "no");
  EXPECT_EQ(Says(saturday(719), NextDays(7)), "yes");
  EXPECT_EQ(Says({Weekly(0, 60)}, NextDays(1)), "no");
  EXPECT_EQ(Says({Weekly(23 * 60, 60)}, NextDays(2)), "yes");
}

TEST(ScanNextDays, ADayWithoutTimesIsSureFromTomorrowOn) {
  EXPECT_EQ(Says({WeeklyRow({Weekday::kSaturday}, -1, -1)}, NextDays(0)), "not stated");
  EXPECT_EQ(Says({WeeklyRow({Weekday::kSunday}, -1, -1)}, NextDays(0)), "no");
  EXPECT_EQ(Says({WeeklyRow({Weekday::kSunday}, -1, -1)}, NextDays(1)), "yes");
}

TEST(ScanNextDays, NoNeedsAStatementForEachDay) {
  Schedule row = Weekly(600, 720);
  row.except = {kMonday};
  row.valid_to = kTuesday;
  EXPECT_EQ(Says({row}, NextDays(3)), "no");
  EXPECT_EQ(Says({row}, NextDays(4)), "not stated");
  // Two rows, one after the other.
  Schedule later = Dated(kSaturday + days(50));
  later.valid_from = kTuesday + days(1);
  EXPECT_EQ(Says({row, later}, NextDays(4)), "no");
}

TEST(ScanNextDays, PastTheHorizonIsNotStated) {
  Query query = NextDays(300);
  query.at = query::StatedMinute{kSaturday + days(101), MinuteOfDay(0)};
  EXPECT_EQ(Says({Dated(DayOf2026(1, 1))}, query), "not stated");
  query.next_days = 299;
  EXPECT_EQ(Says({Dated(DayOf2026(1, 1))}, query), "no");
}

// A row that ended and one that nobody understands: the week is not stated, the date is a no.
TEST(ScanOn, AnEndedRowBesideOneThatIsNotUnderstood) {
  Schedule unreadable;
  unreadable.unreadable = true;
  EXPECT_EQ(Says({Dated(DayOf2026(1, 1))}, On(kMonday)), "no");
  EXPECT_EQ(Says({Dated(DayOf2026(1, 1)), unreadable}, On(kMonday)), "not stated");
  EXPECT_EQ(Says({Dated(DayOf2026(1, 1)), unreadable}, {.days = {Weekday::kMonday}}), "not stated");
}

}  // namespace
}  // namespace waypost::oracle
