// DayJudge against its minute-by-minute definition, on random documents and questions.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "engine/hours/time_window.h"
#include "tests/engine/hours/hours_columns.h"
#include "tests/engine/hours/random_hours.h"
#include "tests/engine/hours/slow_time_window.h"

namespace waypost {
namespace {

using std::chrono::days;

const Date kAsOf = *ParseIsoDate("2026-11-21");
const Horizon kHorizon = HorizonOf(kAsOf);
constexpr int kCases = 60000;

class CaseMaker : public RandomHours {
 public:
  CaseMaker() : RandomHours(kAsOf) {}

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

TEST(DayJudge, EqualsTheMinuteByMinuteDefinition) {
  CaseMaker maker;
  Tally tally;
  for (int i = 0; i < kCases; ++i) {
    const PlainHours hours = maker.Hours();
    const TimeFilter filter = maker.Filter();
    const HoursColumns columns(hours, kHorizon);
    DayJudge judge(TimeFilterPlan(filter, kHorizon), columns.calendar());
    const Fact fast = judge.Matches(columns.hours());
    ASSERT_EQ(fast, SlowMatchesDay(filter, hours, kHorizon)) << "case " << i;
    tally.Note(filter, hours, fast);
  }
  tally.Expect(15, {"yes", "no", "not stated"});
  tally.Expect(4, {"overlap yes", "overlap other", "within yes", "within other", "covers yes",
                   "covers other"});
  tally.Expect(
      20, {"window past midnight", "session past midnight", "weekly", "dated", "without times"});
  tally.Expect(10, {"expired"});
}

// One day at a time is what the facet `day` counts: it must agree with the filter of that day.
TEST(DayJudge, CountsEachDayAsTheFilterOfThatDay) {
  CaseMaker maker;
  for (int i = 0; i < 5000; ++i) {
    const PlainHours hours = maker.Hours();
    TimeFilter filter = maker.Filter();
    const HoursColumns columns(hours, kHorizon);
    const DayFacts facts =
        DayJudge(TimeFilterPlan(filter, kHorizon), columns.calendar()).FactsOf(columns.hours());
    for (int day = 0; day < 7; ++day) {
      filter.days = {static_cast<Weekday>(day)};
      ASSERT_EQ(facts.Of(static_cast<Weekday>(day)), SlowMatchesDay(filter, hours, kHorizon))
          << "case " << i << ", day " << day;
    }
  }
}

}  // namespace
}  // namespace waypost
