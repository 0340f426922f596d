#pragma once

// Numbers in digits and in words.
//
//   ReadNumber(Words("two and a half miles"), 0)   // 2.5, of 4 words
//
// Pure; O(1).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/ask/sentence.h"

namespace waypost::ask {

struct Number {
  double value = 0;
  std::size_t words = 0;  // how many were read
};

// The number that begins at word `at`: "7", "1.5", "seven", "eighty-two", "half", "one and a half",
// "a quarter", "a couple of". "a" alone is 1 only where `article_counts`.
std::optional<Number> ReadNumber(const Sentence& sentence, std::size_t at,
                                 bool article_counts = false);

// "9", "0.5", "9 to 12": without zeros that say nothing.
std::string NumberText(double value);

// A number at the beginning of one word, and the letters that follow: "5km", "18m", "71yo".
struct AttachedNumber {
  double value = 0;
  std::string_view unit;
};
std::optional<AttachedNumber> ReadAttached(std::string_view word);

}  // namespace waypost::ask
