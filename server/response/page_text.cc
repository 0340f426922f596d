#include "server/response/page_text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/ascii.h"
#include "server/response/hex.h"

namespace waypost::server {
namespace {

double MilesOf(Millimetres distance) {
  return static_cast<double>(distance.value()) / 1000.0 / kMetresPerMile;
}

// To a tenth below ten miles, and "1 mile" rather than "1.0 miles".
std::string Rounded(double miles) {
  const long tenths = miles < 10 ? std::lround(miles * 10) : std::lround(miles) * 10;
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text + (tenths == 10 ? " mile" : " miles");
}

void AppendEscaped(std::string_view text, std::string& out) {
  for (char c : text) {
    if (IsLetter(c) || IsDigit(c) || c == '-' || c == '_' || c == '.' || c == '~') {
      out += c;
    } else {
      out += '%';
      AppendHex(out, static_cast<unsigned char>(c));
    }
  }
}

// Takes the digits of one number off the front of `text`, from its '+' or first digit to what is in
// no number: a letter, a comma, a slash. "(0)" stands where callers from abroad leave it out.
std::string TakeNumber(std::string_view& text) {
  std::string digits;
  while (!text.empty()) {
    const char c = text.front();
    if (digits.starts_with('+') && text.starts_with("(0)")) {
      text.remove_prefix(3);
      continue;
    }
    const bool goes_on = IsDigit(c) || (c == '+' && digits.empty()) ||
                         (c != '\0' && std::string_view(" -.()").find(c) != std::string_view::npos);
    if (!goes_on) break;
    if (IsDigit(c) || c == '+') digits += c;
    text.remove_prefix(1);
  }
  return digits;
}

// Of the forms in use: 0114 496 0000 and 0800 1111, 999 and 111, 116 123, and any with a country.
bool IsPlausible(std::string_view digits) {
  if (digits.starts_with('+')) return digits.size() >= 9 && digits.size() <= 16;
  if (digits.starts_with('0')) return digits.size() >= 8 && digits.size() <= 11;
  if (digits.size() == 3) return digits.starts_with('1') || digits == "999";
  return digits.size() == 6 && digits.starts_with("11");
}

}  // namespace

std::string MilesText(Millimetres distance) {
  const double miles = MilesOf(distance);
  return miles < 0.1 ? "under 0.1 miles" : Rounded(miles);
}

std::string AboutMilesText(Millimetres distance) {
  return "about " + Rounded(std::max(MilesOf(distance), 0.1));
}

std::string WithCommas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
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

std::string QueryString(const std::vector<query::Parameter>& parameters) {
  std::string out;
  for (const auto& [name, value] : parameters) {
    out += out.empty() ? '?' : '&';
    AppendEscaped(name, out);
    out += '=';
    AppendEscaped(value, out);
  }
  return out;
}

std::string DialText(std::string_view phone) {
  while (!phone.empty()) {
    if (!IsDigit(phone.front()) && phone.front() != '+') {
      phone.remove_prefix(1);
      continue;
    }
    std::string digits = TakeNumber(phone);
    if (IsPlausible(digits)) return digits;
  }
  return {};
}

std::string_view DoubtText(query::FilterKind kind) {
  using query::FilterKind;
  switch (kind) {
    case FilterKind::kStatus:
      return "whether it is running";
    case FilterKind::kSource:
    case FilterKind::kSourceId:
    case FilterKind::kOrganization:
      return "who provides it";
    case FilterKind::kWords:
    case FilterKind::kServiceType:
    case FilterKind::kTaxonomyTerm:
    case FilterKind::kExcludeTaxonomyTerm:
      return "what kind of service it is";
    case FilterKind::kNeed:
      return "what it helps with";
    case FilterKind::kCircumstance:
    case FilterKind::kPersona:
      return "whom it helps";
    case FilterKind::kPlace:
    case FilterKind::kReach:
    case FilterKind::kBoundingBox:
      return "where it is";
    case FilterKind::kArea:
    case FilterKind::kAuthority:
      return "whether it covers where you are";
    case FilterKind::kAge:
      return "which ages it is for";
    case FilterKind::kTime:
    case FilterKind::kOn:
    case FilterKind::kOpenAt:
    case FilterKind::kNextDays:
      return "when it is open";
    case FilterKind::kFree:
      return "whether it is free";
    case FilterKind::kAccess:
      return "whether you need an appointment";
    case FilterKind::kLanguage:
      return "which languages are spoken";
    case FilterKind::kAccessibility:
      return "how accessible it is";
    case FilterKind::kMinQuality:
      return "how much is said of it";
    case FilterKind::kAssuredWithin:
    case FilterKind::kModifiedAfter:
      return "when it was last checked";
  }
  return "";
}

std::string Capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty()) out.front() = ToUpper(out.front());
  return out;
}

}  // namespace waypost::server
