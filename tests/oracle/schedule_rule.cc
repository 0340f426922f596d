#include "tests/oracle/schedule_rule.h"

#include <algorithm>
#include <chrono>

namespace waypost::oracle {
namespace {

using record::ByDay;
using record::Schedule;
using std::chrono::days;
using std::chrono::year_month_day;

int DaysBetween(Date from, Date to) { return static_cast<int>((to - from).count()); }

bool IsWeekly(const Schedule& row) { return row.freq == "WEEKLY"; }
bool IsMonthly(const Schedule& row) { return row.freq == "MONTHLY"; }
bool IsDaily(const Schedule& row) { return row.freq == "DAILY"; }

bool HasOrdinals(const Schedule& row) {
  return std::any_of(row.byday.begin(), row.byday.end(),
                     [](const ByDay& day) { return day.ordinal != 0; });
}

int DayOfMonth(Date day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day(day).day()));
}

int LengthOfMonth(Date day) {
  const year_month_day ymd(day);
  return static_cast<int>(
      static_cast<unsigned>((ymd.year() / ymd.month() / std::chrono::last).day()));
}

int MonthNumber(Date day) {
  const year_month_day ymd(day);
  return static_cast<int>(ymd.year()) * 12 + static_cast<int>(static_cast<unsigned>(ymd.month()));
}

// The first day of the week that `day` is in.
Date WeekStart(const Schedule& row, Date day) {
  const int first = static_cast<int>(row.wkst.value_or(Weekday::kMonday));
  return day - days((WeekdayIndex(day) - first + 7) % 7);
}

bool MatchesByDay(const Schedule& row, Date day) {
  const int nth = (DayOfMonth(day) - 1) / 7 + 1;
  const int nth_from_end = -((LengthOfMonth(day) - DayOfMonth(day)) / 7 + 1);
  return std::any_of(row.byday.begin(), row.byday.end(), [&](const ByDay& by) {
    return static_cast<int>(by.weekday) == WeekdayIndex(day) &&
           (by.ordinal == 0 || by.ordinal == nth || by.ordinal == nth_from_end);
  });
}

bool MatchesByMonthDay(const Schedule& row, Date day) {
  const int from_end = DayOfMonth(day) - LengthOfMonth(day) - 1;
  return std::any_of(row.bymonthday.begin(), row.bymonthday.end(),
                     [&](int by) { return by == DayOfMonth(day) || by == from_end; });
}

// What the rule says about the day alone, without interval, bounds and exceptions.
bool MatchesDay(const Schedule& row, Date day) {
  if (IsWeekly(row)) {
    return row.byday.empty() ? WeekdayIndex(day) == WeekdayIndex(*row.dtstart)
                             : MatchesByDay(row, day);
  }
  if (IsMonthly(row)) {
    if (row.byday.empty() && row.bymonthday.empty()) {
      return DayOfMonth(day) == DayOfMonth(*row.dtstart);
    }
    return (row.byday.empty() || MatchesByDay(row, day)) &&
           (row.bymonthday.empty() || MatchesByMonthDay(row, day));
  }
  if (IsDaily(row)) return row.byday.empty() || MatchesByDay(row, day);
  return day == *row.dtstart;
}

// True when the day's week, month or day is one that `interval` does not skip.
bool MatchesInterval(const Schedule& row, Date day, Date origin) {
  const int interval = row.interval.value_or(1);
  if (interval == 1) return true;
  if (IsWeekly(row)) {
    return DaysBetween(WeekStart(row, origin), WeekStart(row, day)) / 7 % interval == 0;
  }
  if (IsMonthly(row)) return (MonthNumber(day) - MonthNumber(origin)) % interval == 0;
  return DaysBetween(origin, day) % interval == 0;
}

// The day from which weeks are counted.
Date OriginOf(const Schedule& row, ScanFaults faults) {
  Date origin = *row.dtstart;
  if (faults.Has(ScanFault::kFortnightFromFirstMatch) && IsWeekly(row)) {
    while (!MatchesDay(row, origin)) origin += days(1);
  }
  return origin;
}

bool MatchesUntil(const Schedule& row, Date day, ScanFaults faults) {
  if (!row.until) return true;
  return faults.Has(ScanFault::kUntilExclusive) ? day < *row.until : day <= *row.until;
}

bool IsMatch(const Schedule& row, Date day, ScanFaults faults) {
  if (row.dtstart && day < *row.dtstart) return false;
  if (!MatchesUntil(row, day, faults) || !MatchesDay(row, day)) return false;
  return !row.dtstart || MatchesInterval(row, day, OriginOf(row, faults));
}

bool IsWithinCount(const Schedule& row, Date day, ScanFaults faults) {
  if (!row.count) return true;
  int before = 0;
  for (Date at = *row.dtstart; at < day && before < *row.count; at += days(1)) {
    if (IsMatch(row, at, faults)) ++before;
  }
  return before < *row.count;
}

}  // namespace

bool IsUnderstood(const Schedule& row) {
  if (row.unreadable || row.interval.value_or(1) < 1 || row.count.value_or(1) < 1) return false;
  if ((row.interval.value_or(1) > 1 || row.count) && !row.dtstart) return false;
  if (!row.byweekno.empty() || !row.byyearday.empty()) return false;
  if (IsWeekly(row)) {
    return !HasOrdinals(row) && row.bymonthday.empty() && (!row.byday.empty() || row.dtstart);
  }
  if (IsMonthly(row)) return !row.byday.empty() || !row.bymonthday.empty() || row.dtstart;
  if (IsDaily(row)) return !HasOrdinals(row) && row.bymonthday.empty();
  return row.freq.empty() && row.byday.empty() && row.bymonthday.empty() && row.dtstart;
}

bool HoldsOn(const Schedule& row, Date day) {
  return !(row.valid_from && day < *row.valid_from) && !(row.valid_to && day > *row.valid_to);
}

bool IsInForce(const Schedule& row, Date today) {
  return !(row.valid_to && *row.valid_to < today) &&
         !(row.valid_from && *row.valid_from > today + days(kDaysAhead - 1));
}

bool IsDateOf(const Schedule& row, Date day, ScanFaults faults) {
  if (!HoldsOn(row, day)) return false;
  if (std::find(row.except.begin(), row.except.end(), day) != row.except.end()) return false;
  return IsMatch(row, day, faults) && IsWithinCount(row, day, faults);
}

bool NamesItsDate(const Schedule& row) { return row.freq.empty(); }

bool IsEveryWeek(const Schedule& row) {
  return (IsWeekly(row) || IsDaily(row)) && row.interval.value_or(1) == 1 && row.except.empty();
}

bool IsPlainWeekly(const Schedule& row, Date today) {
  return IsWeekly(row) && IsEveryWeek(row) && !row.until && !row.count &&
         !(row.dtstart && *row.dtstart > today + days(kDaysAhead - 1));
}

EnumSet<Weekday> StatedWeekdays(const Schedule& row) {
  EnumSet<Weekday> weekdays;
  for (const ByDay& by : row.byday) weekdays.Add(by.weekday);
  if (row.byday.empty()) weekdays.Add(static_cast<Weekday>(WeekdayIndex(*row.dtstart)));
  return weekdays;
}

bool MayGoOnAfter(const Schedule& row, Date last, ScanFaults faults) {
  if (row.valid_to && *row.valid_to <= last) return false;
  if (NamesItsDate(row)) return *row.dtstart > last;
  if (row.until && *row.until <= last) return false;
  return IsWithinCount(row, last + days(1), faults);
}

}  // namespace waypost::oracle
