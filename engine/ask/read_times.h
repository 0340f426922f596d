#pragma once

// Times of the day: readings that begin at a word.
//
//   ReadTimes(Words("between 2 and 4"), 0)    // from=14:00, to=16:00
//   ReadTimes(Words("evenings"), 0)           // from=18:00
//
// An hour without "am" or "pm" is one at which people are about: 1 to 6, and 7 after "after", in
// the afternoon, 7 to 11 in the morning. Pure; O(1).

#include <optional>

#include "engine/ask/reading.h"

namespace waypost::ask {

std::optional<Reading> ReadTimes(const Sentence& sentence, std::size_t at);

}  // namespace waypost::ask
