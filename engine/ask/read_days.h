#pragma once

// Days and dates: readings that begin at a word, seen from `today`.
//
//   ReadDays(Words("mondays or tuesdays"), 0, today)      // day=MO,TU
//   ReadDays(Words("this Thursday"), 0, today)            // on=2026-11-26
//   ReadDays(Words("in the next fortnight"), 0, today)    // next_days=14
//
// A date without a year is the next one. Pure; O(1).

#include <optional>

#include "engine/ask/reading.h"
#include "engine/core/date.h"

namespace waypost::ask {

std::optional<Reading> ReadDays(const Sentence& sentence, std::size_t at, Date today);

}  // namespace waypost::ask
