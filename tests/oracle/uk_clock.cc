#include "tests/oracle/uk_clock.h"

namespace waypost::oracle {
namespace {

using std::chrono::days;

// Minutes since 1970-01-01 00:00, of whatever clock.
int MinuteNumber(Date date, int minute) { return DayNumber(date) * kMinutesPerDay + minute; }

// At 01:00 UTC on the last Sunday of the month.
int ChangeIn(std::chrono::year year, std::chrono::month month) {
  return MinuteNumber(Date(year / month / std::chrono::Sunday[std::chrono::last]), 60);
}

LocalMinute ShownAt(int local_minute) {
  const int day = local_minute / kMinutesPerDay;
  return {DateOfDayNumber(day), MinuteOfDay(local_minute % kMinutesPerDay)};
}

}  // namespace

std::optional<LocalMinute> ReadClock(const StatedMinute& stated, ScanFaults faults) {
  const auto year = std::chrono::year_month_day(stated.date).year();
  const int spring = ChangeIn(year, std::chrono::March);
  const int autumn = ChangeIn(year, std::chrono::October);
  const int shown = MinuteNumber(stated.date, stated.time.value());
  if (!stated.offset_minutes) {
    if (shown >= spring && shown < spring + 60) return std::nullopt;
    return ShownAt(shown);
  }
  const int utc = shown - *stated.offset_minutes;
  if (utc >= spring && utc < autumn) return ShownAt(utc + 60);
  LocalMinute minute = ShownAt(utc);
  if (utc >= autumn && utc < autumn + 60 && !faults.Has(ScanFault::kSecondPassIsFirst)) {
    minute.second_pass = {.ends = MinuteOfDay(120), .offset_minutes = 0};
  }
  return minute;
}

}  // namespace waypost::oracle
