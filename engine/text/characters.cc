#include "engine/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

#include "engine/core/ascii.h"

namespace waypost::text {
namespace {

constexpr char32_t kZeroWidthSpace = 0x200B;

CharacterClass AsciiClass(char c) {
  if (IsLetter(c)) return CharacterClass::kLetter;
  if (IsDigit(c)) return CharacterClass::kDigit;
  if (c == '\'' || c == '`') return CharacterClass::kApostrophe;
  if (c == '&') return CharacterClass::kAmpersand;
  return CharacterClass::kSeparator;
}

const std::array<CharacterClass, 128> kAsciiClasses = [] {
  std::array<CharacterClass, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    classes[c] = AsciiClass(static_cast<char>(c));
  }
  return classes;
}();

// What people and word processors put where an apostrophe belongs.
bool IsApostrophe(char32_t c) {
  switch (c) {
    case 0x00B4:  // acute accent
    case 0x02BB:  // modifier letter turned comma
    case 0x02BC:  // modifier letter apostrophe
    case 0x2018:  // left single quotation mark
    case 0x2019:  // right single quotation mark
    case 0x201B:  // single high-reversed-9 quotation mark
    case 0x2032:  // prime
    case 0xFF07:  // full-width apostrophe
      return true;
    default:
      return false;
  }
}

CharacterClass ClassByCategory(UChar32 c) {
  const std::uint32_t category = U_MASK(u_charType(c));
  if ((category & U_GC_L_MASK) != 0) {
    return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 ? CharacterClass::kIdeograph
                                                          : CharacterClass::kLetter;
  }
  if ((category & U_GC_M_MASK) != 0) return CharacterClass::kMark;
  if ((category & U_GC_N_MASK) != 0) return CharacterClass::kDigit;
  return CharacterClass::kSeparator;
}

// The character at `at`, which moves past it; negative when it is no UTF-8.
UChar32 NextCharacter(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT(text.data(), at, text.size(), c);
#pragma GCC diagnostic pop
  return c;
}

}  // namespace

CharacterClass ClassOf(char32_t character) {
  if (character < kAsciiClasses.size()) return kAsciiClasses[character];
  if (IsApostrophe(character)) return CharacterClass::kApostrophe;
  if (character == 0xFF06) return CharacterClass::kAmpersand;  // full-width
  if (character == kZeroWidthSpace) return CharacterClass::kSeparator;
  const auto c = static_cast<UChar32>(character);
  // Joiners, soft hyphens, fillers: nothing is seen of them, so they neither start nor end a word.
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) {
    return CharacterClass::kMark;
  }
  return ClassByCategory(c);
}

Character CharacterAt(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {kAsciiClasses[first], at + 1};
  std::size_t end = at;
  const UChar32 c = NextCharacter(text, end);
  if (c < 0) return {CharacterClass::kSeparator, at + 1};
  return {ClassOf(static_cast<char32_t>(c)), end};
}

}  // namespace waypost::text
