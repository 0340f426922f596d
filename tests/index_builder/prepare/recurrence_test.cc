#include "index_builder/prepare/recurrence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <variant>

#include "index_builder/prepare/schedule_rule.h"
#include "tests/index_builder/prepare/random_schedule.h"
#include "tests/index_builder/prepare/slow_recurrence.h"
#include "tests/support/random_seed.h"

namespace waypost::prepare {
namespace {

using record::Schedule;
using std::chrono::days;

Date Day(const char* text) { return *ParseIsoDate(text); }
const Horizon kHorizon = HorizonOf(Day("2026-11-21"));

std::string DatesOf(const Schedule& row, Date first, Date last) {
  const RuleReading reading = ReadRule(row);
  std::string text;
  for (Date date : OccurrencesOf(std::get<Recurrence>(reading), {first, last}).dates) {
    text += (text.empty() ? "" : " ") + FormatIsoDate(date).substr(5);
  }
  return text;
}

TEST(OccurrencesOf, FortnightlyAcrossAYearEnd) {
  Schedule row{.freq = "WEEKLY", .interval = 2, .byday = {{0, Weekday::kTuesday}}};
  row.dtstart = Day("2026-11-24");
  EXPECT_EQ(DatesOf(row, Day("2026-12-01"), Day("2027-01-31")), "12-08 12-22 01-05 01-19");
}

// libical leaves out the first Sunday when dtstart is another day of its week.
TEST(OccurrencesOf, FortnightlySundaysWhoseStartIsAWeekday) {
  Schedule row{.freq = "WEEKLY", .interval = 2, .byday = {{0, Weekday::kSunday}}};
  row.dtstart = Day("2026-11-24");  // Tuesday; its week ends on Sunday 29 November
  EXPECT_EQ(DatesOf(row, Day("2026-11-24"), Day("2026-12-31")), "11-29 12-13 12-27");
}

TEST(OccurrencesOf, FortnightlyDependsOnTheStartOfTheWeek) {
  // The example of RFC 5545, section 3.8.5.3: the same rule with MO and SU as WKST.
  Schedule row{.freq = "WEEKLY",
               .interval = 2,
               .count = 4,
               .byday = {{0, Weekday::kTuesday}, {0, Weekday::kSunday}}};
  row.dtstart = Day("1997-08-05");
  row.wkst = Weekday::kMonday;
  EXPECT_EQ(DatesOf(row, Day("1997-08-01"), Day("1997-12-31")), "08-05 08-10 08-19 08-24");
  row.wkst = Weekday::kSunday;
  EXPECT_EQ(DatesOf(row, Day("1997-08-01"), Day("1997-12-31")), "08-05 08-17 08-19 08-31");
}

TEST(OccurrencesOf, FirstAndLastWeekdayOfTheMonthNeedNoStart) {
  Schedule row{.freq = "MONTHLY", .byday = {{1, Weekday::kThursday}, {-1, Weekday::kFriday}}};
  EXPECT_EQ(DatesOf(row, Day("2026-11-19"), Day("2027-01-31")), "11-27 12-03 12-25 01-07 01-29");
}

TEST(OccurrencesOf, DayThirtyOneSkipsShortMonths) {
  Schedule row{.freq = "MONTHLY"};
  row.dtstart = Day("2026-10-31");
  EXPECT_EQ(DatesOf(row, Day("2026-10-01"), Day("2027-04-30")), "10-31 12-31 01-31 03-31");
}

TEST(OccurrencesOf, UntilIsInclusive) {
  Schedule row{.freq = "WEEKLY", .byday = {{0, Weekday::kMonday}}};
  row.dtstart = Day("2026-11-23");
  row.until = Day("2026-12-07");
  EXPECT_EQ(DatesOf(row, Day("2026-11-01"), Day("2026-12-31")), "11-23 11-30 12-07");
}

TEST(OccurrencesOf, StartBeforeTheWeekOfTheHorizonKeepsItsStep) {
  Schedule row{.freq = "DAILY", .interval = 10};
  row.dtstart = Day("1950-01-01");
  const std::vector<Date> expected = SlowOccurrences(row, kHorizon.first, kHorizon.last);
  const RuleReading reading = ReadRule(row);
  EXPECT_EQ(OccurrencesOf(std::get<Recurrence>(reading), kHorizon).dates, expected);
  EXPECT_EQ(expected.size(), 40U);
}

TEST(OccurrencesOf, SaysWhetherTheRuleMayGoOn) {
  Schedule row{.freq = "MONTHLY", .bymonthday = {1}};
  const auto may_go_on = [&row] {
    return OccurrencesOf(std::get<Recurrence>(ReadRule(row)), kHorizon).may_go_on;
  };
  EXPECT_TRUE(may_go_on());
  row.until = kHorizon.last;
  EXPECT_FALSE(may_go_on());
  row.until = kHorizon.last + days(1);
  EXPECT_TRUE(may_go_on());
  row.until.reset();
  row.dtstart = kHorizon.first;
  row.count = 3;
  EXPECT_FALSE(may_go_on());
  row.dtstart = kHorizon.last + days(5);
  EXPECT_TRUE(may_go_on());
}

TEST(OccurrencesOf, EndsForRulesThatNeverHappenAndForExtremeNumbers) {
  Schedule never{.freq = "MONTHLY", .interval = 12, .bymonthday = {31}};
  never.dtstart = Day("2024-02-01");
  EXPECT_EQ(DatesOf(never, kHorizon.first, kHorizon.last), "");
  for (const char* freq : {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}) {
    for (const char* start :
         {"0001-01-01", "1900-01-01", "1969-12-31", "2026-11-25", "9999-12-31"}) {
      Schedule row{.freq = freq, .interval = 2147483647};
      row.dtstart = Day(start);
      const std::string once =
          row.dtstart >= kHorizon.first && row.dtstart <= kHorizon.last ? "11-25" : "";
      EXPECT_EQ(DatesOf(row, kHorizon.first, kHorizon.last), once) << freq << " " << start;
      if (row.dtstart < Day("1900-01-01")) continue;
      row.interval = 1;
      row.count = 2147483647;
      const std::vector<Date> expected = SlowOccurrences(row, kHorizon.first, kHorizon.last);
      EXPECT_EQ(OccurrencesOf(std::get<Recurrence>(ReadRule(row)), kHorizon).dates, expected)
          << freq << " " << start;
    }
  }
}

TEST(LastOfCount, IsTheLastDayThatACountGives) {
  Schedule row{
      .freq = "WEEKLY", .count = 5, .byday = {{0, Weekday::kMonday}, {0, Weekday::kFriday}}};
  row.dtstart = Day("2026-11-25");  // Wednesday
  // Fri 27, Mon 30, Fri 4, Mon 7, Fri 11 December.
  EXPECT_EQ(FormatIsoDate(LastOfCount(std::get<Recurrence>(ReadRule(row)))), "2026-12-11");
  row.count = 2147483647;
  EXPECT_GT(LastOfCount(std::get<Recurrence>(ReadRule(row))), Day("9999-12-31"));
}

TEST(FirstOccurrence, IsTheFirstMatchAtOrAfterTheStart) {
  Schedule row{.freq = "WEEKLY", .interval = 2, .byday = {{0, Weekday::kMonday}}};
  row.dtstart = Day("2026-11-25");  // a Wednesday: the Monday of its week is past
  const auto rule = std::get<Recurrence>(ReadRule(row));
  EXPECT_EQ(FirstOccurrence(rule, kHorizon.last), Day("2026-12-07"));
  EXPECT_EQ(FirstOccurrence(rule, *row.dtstart), std::nullopt);
}

// A row in words, for failures.
std::string Shown(const Schedule& row) {
  std::string text = RuleText(row);
  if (row.dtstart) text += " DTSTART " + FormatIsoDate(*row.dtstart);
  for (Date date : row.except) text += " EXCEPT " + FormatIsoDate(date);
  return text;
}

TEST(OccurrencesOf, EqualsADayByDayReadingOfTheRules) {
  std::mt19937_64 random = testing::MakeRandom();
  std::map<std::string, int> seen;
  constexpr int kRows = 20000;
  for (int i = 0; i < kRows; ++i) {
    const Schedule row =
        RandomRule(random, {.around = Day("2026-11-21"), .with_excepted_days = false});
    const RuleReading reading = ReadRule(row);
    ASSERT_TRUE(std::holds_alternative<Recurrence>(reading)) << Shown(row);
    const std::vector<Date> fast = OccurrencesOf(std::get<Recurrence>(reading), kHorizon).dates;
    const std::vector<Date> slow = SlowOccurrences(row, kHorizon.first, kHorizon.last);
    ASSERT_EQ(fast, slow) << Shown(row);
    ++seen[row.freq];
    if (!slow.empty()) ++seen["some days"];
    if (row.count) ++seen["count"];
    if (row.until) ++seen["until"];
    if (row.interval.value_or(1) > 1) ++seen["interval"];
    if (row.wkst && row.interval.value_or(1) > 1 && row.freq == "WEEKLY") ++seen["week start"];
    if (std::any_of(row.byday.begin(), row.byday.end(), [](auto d) { return d.ordinal != 0; })) {
      ++seen["ordinals"];
    }
    if (!row.dtstart) ++seen["no start"];
  }
  EXPECT_GT(seen["some days"], kRows / 2);
  for (const char* part : {"WEEKLY", "MONTHLY", "DAILY", "YEARLY", "count", "until", "interval",
                           "week start", "ordinals", "no start"}) {
    EXPECT_GT(seen[part], kRows / 20) << part;
  }
}

}  // namespace
}  // namespace waypost::prepare
