#pragma once

// A byte as two hexadecimal digits in lower case: 10 is "0a".

#include <string>
#include <string_view>

namespace waypost::server {

inline void AppendHex(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

}  // namespace waypost::server
