#include "engine/core/date.h"

#include <array>
#include <cstdio>

namespace waypost {
namespace {

std::optional<int> ParseDigits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> ParseIsoDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = ParseDigits(text.substr(0, 4));
  const auto month = ParseDigits(text.substr(5, 2));
  const auto day = ParseDigits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1) return std::nullopt;
  const std::chrono::year_month_day ymd(std::chrono::year(*year),
                                        std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*day)));
  if (!ymd.ok()) return std::nullopt;
  return Date(ymd);
}

std::string FormatIsoDate(Date date) {
  const std::chrono::year_month_day ymd(date);
  std::array<char, 32> buffer;
  const int length =
      std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                    static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string FormatMoment(Moment moment) {
  const Date date = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss time(moment - date);
  std::array<char, 32> buffer;
  const int length = std::snprintf(
      buffer.data(), buffer.size(), "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
      static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return FormatIsoDate(date) + std::string(buffer.data(), static_cast<std::size_t>(length));
}

Date MonthsBefore(Date date, int months) {
  const std::chrono::year_month_day ymd(date);
  const std::chrono::year_month_day moved = ymd - std::chrono::months(months);
  if (moved.ok()) return Date(moved);
  return Date(moved.year() / moved.month() / std::chrono::last);
}

}  // namespace waypost
