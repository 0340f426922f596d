#include "tests/index_builder/prepare/slow_recurrence.h"

#include <algorithm>

namespace waypost::prepare {
namespace {

using record::Schedule;
using std::chrono::days;

int Year(Date date) { return static_cast<int>(std::chrono::year_month_day(date).year()); }
int Month(Date date) {
  return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(date).month()));
}
int DayOfMonth(Date date) {
  return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(date).day()));
}
Date MonthStart(Date date) { return date - days(DayOfMonth(date) - 1); }
Date YearStart(Date date) { return std::chrono::year(Year(date)) / 1 / 1; }
Date NextYearStart(Date date) { return std::chrono::year(Year(date) + 1) / 1 / 1; }
Date NextMonthStart(Date date) {
  Date day = date;
  while (Month(day) == Month(date)) day += days(1);
  return day;
}
Date WeekStart(Date date, Weekday wkst) {
  while (WeekdayIndex(date) != static_cast<int>(wkst)) date -= days(1);
  return date;
}

// `position` counts from 1, `size` is how many there are; a negative `asked` counts from the end.
bool IsAt(int asked, int position, int size) {
  return asked > 0 ? asked == position : size + 1 + asked == position;
}

bool IsOrdinalDay(const record::ByDay& byday, Date date, Date period, Date next_period) {
  if (WeekdayIndex(date) != static_cast<int>(byday.weekday)) return false;
  if (byday.ordinal == 0) return true;
  int position = 0;
  int size = 0;
  for (Date day = period; day < next_period; day += days(1)) {
    if (WeekdayIndex(day) != static_cast<int>(byday.weekday)) continue;
    ++size;
    if (day == date) position = size;
  }
  return IsAt(byday.ordinal, position, size);
}

// Week 1 is the first with at least four days in the year.
Date FirstWeek(int year, Weekday wkst) { return WeekStart(std::chrono::year(year) / 1 / 4, wkst); }
bool IsInWeek(int asked, Date date, Weekday wkst) {
  const Date week = WeekStart(date, wkst);
  const int year = Year(week + days(3));
  const int position = static_cast<int>((week - FirstWeek(year, wkst)).count() / 7) + 1;
  const int size =
      static_cast<int>((FirstWeek(year + 1, wkst) - FirstWeek(year, wkst)).count() / 7);
  return IsAt(asked, position, size);
}

template <typename Values, typename Predicate>
bool EmptyOrAny(const Values& values, Predicate predicate) {
  return values.empty() || std::any_of(values.begin(), values.end(), predicate);
}

bool IsInStep(const Schedule& row, Date date) {
  const int interval = row.interval.value_or(1);
  if (interval == 1) return true;
  const Date start = *row.dtstart;
  if (row.freq == "DAILY") return (date - start).count() % interval == 0;
  if (row.freq == "WEEKLY") {
    const Weekday wkst = row.wkst.value_or(Weekday::kMonday);
    return (WeekStart(date, wkst) - WeekStart(start, wkst)).count() / 7 % interval == 0;
  }
  if (row.freq == "MONTHLY") {
    return (Year(date) * 12 + Month(date) - Year(start) * 12 - Month(start)) % interval == 0;
  }
  return (Year(date) - Year(start)) % interval == 0;
}

bool MeetsImpliedParts(const Schedule& row, Date date) {
  if (!row.byday.empty() || !row.bymonthday.empty() || !row.byyearday.empty()) return true;
  if (row.freq == "DAILY") return true;
  if (row.freq == "WEEKLY" || !row.byweekno.empty()) {
    return WeekdayIndex(date) == WeekdayIndex(*row.dtstart);
  }
  if (DayOfMonth(date) != DayOfMonth(*row.dtstart)) return false;
  return row.freq == "MONTHLY" || Month(date) == Month(*row.dtstart);
}

bool MeetsParts(const Schedule& row, Date date) {
  const bool yearly = row.freq == "YEARLY";
  const Date period = yearly ? YearStart(date) : MonthStart(date);
  const Date next = yearly ? NextYearStart(date) : NextMonthStart(date);
  const int month_size = static_cast<int>((NextMonthStart(date) - MonthStart(date)).count());
  const int year_size = static_cast<int>((NextYearStart(date) - YearStart(date)).count());
  const int year_day = static_cast<int>((date - YearStart(date)).count()) + 1;
  const Weekday wkst = row.wkst.value_or(Weekday::kMonday);
  return EmptyOrAny(row.byday,
                    [&](const auto& byday) { return IsOrdinalDay(byday, date, period, next); }) &&
         EmptyOrAny(row.bymonthday,
                    [&](int day) { return IsAt(day, DayOfMonth(date), month_size); }) &&
         EmptyOrAny(row.byyearday, [&](int day) { return IsAt(day, year_day, year_size); }) &&
         EmptyOrAny(row.byweekno, [&](int week) { return IsInWeek(week, date, wkst); });
}

}  // namespace

std::vector<Date> SlowOccurrences(const Schedule& row, Date first, Date last) {
  std::vector<Date> found;
  int counted = 0;
  for (Date day = row.dtstart.value_or(first); day <= last; day += days(1)) {
    if (row.until && day > *row.until) break;
    if (row.count && counted == *row.count) break;
    if (!IsInStep(row, day) || !MeetsImpliedParts(row, day) || !MeetsParts(row, day)) continue;
    ++counted;
    const bool excepted = std::find(row.except.begin(), row.except.end(), day) != row.except.end();
    if (day >= first && !excepted) found.push_back(day);
  }
  return found;
}

}  // namespace waypost::prepare
