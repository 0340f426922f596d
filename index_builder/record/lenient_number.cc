#include "index_builder/record/lenient_number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "engine/core/ascii.h"
#include "index_builder/record/folded_words.h"

namespace waypost::record {
namespace {

// "1,250.50" to "1250.50"; nullopt when a comma does not stand before a group of three digits.
std::optional<std::string> WithoutGroupCommas(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ',') {
      plain += text[i];
      continue;
    }
    std::size_t digits = 0;
    while (i + 1 + digits < text.size() && IsDigit(text[i + 1 + digits])) ++digits;
    if (digits != 3 || plain.empty() || !IsDigit(plain.back())) return std::nullopt;
  }
  return plain;
}

constexpr std::array<std::string_view, 6> kCurrencySigns = {"£", "€", "$", "GBP", "EUR", "USD"};

std::string_view WithoutCurrency(std::string_view text) {
  for (std::string_view sign : kCurrencySigns) {
    if (text.size() < sign.size()) continue;
    if (EqualsIgnoringCase(text.substr(0, sign.size()), sign)) {
      return Trim(text.substr(sign.size()));
    }
    if (EqualsIgnoringCase(text.substr(text.size() - sign.size()), sign)) {
      return Trim(text.substr(0, text.size() - sign.size()));
    }
  }
  return text;
}

constexpr std::array<std::pair<std::string_view, double>, 15> kAgeUnits = {{
    {"years", 1},
    {"year", 1},
    {"yrs", 1},
    {"yr", 1},
    {"y", 1},
    {"years old", 1},
    {"year old", 1},
    {"months", 12},
    {"month", 12},
    {"mths", 12},
    {"mth", 12},
    {"m", 12},
    {"weeks", 52},
    {"week", 52},
    {"wks", 52},
}};

}  // namespace

std::optional<double> ReadNumber(std::string_view text) {
  text = Trim(text);
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::int64_t> ReadInteger(std::string_view text) {
  const std::optional<double> number = ReadNumber(text);
  // 2^53: up to here every whole number is a double.
  constexpr double kLimit = 9007199254740992.0;
  if (!number || std::abs(*number) > kLimit || std::trunc(*number) != *number) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

std::optional<bool> ReadBool(std::string_view text) {
  const std::string word = FoldWords(text);
  for (std::string_view yes : {"true", "yes", "y", "t", "on", "1", "1 0"}) {
    if (word == yes) return true;
  }
  for (std::string_view no : {"false", "no", "n", "f", "off", "0", "0 0"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

std::optional<double> ReadAmount(std::string_view text) {
  const std::optional<std::string> plain = WithoutGroupCommas(WithoutCurrency(Trim(text)));
  return plain ? ReadNumber(*plain) : std::nullopt;
}

std::optional<double> ReadAge(std::string_view text) {
  if (const std::optional<double> years = ReadNumber(text)) return years;
  text = Trim(text);
  std::size_t digits = 0;
  while (digits < text.size() && (IsDigit(text[digits]) || text[digits] == '.')) ++digits;
  const std::optional<double> number = ReadNumber(text.substr(0, digits));
  if (!number) return std::nullopt;
  const std::string unit = FoldWords(text.substr(digits));
  for (const auto& [name, per_year] : kAgeUnits) {
    if (unit == name) return *number / per_year;
  }
  return std::nullopt;
}

}  // namespace waypost::record
