#include <array>
#include <string>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/record/lenient_words.h"

namespace waypost::record {
namespace {

constexpr std::array<std::string_view, 7> kDayNames = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

std::optional<Weekday> WeekdayOfName(std::string_view folded) {
  if (folded.ends_with("days")) folded.remove_suffix(1);
  if (folded.size() < 2) return std::nullopt;
  for (std::size_t i = 0; i < kDayNames.size(); ++i) {
    if (kDayNames[i].starts_with(folded)) return static_cast<Weekday>(i);
  }
  return std::nullopt;
}

// "2MO", "-1 FR", "+1TH", "TU", "last friday", "1st monday".
std::optional<ByDay> ReadOneByDay(std::string_view part) {
  part = Trim(part);
  ByDay day;
  if (part.starts_with('+')) part.remove_prefix(1);
  std::size_t sign = part.starts_with('-') ? 1 : 0;
  std::size_t digits = 0;
  while (sign + digits < part.size() && part[sign + digits] >= '0' && part[sign + digits] <= '9') {
    ++digits;
  }
  if (sign != 0 && digits == 0) return std::nullopt;
  if (digits > 0 && sign + digits < part.size()) {
    if (digits > 1) return std::nullopt;
    day.ordinal = part[sign] - '0';
    if (day.ordinal < 1 || day.ordinal > 5) return std::nullopt;
    if (sign != 0) day.ordinal = -day.ordinal;
    part.remove_prefix(sign + digits);
    for (std::string_view suffix : {"st ", "nd ", "rd ", "th "}) {
      if (part.size() > 5 && EqualsIgnoringCase(part.substr(0, 3), suffix)) part.remove_prefix(3);
    }
  } else if (part.size() > 5 && EqualsIgnoringCase(part.substr(0, 5), "last ")) {
    day.ordinal = -1;
    part.remove_prefix(5);
  }
  const std::optional<Weekday> weekday = ReadWeekday(part);
  if (!weekday) return std::nullopt;
  day.weekday = *weekday;
  return day;
}

void AddDays(int first, int last, std::vector<ByDay>& days) {
  for (int day = first;; day = (day + 1) % 7) {
    days.push_back({0, static_cast<Weekday>(day)});
    if (day == last) return;
  }
}

// "Mon-Fri", "Monday to Friday"; false when the part is no range of two weekdays.
bool AddDayRange(std::string_view part, std::vector<ByDay>& days) {
  std::size_t at = part.find('-', 1);
  std::size_t width = 1;
  if (at == std::string_view::npos) {
    at = part.find(" to ");
    width = 4;
  }
  if (at == std::string_view::npos) {
    at = part.find("–");
    width = std::string_view("–").size();
  }
  if (at == std::string_view::npos) return false;
  const std::optional<Weekday> first = WeekdayOfName(FoldWords(part.substr(0, at)));
  const std::optional<Weekday> last = WeekdayOfName(FoldWords(part.substr(at + width)));
  if (!first || !last) return false;
  AddDays(static_cast<int>(*first), static_cast<int>(*last), days);
  return true;
}

bool AddNamedDays(std::string_view folded, std::vector<ByDay>& days) {
  if (folded == "weekdays" || folded == "weekday") {
    AddDays(0, 4, days);
  } else if (folded == "weekends" || folded == "weekend") {
    AddDays(5, 6, days);
  } else if (folded == "daily" || folded == "every day" || folded == "all week") {
    AddDays(0, 6, days);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::optional<Weekday> ReadWeekday(std::string_view text) {
  if (const std::optional<std::int64_t> number = ReadInteger(text)) {
    if (*number < 0 || *number > 7) return std::nullopt;
    return static_cast<Weekday>((*number + 6) % 7);
  }
  std::string folded = FoldWords(text);
  // schema.org's "http://schema.org/Tuesday".
  if (const std::size_t space = folded.rfind(' ');
      space != std::string::npos && folded.find("schema") != std::string::npos) {
    folded.erase(0, space + 1);
  }
  return WeekdayOfName(folded);
}

std::optional<std::vector<ByDay>> ReadByDay(std::string_view text) {
  std::vector<ByDay> days;
  while (!text.empty()) {
    const std::size_t separator = text.find_first_of(",;|/&\n");
    const std::string_view part = Trim(text.substr(0, separator));
    text.remove_prefix(separator == std::string_view::npos ? text.size() : separator + 1);
    if (part.empty()) continue;
    if (AddNamedDays(FoldWords(part), days) || AddDayRange(part, days)) continue;
    const std::optional<ByDay> day = ReadOneByDay(part);
    if (!day) return std::nullopt;
    days.push_back(*day);
  }
  std::vector<ByDay> unique;
  for (const ByDay& day : days) {
    bool seen = false;
    for (const ByDay& other : unique) seen = seen || other == day;
    if (!seen) unique.push_back(day);
  }
  return unique;
}

}  // namespace waypost::record
