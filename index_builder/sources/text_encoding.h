#pragma once

// Texts of spreadsheets in whatever 8-bit encoding: UTF-8, or the Windows-1252 that older
// spreadsheet programs save.
//
//   std::string text = "Caf\xE9";
//   MakeUtf8(text);   // TextEncoding::kWindows1252, text is now "Café"
//
// A text that is not UTF-8 is taken for Windows-1252, unless it also holds well-formed multi-byte
// UTF-8: then it is UTF-8 with a broken place (a value cut in the middle of a letter), and the
// broken bytes become U+FFFD. Deciding value by value rather than file by file keeps files readable
// that were joined from several spreadsheets. O(length).

#include <cstdint>
#include <string>
#include <string_view>

namespace waypost::sources {

enum class TextEncoding : std::uint8_t { kUtf8, kWindows1252, kBrokenUtf8 };

// Turns `text` into valid UTF-8 and says what it was.
TextEncoding MakeUtf8(std::string& text);

// The five bytes that Windows-1252 does not define become U+FFFD.
std::string DecodeWindows1252(std::string_view bytes);

}  // namespace waypost::sources
