#include "index_builder/sources/text_encoding.h"

#include <array>

#include "index_builder/record/safe_text.h"
#include "index_builder/record/utf8.h"

namespace waypost::sources {
namespace {

constexpr std::uint16_t kUndefined = 0xFFFD;

// Code points of the bytes 0x80 to 0x9F (Unicode Consortium,
// MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252); all other bytes are their own code point.
constexpr std::array<std::uint16_t, 32> kHighControls = {
    0x20AC,     kUndefined, 0x201A, 0x0192, 0x201E, 0x2026,     0x2020, 0x2021,
    0x02C6,     0x2030,     0x0160, 0x2039, 0x0152, kUndefined, 0x017D, kUndefined,
    kUndefined, 0x2018,     0x2019, 0x201C, 0x201D, 0x2022,     0x2013, 0x2014,
    0x02DC,     0x2122,     0x0161, 0x203A, 0x0153, kUndefined, 0x017E, 0x0178};

// True when `repaired`, a text after RepairUtf8, holds a letter beyond ASCII that is not the
// replacement character.
bool HasWellFormedLetters(std::string_view repaired) {
  for (std::size_t i = 0; i < repaired.size();) {
    if (repaired.substr(i).starts_with(record::kReplacementCharacter)) {
      i += record::kReplacementCharacter.size();
    } else if ((static_cast<unsigned char>(repaired[i]) & 0x80) != 0) {
      return true;
    } else {
      ++i;
    }
  }
  return false;
}

}  // namespace

std::string DecodeWindows1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const unsigned byte = static_cast<unsigned char>(c);
    record::AppendUtf8(byte >= 0x80 && byte < 0xA0 ? kHighControls[byte - 0x80] : byte, text);
  }
  return text;
}

TextEncoding MakeUtf8(std::string& text) {
  if (record::IsUtf8(text)) return TextEncoding::kUtf8;
  bool repaired = false;
  std::string utf8 = record::RepairUtf8(text, &repaired);
  if (HasWellFormedLetters(utf8)) {
    text = std::move(utf8);
    return TextEncoding::kBrokenUtf8;
  }
  text = DecodeWindows1252(text);
  return TextEncoding::kWindows1252;
}

}  // namespace waypost::sources
