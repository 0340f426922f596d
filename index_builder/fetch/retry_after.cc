#include "index_builder/fetch/retry_after.h"

#include <algorithm>
#include <array>

#include "engine/core/ascii.h"

namespace waypost::fetch {
namespace {

constexpr std::chrono::seconds kLongest = std::chrono::hours(24);

// The whole of `digits` as a number; more than six digits are as long as any wait.
std::optional<int> Whole(std::string_view digits) {
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), IsDigit)) return std::nullopt;
  if (digits.size() > 6) return 999999;
  int number = 0;
  for (char c : digits) number = number * 10 + (c - '0');
  return number;
}

std::optional<unsigned> MonthOf(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto* const found = std::find(kMonths.begin(), kMonths.end(), name);
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<unsigned>(found - kMonths.begin()) + 1;
}

// "Sat, 21 Nov 2026 14:05:30 GMT": the one form that may be sent.
std::optional<Moment> ReadHttpDate(std::string_view text) {
  if (text.size() != 29 || text.substr(3, 2) != ", " || !text.ends_with(" GMT"))
    return std::nullopt;
  const auto day = Whole(text.substr(5, 2));
  const auto month = MonthOf(text.substr(8, 3));
  const auto year = Whole(text.substr(12, 4));
  const auto hour = Whole(text.substr(17, 2));
  const auto minute = Whole(text.substr(20, 2));
  const auto second = Whole(text.substr(23, 2));
  if (!day || !month || !year || !hour || !minute || !second) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(*month),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return Date(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second);
}

}  // namespace

std::optional<std::chrono::seconds> ReadRetryAfter(std::string_view value, Moment now) {
  if (const auto seconds = Whole(value)) return std::min(std::chrono::seconds(*seconds), kLongest);
  const std::optional<Moment> until = ReadHttpDate(value);
  if (!until) return std::nullopt;
  return std::clamp(*until - now, std::chrono::seconds(0), kLongest);
}

}  // namespace waypost::fetch
