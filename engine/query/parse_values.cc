#include "engine/query/parse_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/core/ascii.h"

namespace waypost::query {
namespace {

// Cuts `suffix` off the end of `text`, case-blind for ASCII.
bool CutSuffix(std::string_view& text, std::string_view suffix) {
  if (text.size() <= suffix.size()) return false;
  const std::string_view end = text.substr(text.size() - suffix.size());
  for (std::size_t i = 0; i < suffix.size(); ++i) {
    const char c =
        (end[i] >= 'A' && end[i] <= 'Z') ? static_cast<char>(end[i] - 'A' + 'a') : end[i];
    if (c != suffix[i]) return false;
  }
  text.remove_suffix(suffix.size());
  return true;
}

std::optional<LatLng> PointOf(std::string_view lat, std::string_view lon) {
  const auto lat_degrees = ParseDecimal(Trim(lat));
  const auto lon_degrees = ParseDecimal(Trim(lon));
  if (!lat_degrees || !lon_degrees) return std::nullopt;
  return LatLng::FromDegrees(*lat_degrees, *lon_degrees);
}

// "Z", "+01:00", "+0100", "" -> seconds east of Greenwich.
std::optional<int> ParseOffset(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") return 0;
  // A '+' of a query string may have arrived as a space.
  const bool east = text[0] == '+' || text[0] == ' ';
  if (!east && text[0] != '-') return std::nullopt;
  text.remove_prefix(1);
  const bool has_colon = text.size() == 5 && text[2] == ':';
  if (has_colon || text.size() == 4) {
    const auto hours = ParseWhole(text.substr(0, 2));
    const auto minutes = ParseWhole(text.substr(text.size() - 2));
    if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
    const int seconds = (*hours * 60 + *minutes) * 60;
    return east ? seconds : -seconds;
  }
  return std::nullopt;
}

// Cuts a fraction of a second off, which is passed over; false for a point without digits.
bool CutFraction(std::string_view& text) {
  if (!text.starts_with('.')) return true;
  const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
  text.remove_prefix(end);
  return end > 1;
}

// Seconds within the day of "14:05" or "14:05:09"; cuts what it read off `text`.
std::optional<int> CutTimeOfDay(std::string_view& text) {
  if (text.size() < 5 || text[2] != ':') return std::nullopt;
  const auto hours = ParseWhole(text.substr(0, 2));
  const auto minutes = ParseWhole(text.substr(3, 2));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  int seconds = 0;
  text.remove_prefix(5);
  if (text.size() >= 3 && text[0] == ':') {
    const auto read = ParseWhole(text.substr(1, 2));
    if (!read || *read > 59) return std::nullopt;
    seconds = *read;
    text.remove_prefix(3);
    if (!CutFraction(text)) return std::nullopt;
  }
  return (*hours * 60 + *minutes) * 60 + seconds;
}

}  // namespace

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::vector<std::string_view> SplitAt(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<int> ParseWhole(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (!IsDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<double> ParseDecimal(std::string_view text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (error != std::errc() || rest != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<Within> ParseWithin(std::string_view text) {
  constexpr double kLargestMetres = 25'000'000;
  LengthUnit unit = LengthUnit::kMetres;
  double metres_per_unit = 1;
  if (CutSuffix(text, "km")) {
    unit = LengthUnit::kKilometres;
    metres_per_unit = 1000;
  } else if (CutSuffix(text, "mi")) {
    unit = LengthUnit::kMiles;
    metres_per_unit = kMetresPerMile;
  } else {
    CutSuffix(text, "m");
  }
  const auto number = ParseDecimal(Trim(text));
  if (!number || !(*number > 0) || *number * metres_per_unit > kLargestMetres) return std::nullopt;
  return Within{Metres(*number * metres_per_unit), unit};
}

std::optional<AgeSpan> ParseAge(std::string_view text) {
  constexpr int kOldest = 150;
  if (CutSuffix(text, "m")) {
    const auto months = ParseWhole(text);
    if (!months || *months > kOldest * 12) return std::nullopt;
    return AgeSpan{*months / 12.0, *months / 12.0, true};
  }
  const std::size_t dash = text.find('-');
  const auto first = ParseWhole(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : ParseWhole(text.substr(dash + 1));
  if (!first || !last || *last < *first || *last > kOldest) return std::nullopt;
  return AgeSpan{static_cast<double>(*first), *last + 1.0, false};
}

std::optional<MinuteOfDay> ParseClock(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon > 2) return std::nullopt;
  const auto hours = ParseWhole(text.substr(0, colon));
  const std::string_view minutes_text = text.substr(colon + 1);
  const auto minutes = ParseWhole(minutes_text);
  if (!hours || !minutes || minutes_text.size() != 2 || *minutes > 59) return std::nullopt;
  const int minute = *hours * 60 + *minutes;
  if (minute > kMinutesPerDay) return std::nullopt;
  return MinuteOfDay(minute);
}

std::optional<Age> ParseAgeOfCheck(std::string_view text) {
  const bool days = CutSuffix(text, "d");
  if (!days && !CutSuffix(text, "m")) return std::nullopt;
  const auto number = ParseWhole(text);
  if (!number || *number < 1 || *number > 36'500) return std::nullopt;
  return days ? Age{*number, 0} : Age{0, *number};
}

std::optional<BoundingBox> ParseBoundingBox(std::string_view text) {
  const auto parts = SplitAt(text, ',');
  if (parts.size() != 4) return std::nullopt;
  const auto south_west = PointOf(parts[1], parts[0]);
  const auto north_east = PointOf(parts[3], parts[2]);
  if (!south_west || !north_east || south_west->lat_e7() > north_east->lat_e7() ||
      south_west->lon_e7() > north_east->lon_e7()) {
    return std::nullopt;
  }
  return BoundingBox{*south_west, *north_east};
}

std::optional<LatLng> ParsePoint(std::string_view text) {
  const auto parts = SplitAt(text, ',');
  if (parts.size() != 2) return std::nullopt;
  return PointOf(parts[0], parts[1]);
}

std::optional<Moment> ParseMoment(std::string_view text) {
  const auto date = ParseIsoDate(text.substr(0, 10));
  if (!date) return std::nullopt;
  std::string_view rest = text.substr(std::min<std::size_t>(10, text.size()));
  if (rest.empty()) return Moment(*date);
  if (rest[0] != 'T' && rest[0] != ' ') return std::nullopt;
  rest.remove_prefix(1);
  const auto seconds = CutTimeOfDay(rest);
  if (!seconds) return std::nullopt;
  const auto offset = ParseOffset(rest);
  if (!offset) return std::nullopt;
  return Moment(*date) + std::chrono::seconds(*seconds - *offset);
}

std::optional<StatedMinute> ParseMinute(std::string_view text) {
  constexpr std::size_t kWithoutOffset = 16;
  const auto date = ParseIsoDate(text.substr(0, 10));
  if (!date || text.size() < kWithoutOffset || text[10] != 'T') return std::nullopt;
  const auto time = ParseClock(text.substr(11, kWithoutOffset - 11));
  if (!time || time->value() >= kMinutesPerDay) return std::nullopt;
  StatedMinute minute{*date, *time};
  const std::string_view offset = text.substr(kWithoutOffset);
  if (offset.empty()) return minute;
  const auto seconds = ParseOffset(offset);
  if (!seconds) return std::nullopt;
  minute.offset_minutes = static_cast<int>(*seconds / 60);
  return minute;
}

std::optional<OpenAt> ParseOpenAt(std::string_view text) {
  if (text == "now") return OpenAt{};
  const auto minute = ParseMinute(text);
  if (!minute) return std::nullopt;
  return OpenAt{*minute};
}

}  // namespace waypost::query
