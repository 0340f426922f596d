#include "server/web/page_text.h"

#include <array>
#include <cmath>

#include "engine/core/ascii.h"

namespace waypost::server {

std::string MilesText(Millimetres distance) {
  const double miles = static_cast<double>(distance.value()) / 1000.0 / kMetresPerMile;
  if (miles < 0.1) return "under 0.1 miles";
  if (miles >= 10) return std::to_string(std::lround(miles)) + " miles";
  const long tenths = std::lround(miles * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " miles";
}

std::string LongDate(Date date) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::chrono::year_month_day ymd(date);
  return std::to_string(static_cast<unsigned>(ymd.day())) + " " +
         std::string(kMonths.at(static_cast<unsigned>(ymd.month()) - 1)) + " " +
         std::to_string(static_cast<int>(ymd.year()));
}

std::string QueryString(const std::vector<std::pair<std::string, std::string>>& parameters) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  const auto escape = [&](std::string_view text) {
    for (char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      const bool plain = IsLetter(c) || IsDigit(c) || c == '-' || c == '_' || c == '.' || c == '~';
      if (plain) {
        out += c;
      } else {
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
      }
    }
  };
  for (const auto& [name, value] : parameters) {
    out += out.empty() ? '?' : '&';
    escape(name);
    out += '=';
    escape(value);
  }
  return out;
}

std::string DialText(std::string_view phone) {
  std::string digits;
  for (char c : phone) {
    if (IsDigit(c) || (c == '+' && digits.empty())) digits += c;
  }
  return digits;
}

}  // namespace waypost::server
