// Rows that ExpandSchedules does not understand.

#include "index_builder/prepare/schedule_expansion.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "index_builder/record/collecting_sink.h"

namespace waypost::prepare {
namespace {

using record::ProblemKind;
using record::Schedule;

Date Day(const char* text) { return *ParseIsoDate(text); }

const Date kAsOf = Day("2026-11-21");  // a Saturday

struct Expanded {
  ExpandedHours hours;
  std::vector<record::Problem> problems;
};
Expanded Expand(const std::vector<Schedule>& rows) {
  record::CollectingSink sink;
  const ExpansionOptions options{kAsOf, HorizonOf(kAsOf)};
  ExpandedHours hours = ExpandSchedules({rows}, options, {"bristol", "schedule", "s1"}, sink);
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

// Rows that are kept as text: what is wrong, and how it is reported.
struct RefusedCase {
  std::string name;
  Schedule row;
  ProblemKind kind;
  std::string field;
};
std::vector<RefusedCase> RefusedCases() {
  std::vector<RefusedCase> cases;
  const auto add = [&cases](std::string name, ProblemKind kind, std::string field, auto change) {
    Schedule row = Tuesdays();
    change(row);
    cases.push_back({std::move(name), std::move(row), kind, std::move(field)});
  };
  const ProblemKind forbidden = ProblemKind::kForbiddenRule;
  const ProblemKind unreadable = ProblemKind::kUnreadableSchedule;
  add("numbered weekday every week", forbidden, "byday", [](Schedule& row) {
    row.byday = {{2, Weekday::kTuesday}};
  });
  add("numbered weekday every day", forbidden, "byday", [](Schedule& row) {
    row.freq = "DAILY";
    row.byday = {{2, Weekday::kTuesday}};
  });
  add("day of the month every week", forbidden, "bymonthday",
      [](Schedule& row) { row.bymonthday = {3}; });
  add("week of the year every month", forbidden, "byweekno", [](Schedule& row) {
    row.freq = "MONTHLY";
    row.byweekno = {3};
  });
  add("day of the year every week", forbidden, "byyearday",
      [](Schedule& row) { row.byyearday = {3}; });
  add("numbered weekday in a week of the year", forbidden, "byday", [](Schedule& row) {
    row.freq = "YEARLY";
    row.byday = {{2, Weekday::kTuesday}};
    row.byweekno = {3};
  });
  add("count beside until", forbidden, "count", [](Schedule& row) {
    row.count = 3;
    row.until = kAsOf;
  });
  add("interval 0", forbidden, "interval", [](Schedule& row) { row.interval = 0; });
  add("count -1", forbidden, "count", [](Schedule& row) { row.count = -1; });
  add("day 32", forbidden, "bymonthday", [](Schedule& row) {
    row.freq = "MONTHLY";
    row.bymonthday = {32};
  });
  add("day 0", forbidden, "bymonthday", [](Schedule& row) {
    row.freq = "MONTHLY";
    row.bymonthday = {0};
  });
  add("54th Tuesday", forbidden, "byday", [](Schedule& row) {
    row.freq = "YEARLY";
    row.byday = {{54, Weekday::kTuesday}};
  });
  add("fortnightly without start", unreadable, "dtstart", [](Schedule& row) { row.interval = 2; });
  add("count without start", unreadable, "dtstart", [](Schedule& row) { row.count = 3; });
  add("count from another age", unreadable, "dtstart", [](Schedule& row) {
    row.count = 3;
    row.dtstart = Day("1899-12-31");
  });
  add("weekly without days", unreadable, "byday", [](Schedule& row) { row.byday.clear(); });
  add("hourly", unreadable, "freq", [](Schedule& row) { row.freq = "HOURLY"; });
  add("nonsense", unreadable, "freq", [](Schedule& row) { row.freq = "SOMETIMES"; });
  add("times only", unreadable, "byday", [](Schedule& row) {
    row.freq = "";
    row.byday.clear();
  });
  add("days of the month without frequency", unreadable, "freq", [](Schedule& row) {
    row.freq = "";
    row.byday.clear();
    row.bymonthday = {3};
  });
  return cases;
}
TEST(ExpandSchedules, WhatIsNotUnderstoodIsKeptAsTextAndReported) {
  for (const RefusedCase& refused : RefusedCases()) {
    const Expanded got = Expand(refused.row);
    EXPECT_TRUE(got.hours.weekly.empty() && got.hours.dated.empty()) << refused.name;
    EXPECT_EQ(got.hours.state, kHasRows | kHasUnreadableRows) << refused.name;
    EXPECT_EQ(got.hours.english, "") << refused.name;
    ASSERT_EQ(got.problems.size(), 1U) << refused.name;
    EXPECT_EQ(got.problems[0].kind, refused.kind) << refused.name;
    EXPECT_EQ(got.problems[0].field, refused.field) << refused.name;
    EXPECT_EQ(got.problems[0].outcome.substr(0, 14), "kept as text: ") << refused.name;
  }
}

TEST(ExpandSchedules, TextAloneIsNotReported) {
  const Expanded text = Expand(Schedule{.description = "Ring for times"});
  EXPECT_EQ(text.hours.state, kHasRows | kHasUnreadableRows);
  EXPECT_TRUE(text.problems.empty());
  Schedule unreadable = Tuesdays();
  unreadable.unreadable = true;  // its reader has reported it
  const Expanded got = Expand(unreadable);
  EXPECT_EQ(got.hours.state, kHasRows | kHasUnreadableRows);
  EXPECT_TRUE(got.hours.weekly.empty());
  EXPECT_TRUE(got.problems.empty());
}

}  // namespace
}  // namespace waypost::prepare
