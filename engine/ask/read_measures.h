#pragma once

// How far, how old, and at what price: readings that begin at a word.
//
//   ReadDistance(Words("within two miles of"), 0)     // within=2mi
//   ReadAge(Words("my nine-year-old"), 1)             // age=9
//
// Pure; O(1) each.

#include <optional>

#include "engine/ask/reading.h"

namespace waypost::ask {

// "within two miles of", "half a mile", "5km radius"; metres from 50 on, or "10m" would be people.
std::optional<Reading> ReadDistance(const Sentence& sentence, std::size_t at);

// "9 year old", "18 months old", "aged 11 to 14", "he's 82", "71yo", "11-16s"; several ages of one
// unit
// ("4 and 6 year olds") are one reading. Numbers that count something else are none.
std::optional<Reading> ReadAge(const Sentence& sentence, std::size_t at);

// "free" where it means the price: not "I'm free on Thursdays", not "smoke-free".
std::optional<Reading> ReadFree(const Sentence& sentence, std::size_t at);

}  // namespace waypost::ask
