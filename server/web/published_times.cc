#include "server/web/published_times.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "engine/core/ascii.h"
#include "engine/core/closed_lists.h"
#include "engine/core/date.h"
#include "engine/query/parse_values.h"
#include "server/response/page_text.h"

namespace waypost::server {
namespace {

using NamedValue = std::pair<std::string, std::string>;

// Of the two standards' schedules.
constexpr std::array<std::string_view, 16> kNames = {
    "freq", "interval", "count", "byday",      "weekday",  "bymonthday", "byweekno", "byyearday",
    "wkst", "dtstart",  "until", "valid_from", "valid_to", "except",     "opens_at", "closes_at"};

std::optional<NamedValue> NamedIn(std::string_view part) {
  const std::size_t equals = part.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  std::string name = LowerCase(query::Trim(part.substr(0, equals)));
  if (std::ranges::find(kNames, name) == kNames.end()) return std::nullopt;
  return NamedValue(std::move(name), std::string(query::Trim(part.substr(equals + 1))));
}

// Empty when it does not begin with a name. Words may have a semicolon of their own.
std::vector<NamedValue> ValuesOf(std::string_view published) {
  std::vector<NamedValue> values;
  for (const std::string_view part : query::SplitAt(published, ';')) {
    if (auto named = NamedIn(part)) {
      values.push_back(*std::move(named));
    } else if (values.empty()) {
      return {};
    } else {
      values.back().second.append("; ").append(query::Trim(part));
    }
  }
  return values;
}

// "THIRSDAY" was typed for a machine.
std::string Spoken(std::string_view value) {
  return std::ranges::any_of(value, IsLower) ? std::string(value) : LowerCase(value);
}

// "MO, TU" in words; nothing else is.
std::string DaysText(const InterfaceText& text, std::string_view value) {
  std::string days;
  for (const std::string_view part : query::SplitAt(value, ',')) {
    std::string key("day.");
    key.append(query::Trim(part));
    const std::string_view day = text(key);
    if (day == key) return Spoken(value);
    days.append(days.empty() ? "" : ", ").append(day);
  }
  return days;
}

std::string DateText(std::string_view value) {
  const std::optional<Date> date = ParseIsoDate(value.substr(0, 10));
  return date ? LongDate(*date) : Spoken(value);
}

std::string FrequencyText(const InterfaceText& text, const std::string& value) {
  std::string key("times.freq.");
  key += LowerCase(value);
  const std::string_view known = text(key);
  return known == key ? Spoken(value) : std::string(known);
}

// "" for what says nothing to a person.
std::string ValueText(const InterfaceText& text, const NamedValue& named) {
  const auto& [name, value] = named;
  if (name == "freq") return FrequencyText(text, value);
  if (name == "interval") return value == "1" ? "" : text("times.interval", {{"n", value}});
  if (name == "byday" || name == "weekday") return DaysText(text, value);
  if (name == "bymonthday") return text("times.month_day", {{"days", value}});
  if (name == "dtstart" || name == "valid_from") {
    return text("times.from", {{"date", DateText(value)}});
  }
  if (name == "until" || name == "valid_to") return text("times.to", {{"date", DateText(value)}});
  if (name == "except") return text("times.except", {{"dates", DateText(value)}});
  if (name == "opens_at") return text("times.opens", {{"time", value}});
  if (name == "closes_at") return text("times.closes", {{"time", value}});
  return "";
}

}  // namespace

std::string PublishedTimesText(const InterfaceText& text, std::string_view published) {
  const std::vector<NamedValue> values = ValuesOf(published);
  if (values.empty()) return std::string(published);
  std::string line;
  for (const NamedValue& named : values) {
    const std::string part = named.second.empty() ? std::string() : ValueText(text, named);
    if (part.empty()) continue;
    line.append(line.empty() ? "" : "; ").append(part);
  }
  return line.empty() ? line : text("times.as_published", {{"times", line}});
}

}  // namespace waypost::server
