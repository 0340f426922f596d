#pragma once

// A date in 16 bits: days since 1970-01-01, to the year 2149. What columns hold.

#include <cstdint>

#include "engine/core/date.h"

namespace waypost {

using DayStamp = std::uint16_t;
inline constexpr DayStamp kFromAlways = 0;    // as a first day: no bound
inline constexpr DayStamp kForEver = 0xFFFF;  // as a last day: no bound

// The stamp of a bound: days before 1970 are kFromAlways, days past 2149-06-05 are 0xFFFE, so that
// a stated bound never turns into "no bound" at the far end.
constexpr DayStamp DayStampOf(Date date) {
  const int day = DayNumber(date);
  if (day < 0) return kFromAlways;
  return static_cast<DayStamp>(day > 0xFFFE ? 0xFFFE : day);
}

}  // namespace waypost
