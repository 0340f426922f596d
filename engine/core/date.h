#pragma once

// Calendar dates and moments, as the standard library has them.
//
// A `Date` is a day of the proleptic Gregorian calendar without a time zone; a `Moment` is an
// instant in UTC to the second. Local time belongs to `engine/hours`.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace waypost {

using Date = std::chrono::sys_days;
using Moment = std::chrono::sys_seconds;

// Days since 1970-01-01; the form in which columns hold dates.
constexpr int DayNumber(Date date) { return static_cast<int>(date.time_since_epoch().count()); }
constexpr Date DateOfDayNumber(int day_number) { return Date(std::chrono::days(day_number)); }

// Monday is 0.
constexpr int WeekdayIndex(Date date) {
  return static_cast<int>(std::chrono::weekday(date).iso_encoding()) - 1;
}

// Reads exactly `YYYY-MM-DD`, a day that exists, years 0001 to 9999. Feeds write dates in many
// other ways: see index_builder/record/lenient_date.h.
std::optional<Date> ParseIsoDate(std::string_view text);

// "2026-11-21".
std::string FormatIsoDate(Date date);

// "2026-11-21T14:05:00Z".
std::string FormatMoment(Moment moment);

// The day `months` calendar months before `date`, clipped to the end of a shorter month:
// one month before 31 March is 28 or 29 February.
Date MonthsBefore(Date date, int months);

}  // namespace waypost
