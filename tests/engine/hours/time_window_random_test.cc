// MatchesDay against its minute-by-minute definition, on random documents and questions.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "engine/hours/time_window.h"
#include "tests/engine/hours/hours_columns.h"
#include "tests/engine/hours/slow_time_window.h"
#include "tests/support/random_seed.h"

namespace waypost {
namespace {

using std::chrono::days;

const Date kAsOf = *ParseIsoDate("2026-11-21");
const Horizon kHorizon = HorizonOf(kAsOf);
constexpr int kCases = 60000;

class CaseMaker {
 public:
  CaseMaker() : random_(testing::MakeRandom()) {}

  PlainHours Hours() {
    PlainHours hours;
    hours.has_unreadable_rows = OneIn(6);
    for (int left = Between(0, 4); left > 0; --left) hours.rows.push_back(Row());
    return hours;
  }

  TimeFilter Filter() {
    TimeFilter filter{.match = static_cast<TimeMatch>(Between(0, 2)),
                      .today = kAsOf + days(OneIn(6) ? Between(-10, 410) : Between(-2, 10))};
    for (int left = Between(0, 3); left > 0; --left) filter.days.Add(AnyWeekday());
    if (!OneIn(4)) filter.from = MinuteOfDay(AnyMinute());
    if (!OneIn(4)) filter.to = MinuteOfDay(OneIn(8) ? 1440 : AnyMinute());
    // Wide windows, or hardly any session would lie inside one.
    if (filter.match == TimeMatch::kWithin && filter.from && OneIn(2)) {
      filter.to = MinuteOfDay((filter.from->value() + 1200) % 1440);
    }
    // And narrow ones, or hardly any would be covered.
    if (filter.match == TimeMatch::kCovers && filter.from && OneIn(2)) {
      filter.to = MinuteOfDay((filter.from->value() + Between(1, 120)) % 1440);
    }
    const int from = filter.from.value_or(MinuteOfDay(0)).value();
    if (filter.to.value_or(MinuteOfDay(1440)).value() == from) filter.to = MinuteOfDay(from + 1);
    return filter;
  }

 private:
  int Between(int first, int last) {
    return static_cast<int>(testing::RandomWithin(random_, first, last));
  }
  bool OneIn(int n) { return Between(1, n) == 1; }
  Weekday AnyWeekday() { return static_cast<Weekday>(Between(0, 6)); }
  // Mostly on a few minutes, so that edges meet.
  int AnyMinute() { return OneIn(8) ? Between(0, 1439) : OneIn(9) ? 1439 : Between(0, 11) * 120; }

  PlainRow Row() {
    PlainRow row;
    row.is_weekly = !OneIn(3);
    row.is_weekly ? MakeWeekly(row) : MakeDated(row);
    if (OneIn(5)) row.valid_from = kAsOf + days(Between(-20, 80));
    if (OneIn(5)) row.valid_to = kAsOf + days(Between(-20, 80));
    if (OneIn(6)) return row;
    row.start = AnyMinute();
    row.length = OneIn(8) ? 1440 : OneIn(3) ? Between(1, 1440) : Between(1, 5) * 120;
    return row;
  }
  void MakeWeekly(PlainRow& row) {
    for (int left = Between(1, 4); left > 0; --left) row.weekdays.push_back(AnyWeekday());
    row.counts_by_date = OneIn(3);
    if (OneIn(4)) row.first = kAsOf + days(Between(-30, 75));
    if (row.counts_by_date && OneIn(2)) row.last = kAsOf + days(Between(-10, 75));
  }
  void MakeDated(PlainRow& row) {
    const int step = OneIn(3) ? Between(1, 40) : Between(1, 4) * 7;
    for (int day = Between(-2, 200); day <= 400 && !OneIn(25); day += step) {
      row.dates.push_back(kAsOf + days(day));
    }
    row.goes_on_past_horizon = OneIn(2);
  }

  std::mt19937_64 random_;
};

// What a case exercises, for the shares below.
class Tally {
 public:
  void Note(const TimeFilter& filter, const PlainHours& hours, Fact fact) {
    ++seen_[fact == Fact::kYes ? "yes" : fact == Fact::kNo ? "no" : "not stated"];
    static constexpr const char* kMatches[] = {"overlap", "within", "covers"};
    const std::string match = kMatches[static_cast<int>(filter.match)];
    ++seen_[match + (fact == Fact::kYes ? " yes" : " other")];
    if (filter.from && filter.to && *filter.to < *filter.from) ++seen_["window past midnight"];
    if (AnyRow(hours,
               [](const PlainRow& row) { return row.start && *row.start + row.length > 1440; })) {
      ++seen_["session past midnight"];
    }
    if (AnyRow(hours, [](const PlainRow& row) { return row.is_weekly; })) ++seen_["weekly"];
    if (AnyRow(hours, [](const PlainRow& row) { return !row.is_weekly; })) ++seen_["dated"];
    if (AnyRow(hours, [](const PlainRow& row) { return !row.start; })) ++seen_["without times"];
    if (AnyRow(hours,
               [&](const PlainRow& row) { return row.valid_to && *row.valid_to < filter.today; })) {
      ++seen_["expired"];
    }
  }
  void Expect(int percent, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      EXPECT_GE(seen_[name] * 100, percent * kCases) << name << ": " << seen_[name];
    }
  }

 private:
  template <typename Predicate>
  static bool AnyRow(const PlainHours& hours, Predicate predicate) {
    return std::any_of(hours.rows.begin(), hours.rows.end(), predicate);
  }
  std::map<std::string, int> seen_;
};

TEST(MatchesDay, EqualsTheMinuteByMinuteDefinition) {
  CaseMaker maker;
  Tally tally;
  for (int i = 0; i < kCases; ++i) {
    const PlainHours hours = maker.Hours();
    const TimeFilter filter = maker.Filter();
    const HoursColumns columns(hours, kHorizon);
    const TimeFilterPlan plan(filter, kHorizon);
    const Fact fast = MatchesDay(plan, columns.hours(), columns.lists());
    ASSERT_EQ(fast, SlowMatchesDay(filter, hours, kHorizon)) << "case " << i;
    tally.Note(filter, hours, fast);
  }
  tally.Expect(15, {"yes", "no", "not stated"});
  tally.Expect(5, {"overlap yes", "overlap other", "within yes", "within other", "covers yes",
                   "covers other"});
  tally.Expect(
      20, {"window past midnight", "session past midnight", "weekly", "dated", "without times"});
  tally.Expect(10, {"expired"});
}

// One day at a time is what the facet `day` counts: it must agree with the filter of that day.
TEST(FactsByDay, EqualsTheFilterOfEachDay) {
  CaseMaker maker;
  for (int i = 0; i < 5000; ++i) {
    const PlainHours hours = maker.Hours();
    TimeFilter filter = maker.Filter();
    const HoursColumns columns(hours, kHorizon);
    const DayFacts facts =
        FactsByDay(TimeFilterPlan(filter, kHorizon), columns.hours(), columns.lists());
    for (int day = 0; day < 7; ++day) {
      filter.days = {static_cast<Weekday>(day)};
      ASSERT_EQ(facts.Of(static_cast<Weekday>(day)), SlowMatchesDay(filter, hours, kHorizon))
          << "case " << i << ", day " << day;
    }
  }
}

}  // namespace
}  // namespace waypost
