#pragma once

// What the characters of Unicode are to a tokeniser, and a reader of UTF-8 that forgives.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace waypost::text {

enum class CharacterClass : std::uint8_t {
  kSeparator,
  kLetter,
  kDigit,       // any number: decimal, Roman, fraction
  kIdeograph,   // a word of its own
  kMark,        // belongs to the letter before it: accents, vowel signs, joiners, soft hyphens
  kApostrophe,  // belongs to a word only between two letters or digits
  kAmpersand,
};

CharacterClass ClassOf(char32_t character);

// True where a word can begin.
constexpr bool StartsWord(CharacterClass c) {
  return c == CharacterClass::kLetter || c == CharacterClass::kDigit ||
         c == CharacterClass::kIdeograph;
}

struct Character {
  CharacterClass kind = CharacterClass::kSeparator;
  std::size_t end = 0;  // where the next character begins; above the start
};

// The character at byte `at`. A byte that is no UTF-8 is a separator. REQUIRES: at < text.size().
Character CharacterAt(std::string_view text, std::size_t at);

}  // namespace waypost::text
