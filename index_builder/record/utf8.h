#pragma once

// UTF-8 as bytes: finding what is not.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace waypost::record {

// The length of the well-formed character at the front of `bytes` (1 to 4), or 0 when there is
// none: overlong forms, surrogates and values above U+10FFFF are not well-formed (Unicode, table
// 3-7).
std::size_t Utf8Length(std::string_view bytes);

// How many bytes at the front of `bytes`, at which Utf8Length is 0, one U+FFFD stands for: the
// longest beginning of a well-formed character, at least 1. REQUIRES: not empty.
std::size_t Utf8ErrorLength(std::string_view bytes);

// True when all of `bytes` is well-formed. Eight bytes at a time where they are ASCII.
bool IsUtf8(std::string_view bytes);

// The code point of a well-formed character of `length` bytes.
std::uint32_t Utf8CodePoint(std::string_view bytes, std::size_t length);

void AppendUtf8(std::uint32_t code_point, std::string& text);

inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

}  // namespace waypost::record
