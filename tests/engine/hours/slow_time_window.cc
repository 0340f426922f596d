#include "tests/engine/hours/slow_time_window.h"

#include <algorithm>
#include <bitset>
#include <set>

namespace waypost {
namespace {

using std::chrono::days;
using Minutes = std::bitset<10080>;  // of the week

bool IsValid(const PlainRow& row, Date today) {
  return !(row.valid_to && *row.valid_to < today) &&
         !(row.valid_from && *row.valid_from > today + days(55));
}

bool HasDate(const PlainRow& row, Date day) {
  if (!row.is_weekly) return std::find(row.dates.begin(), row.dates.end(), day) != row.dates.end();
  if ((row.first && day < *row.first) || (row.last && day > *row.last)) return false;
  if ((row.valid_from && day < *row.valid_from) || (row.valid_to && day > *row.valid_to)) {
    return false;
  }
  return std::find(row.weekdays.begin(), row.weekdays.end(),
                   static_cast<Weekday>(WeekdayIndex(day))) != row.weekdays.end();
}

std::set<int> WeekdaysThatCount(const PlainRow& row, Date today) {
  std::set<int> weekdays;
  if (row.is_weekly && !row.counts_by_date) {
    if (row.first && *row.first > today + days(55)) return {};
    for (Weekday day : row.weekdays) weekdays.insert(static_cast<int>(day));
    return weekdays;
  }
  for (int ahead = 0; ahead < 56; ++ahead) {
    const Date day = today + days(ahead);
    if (HasDate(row, day)) weekdays.insert(WeekdayIndex(day));
  }
  return weekdays;
}

Minutes MinutesFrom(int day, int start, int length) {
  Minutes minutes;
  for (int i = 0; i < length; ++i)
    minutes.set(static_cast<std::size_t>((day * 1440 + start + i) % 10080));
  return minutes;
}

Minutes WindowOf(const TimeFilter& filter, int day) {
  const int from = filter.from ? filter.from->value() : 0;
  int to = filter.to ? filter.to->value() : 1440;
  if (to == 1439) to = 1440;
  return MinutesFrom(day, from, to > from ? to - from : to + 1440 - from);
}

bool Shares(const Minutes& a, const Minutes& b) { return (a & b).any(); }
bool IsInside(const Minutes& inner, const Minutes& outer) { return (inner & outer) == inner; }

struct PlainWeek {
  std::vector<Minutes> sessions;
  Minutes all;
  std::set<int> days_without_times;
  bool any_counts = false;
  bool any_doubtful = false;
  bool any_unknown_dates = false;
};

PlainWeek WeekOf(const PlainHours& hours, Date today, const Horizon& horizon) {
  PlainWeek week;
  const bool has_week_rows = std::any_of(hours.rows.begin(), hours.rows.end(),
                                         [](const PlainRow& row) { return !row.is_of_holiday; });
  week.any_doubtful = hours.has_unreadable_rows || (!has_week_rows && !hours.has_ended_rows);
  for (const PlainRow& row : hours.rows) {
    if (row.is_of_holiday) continue;
    if (!IsValid(row, today)) {
      week.any_doubtful = true;
      continue;
    }
    const bool past = today + days(55) > horizon.last && row.goes_on_past_horizon;
    if (!row.is_weekly && (past || today < horizon.first)) week.any_unknown_dates = true;
    for (int day : WeekdaysThatCount(row, today)) {
      week.any_counts = true;
      if (!row.start) {
        week.days_without_times.insert(day);
        continue;
      }
      week.sessions.push_back(MinutesFrom(day, *row.start, row.length));
      week.all |= week.sessions.back();
    }
  }
  return week;
}

bool Matches(const PlainWeek& week, const Minutes& window, TimeMatch match) {
  if (match == TimeMatch::kCovers) return IsInside(window, week.all);
  return std::any_of(week.sessions.begin(), week.sessions.end(), [&](const Minutes& session) {
    return match == TimeMatch::kOverlap ? Shares(session, window) : IsInside(session, window);
  });
}

}  // namespace

Fact SlowMatchesDay(const TimeFilter& filter, const PlainHours& hours, const Horizon& horizon) {
  const PlainWeek week = WeekOf(hours, filter.today, horizon);
  bool day_without_times = false;
  for (int day = 0; day < 7; ++day) {
    if (!filter.days.empty() && !filter.days.Has(static_cast<Weekday>(day))) continue;
    if (Matches(week, WindowOf(filter, day), filter.match)) return Fact::kYes;
    day_without_times |= week.days_without_times.contains(day);
  }
  if (day_without_times) return filter.from || filter.to ? Fact::kNotStated : Fact::kYes;
  if (week.any_unknown_dates) return Fact::kNotStated;
  if (week.any_counts) return Fact::kNo;
  return week.any_doubtful ? Fact::kNotStated : Fact::kNo;
}

}  // namespace waypost
