// From rows to answers: ExpandSchedules and DayJudge against a reading of the rows themselves,
// day by day and minute by minute.

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "engine/hours/time_window.h"
#include "index_builder/prepare/schedule_expansion.h"
#include "index_builder/prepare/session_pool.h"
#include "index_builder/record/collecting_sink.h"
#include "tests/engine/hours/slow_time_window.h"
#include "tests/index_builder/prepare/random_schedule.h"
#include "tests/index_builder/prepare/slow_recurrence.h"
#include "tests/support/random_seed.h"

namespace waypost::prepare {
namespace {

using record::Schedule;
using std::chrono::days;

const Date kAsOf = *ParseIsoDate("2026-11-21");
const Horizon kHorizon = HorizonOf(kAsOf);
constexpr int kDocuments = 8000;

bool IsPlainWeekly(const Schedule& row) {
  return row.freq == "WEEKLY" && row.interval.value_or(1) == 1 && !row.until && !row.count &&
         row.except.empty();
}

// The row for the slow definition: a plain weekly row by its weekdays, any other by its dates.
PlainRow PlainRowOf(const Schedule& row) {
  PlainRow plain;
  plain.valid_from = row.valid_from;
  plain.valid_to = row.valid_to;
  plain.is_weekly = IsPlainWeekly(row);
  if (plain.is_weekly) {
    plain.first = row.dtstart;
    for (const record::ByDay& day : row.byday) plain.weekdays.push_back(day.weekday);
    if (row.byday.empty()) {
      plain.weekdays.push_back(static_cast<Weekday>(WeekdayIndex(*row.dtstart)));
    }
  } else {
    for (Date date : SlowOccurrences(row, kHorizon.first, kHorizon.last)) {
      const bool valid =
          !(row.valid_from && date < *row.valid_from) && !(row.valid_to && date > *row.valid_to);
      if (valid) plain.dates.push_back(date);
    }
  }
  if (!row.opens_at || !row.closes_at) return plain;
  plain.start = row.opens_at->value();
  const int end = row.closes_at->value() == 1439 ? 1440 : row.closes_at->value();
  plain.length = end > *plain.start ? end - *plain.start : end + 1440 - *plain.start;
  return plain;
}

class CaseMaker {
 public:
  CaseMaker() : random_(testing::MakeRandom()) {}

  std::vector<Schedule> Rows() {
    std::vector<Schedule> rows;
    for (int left = Between(0, 3); left > 0; --left) {
      rows.push_back(RandomRule(random_, {.around = kAsOf}));
      Schedule& row = rows.back();
      if (!OneIn(6)) row.opens_at = MinuteOfDay(Between(0, 23) * 60);
      if (!OneIn(6)) row.closes_at = MinuteOfDay(OneIn(6) ? 1439 : Between(0, 24) * 60);
      if (OneIn(5)) row.valid_from = kAsOf + days(Between(-30, 90));
      if (OneIn(5)) row.valid_to = kAsOf + days(Between(-30, 90));
    }
    return rows;
  }
  TimeFilter Filter() {
    TimeFilter filter{.match = static_cast<TimeMatch>(Between(0, 2)),
                      .today = kAsOf + days(Between(-2, 300))};
    for (int left = Between(0, 2); left > 0; --left) {
      filter.days.Add(static_cast<Weekday>(Between(0, 6)));
    }
    if (!OneIn(3)) filter.from = MinuteOfDay(Between(0, 11) * 60);
    if (!OneIn(3)) filter.to = MinuteOfDay(Between(12, 24) * 60);
    return filter;
  }

 private:
  int Between(int first, int last) {
    return static_cast<int>(testing::RandomWithin(random_, first, last));
  }
  bool OneIn(int n) { return Between(1, n) == 1; }

  std::mt19937_64 random_;
};

TEST(ExpandSchedules, AnswersAsTheRowsThemselvesDo) {
  CaseMaker maker;
  std::map<Fact, int> seen;
  for (int i = 0; i < kDocuments; ++i) {
    const std::vector<Schedule> rows = maker.Rows();
    record::CollectingSink sink;
    const ExpandedHours expanded = ExpandSchedules({rows}, {kAsOf, kHorizon}, {}, sink);
    SessionPool pool(kHorizon);
    const std::vector<SessionId> ids = pool.Add(expanded);
    const Calendar calendar = pool.calendar();
    for (const Session& session : calendar.sessions) {
      ASSERT_TRUE(IsSound(session, calendar.lists.size()));
    }
    PlainHours plain;
    for (const Schedule& row : rows) plain.rows.push_back(PlainRowOf(row));
    for (int question = 0; question < 5; ++question) {
      const TimeFilter filter = maker.Filter();
      DayJudge judge(TimeFilterPlan(filter, kHorizon), calendar);
      const Fact fact = judge.Matches({ids, expanded.state});
      ASSERT_EQ(fact, SlowMatchesDay(filter, plain, kHorizon)) << "document " << i;
      ++seen[fact];
    }
  }
  for (Fact fact : {Fact::kYes, Fact::kNo, Fact::kNotStated}) {
    EXPECT_GT(seen[fact], kDocuments / 2);
  }
}

}  // namespace
}  // namespace waypost::prepare
