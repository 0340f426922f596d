#pragma once

// The language in which help is wanted.
//
//   ReadLanguage(Words("who only speaks Somali"), 1)    // language=so
//
// The name of a language alone says who somebody is, not what they speak: it counts beside a word
// of speaking, or behind "in". English is never read. Pure; O(languages).

#include <optional>

#include "engine/ask/reading.h"

namespace waypost::ask {

std::optional<Reading> ReadLanguage(const Sentence& sentence, std::size_t at);

}  // namespace waypost::ask
