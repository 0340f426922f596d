#pragma once

// Weekdays by name, and dates: "3rd of December", "Friday 27 Nov", "27/11", "Thursday the 26th",
// "Christmas Day". Pure; O(1).

#include <optional>

#include "engine/ask/reading.h"
#include "engine/core/closed_lists.h"
#include "engine/core/date.h"

namespace waypost::ask {

// "monday", "mondays", "tues"; the abbreviations that are words only where they are written as
// names, or stand among days.
std::optional<Weekday> ReadWeekday(const Sentence& sentence, std::size_t at);

// A date of some month, the next one from `today` on.
std::optional<Reading> ReadDate(const Sentence& sentence, std::size_t at, Date today);

}  // namespace waypost::ask
