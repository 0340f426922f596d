#include "server/oruk/asked.h"

#include <algorithm>

#include "engine/core/ascii.h"
#include "engine/query/parse_query.h"
#include "engine/query/parse_values.h"
#include "server/request/parameters.h"
#include "server/response/utf8.h"

namespace waypost::oruk {
namespace {

using server::BadValue;

constexpr int kMostPages = 999'999'999;

absl::Status Unreadable(std::string_view name, std::string_view value, std::string_view wanted) {
  return BadValue(name, std::string(name) + "=" + std::string(value.substr(0, 80)) +
                            " cannot be read; give " + std::string(wanted));
}

// Some clients write lists as "need[]=".
bool IsNamed(std::string_view given, std::string_view name) {
  if (given.ends_with("[]")) given.remove_suffix(2);
  return given == name;
}

// "09:30", "09:30:00".
std::optional<MinuteOfDay> ReadClock(std::string_view text) {
  constexpr std::size_t kSeconds = 3;
  if (std::ranges::count(text, ':') == 2) {
    const std::string_view seconds = text.substr(text.size() - std::min(text.size(), kSeconds));
    const bool are_seconds = seconds.size() == kSeconds && seconds[0] == ':' && seconds[1] >= '0' &&
                             seconds[1] <= '5' && IsDigit(seconds[2]);
    if (!are_seconds) return std::nullopt;
    text.remove_suffix(kSeconds);
  }
  return query::ParseClock(text);
}

bool IsUtf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = server::Utf8Length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace

absl::Status Asked::CheckBytes() const {
  for (const auto& [name, value] : request_.parameters) {
    if (IsUtf8(value)) continue;
    return BadValue(IsUtf8(name) ? name : "", "a value has bytes that are no UTF-8; encode it so");
  }
  return absl::OkStatus();
}

std::string Asked::First(std::string_view name) const {
  Hear(name);
  for (const auto& [given, value] : request_.parameters) {
    const std::string_view trimmed = query::Trim(value);
    if (IsNamed(given, name) && !trimmed.empty()) return std::string(trimmed);
  }
  return {};
}

absl::StatusOr<std::vector<std::string>> Asked::List(std::string_view name) const {
  ASSIGN_OR_RETURN(std::vector<std::string> values, ListWithGaps(name));
  std::erase(values, "");
  return values;
}

absl::StatusOr<std::vector<std::string>> Asked::ListWithGaps(std::string_view name) const {
  Hear(name);
  std::vector<std::string> values;
  for (const auto& [given, value] : request_.parameters) {
    if (!IsNamed(given, name)) continue;
    for (std::string_view part : query::SplitAt(value, ',')) {
      values.emplace_back(query::Trim(part));
    }
  }
  if (values.size() > query::kMaxValues) {
    return BadValue(name, std::string(name) + " takes at most " +
                              std::to_string(query::kMaxValues) + " values");
  }
  if (std::ranges::all_of(values, &std::string::empty)) values.clear();
  return values;
}

absl::StatusOr<bool> Asked::Flag(std::string_view name) const {
  const std::string value = First(name);
  if (value.empty() || value == "false") return false;
  if (value == "true") return true;
  return Unreadable(name, value, "true or false");
}

absl::StatusOr<std::optional<int>> Asked::Whole(std::string_view name, int least, int most) const {
  const std::string value = First(name);
  if (value.empty()) return std::optional<int>();
  const std::optional<int> number = query::ParseWhole(value);
  if (number && *number >= least && *number <= most) return number;
  return Unreadable(name, value,
                    "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

absl::StatusOr<std::optional<double>> Asked::Number(std::string_view name) const {
  const std::string value = First(name);
  if (value.empty()) return std::optional<double>();
  const std::optional<double> number = query::ParseDecimal(value);
  if (number && *number >= 0) return number;
  return Unreadable(name, value, "a number, 0 or more");
}

absl::StatusOr<std::vector<std::optional<MinuteOfDay>>> Asked::Clocks(std::string_view name) const {
  ASSIGN_OR_RETURN(const std::vector<std::string> values, ListWithGaps(name));
  std::vector<std::optional<MinuteOfDay>> clocks;
  for (const std::string& value : values) {
    clocks.push_back(ReadClock(value));
    if (!value.empty() && !clocks.back()) return Unreadable(name, value, "a time such as 09:30");
  }
  return clocks;
}

absl::Status NothingHasThisId() { return NotFound("nothing has this id"); }

namespace {

// Any number above the greatest is the greatest, however many digits it has.
absl::StatusOr<std::optional<int>> ReadSize(const Asked& asked) {
  constexpr std::string_view kName = "per_page";
  const std::string value = asked.First(kName);
  const std::size_t first = std::min(value.find_first_not_of('0'), value.size());
  const bool is_long = value.size() - first > 9 && std::ranges::all_of(value, IsDigit);
  if (is_long) return std::optional<int>(kGreatestPage);
  return asked.Whole(kName, 1, kMostPages);
}

}  // namespace

absl::StatusOr<Paging> ReadPaging(const Asked& asked) {
  Paging paging;
  ASSIGN_OR_RETURN(const std::optional<int> page, asked.Whole("page", 1, kMostPages));
  ASSIGN_OR_RETURN(const std::optional<int> size, ReadSize(asked));
  paging.page = page.value_or(paging.page);
  paging.is_size_asked = size.has_value();
  paging.per_page = std::min(size.value_or(paging.per_page), kGreatestPage);
  return paging;
}

}  // namespace waypost::oruk
