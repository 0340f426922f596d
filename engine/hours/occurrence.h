#pragma once

// The single days on which a session happens.
//
//   ForEachDay(session, first, last, lists, [&](int day) { ...; return true; });
//
// Pure functions of the columns; days are day numbers (engine/core/date.h).

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/hours/session.h"

namespace waypost {

// One session on one day.
struct Occurrence {
  int day = 0;                     // it starts on
  std::uint16_t start = kNoTimes;  // minute of that day, or kNoTimes
  std::uint16_t length = 0;
  // The day is a bank holiday for the document, or may be, and nothing says that the session
  // happens all the same.
  bool bank_holiday = false;

  friend auto operator<=>(const Occurrence&, const Occurrence&) = default;
};

// The first day in [first, last] on which the session starts. A dated session has days inside the
// horizon only. O(log days of its list).
std::optional<int> NextDay(const Session& session, int first, int last, const DateLists& lists);

// Calls visit(day) for each of them, ascending, until it returns false.
template <typename Visit>
void ForEachDay(const Session& session, int first, int last, const DateLists& lists, Visit visit) {
  std::optional<int> day = NextDay(session, first, last, lists);
  while (day && visit(*day)) day = NextDay(session, *day + 1, last, lists);
}

// Whether it starts on that day. The same cost.
inline bool StartsOn(const Session& session, int day, const DateLists& lists) {
  return NextDay(session, day, day, lists).has_value();
}

// The divisions in which an occurrence on that day is in doubt.
inline EnumSet<HolidayDivision> DoubtfulIn(const Session& session, int day,
                                           const BankHolidays& holidays) {
  return (session.flags & kNamesItsDates) != 0 ? EnumSet<HolidayDivision>() : holidays.On(day);
}

// All that start in [first, last], ascending, equal ones once; the first `most` of them.
// O(sessions * days).
std::vector<Occurrence> OccurrencesBetween(const DocumentHours& hours, const Calendar& calendar,
                                           int first, int last, std::size_t most);

}  // namespace waypost
