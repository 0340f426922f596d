#include "engine/hours/english.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace waypost {
namespace {

constexpr std::size_t kMostSaid = 8;
constexpr std::size_t kMostCompared = 256;  // patterns beyond it are only counted
constexpr int kLastMinute = kMinutesPerDay;

constexpr std::array<std::string_view, kWeekdayCount> kDayNames = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 6> kOrdinalWords = {"every", "first",  "second",
                                                           "third", "fourth", "fifth"};

std::string DayName(Weekday day) { return std::string(kDayNames[static_cast<std::size_t>(day)]); }

// "a", "a and b", "a, b and c".
std::string Listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

std::string Capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

// "1st", "2nd", "11th".
std::string NumberedDay(int day) {
  const bool teen = day % 100 >= 11 && day % 100 <= 13;
  const std::string_view suffix = teen            ? "th"
                                  : day % 10 == 1 ? "st"
                                  : day % 10 == 2 ? "nd"
                                  : day % 10 == 3 ? "rd"
                                                  : "th";
  return std::to_string(day) + std::string(suffix);
}

// "first", "last", "second to last", "6th".
std::string OrdinalWord(int ordinal) {
  if (ordinal == -1) return "last";
  if (ordinal < 0) return OrdinalWord(-ordinal) + " to last";
  return ordinal < static_cast<int>(kOrdinalWords.size())
             ? std::string(kOrdinalWords[static_cast<std::size_t>(ordinal)])
             : NumberedDay(ordinal);
}

// "24 November 2026".
std::string SpokenDate(Date date) {
  const std::chrono::year_month_day day(date);
  return std::to_string(static_cast<unsigned>(day.day())) + " " +
         std::string(kMonthNames[static_cast<unsigned>(day.month()) - 1]) + " " +
         std::to_string(static_cast<int>(day.year()));
}

// "10am to 12pm", "from 10am", "all day", "".
std::string SpokenTimes(const SessionPattern& pattern) {
  if (!pattern.start) return "";
  if (!pattern.length) return "from " + DescribeTime(*pattern.start);
  return DescribeTimes(*pattern.start, *pattern.length);
}

// "Mondays to Fridays", "Tuesdays and Thursdays", "Every day". A run of three or more is a range.
std::string WeeklyDays(EnumSet<Weekday> days) {
  if (days.bits() == 0x7F) return "Every day";
  std::vector<std::string> parts;
  for (std::size_t first = 0; first < kWeekdayCount;) {
    if (!days.Has(static_cast<Weekday>(first))) {
      ++first;
      continue;
    }
    std::size_t last = first;
    while (last + 1 < kWeekdayCount && days.Has(static_cast<Weekday>(last + 1))) ++last;
    const auto name = [](std::size_t day) { return DayName(static_cast<Weekday>(day)) + "s"; };
    if (last - first >= 2) {
      parts.push_back(name(first) + " to " + name(last));
    } else {
      for (std::size_t day = first; day <= last; ++day) parts.push_back(name(day));
    }
    first = last + 1;
  }
  return Listed(parts);
}

std::string SingularDays(EnumSet<Weekday> days) {
  std::vector<std::string> parts;
  for (std::size_t day = 0; day < kWeekdayCount; ++day) {
    if (days.Has(static_cast<Weekday>(day))) parts.push_back(DayName(static_cast<Weekday>(day)));
  }
  return Listed(parts);
}

// "Every second Tuesday", "Every 6 weeks on Tuesday".
std::string SpacedWeeks(const SessionPattern& pattern) {
  if (pattern.interval <= 4) {
    return "Every " + OrdinalWord(pattern.interval) + " " + SingularDays(pattern.days);
  }
  return "Every " + std::to_string(pattern.interval) + " weeks on " + SingularDays(pattern.days);
}

std::string SpacedDays(int interval) {
  if (interval <= 1) return "Every day";
  if (interval == 2) return "Every second day";
  return "Every " + std::to_string(interval) + " days";
}

// "of the month", "of every second month", "of every 6 months".
std::string OfTheMonth(int interval) {
  if (interval <= 1) return " of the month";
  if (interval <= 4) return " of every " + OrdinalWord(interval) + " month";
  return ", every " + std::to_string(interval) + " months,";
}

// "First and third Thursday", "Second Tuesday and last Friday".
std::string OrdinalDays(const std::vector<OrdinalWeekday>& ordinals) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    std::string part = OrdinalWord(ordinals[i].ordinal);
    const bool day_follows =
        i + 1 < ordinals.size() && ordinals[i + 1].weekday == ordinals[i].weekday;
    if (!day_follows) part += " " + DayName(ordinals[i].weekday);
    parts.push_back(std::move(part));
  }
  return Capitalised(Listed(parts));
}

std::string MonthDays(const std::vector<int>& days) {
  std::vector<std::string> parts;
  for (int day : days) {
    parts.push_back(day > 0 ? NumberedDay(day)
                            : (day == -1 ? "last day" : OrdinalWord(-day) + " to last day"));
  }
  return Capitalised(Listed(parts));
}

// The days, and whether a comma must stand between them and the times.
std::pair<std::string, bool> SpokenDays(const SessionPattern& pattern) {
  switch (pattern.kind) {
    case PatternKind::kWeekly:
      if (pattern.interval <= 1) return {WeeklyDays(pattern.days), false};
      return {SpacedWeeks(pattern), true};
    case PatternKind::kDaily:
      return {SpacedDays(pattern.interval), false};
    case PatternKind::kMonthWeekday:
      return {OrdinalDays(pattern.ordinals) + OfTheMonth(pattern.interval), false};
    case PatternKind::kMonthDay:
      return {MonthDays(pattern.month_days) + OfTheMonth(pattern.interval), false};
    case PatternKind::kSingleDate:
      return {pattern.date ? SpokenDate(*pattern.date) : "One day", false};
    case PatternKind::kSetDates:
      break;
  }
  return {"On set dates", true};
}

// Weekly patterns that differ in nothing but the days are one.
bool SaidTogether(const SessionPattern& a, const SessionPattern& b) {
  return a.kind == PatternKind::kWeekly && b.kind == PatternKind::kWeekly && a.interval == 1 &&
         b.interval == 1 && a.start == b.start && a.length == b.length && a.first == b.first &&
         a.last == b.last;
}

// Weekly first by first day and start, everything else after it as given.
std::tuple<bool, int, int> OrderOf(const SessionPattern& pattern) {
  if (pattern.kind != PatternKind::kWeekly || pattern.interval != 1) return {true, 0, 0};
  int day = 0;
  while (day < 7 && !pattern.days.Has(static_cast<Weekday>(day))) ++day;
  return {false, day, pattern.start ? pattern.start->value() : -1};
}

}  // namespace

std::string DescribeDate(Date date, Date today) {
  const std::string spoken = SpokenDate(date);
  const auto year_of = [](Date day) { return std::chrono::year_month_day(day).year(); };
  return year_of(date) == year_of(today) ? spoken.substr(0, spoken.rfind(' ')) : spoken;
}

std::string DescribeDay(Date date, Date today) {
  return DayName(static_cast<Weekday>(WeekdayIndex(date))) + " " + DescribeDate(date, today);
}

std::string DescribeTime(MinuteOfDay time) {
  const int minute = time.value() % kMinutesPerDay;
  if (minute == 0) return "midnight";
  const int hour = minute / 60;
  std::string text = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
  if (minute % 60 != 0) {
    text += minute % 60 < 10 ? ":0" : ":";
    text += std::to_string(minute % 60);
  }
  return text + (hour < 12 ? "am" : "pm");
}

std::string DescribeTimes(MinuteOfDay start, int length) {
  const int end = start.value() + length;
  if (start.value() == 0 && end == kLastMinute) return "all day";
  return DescribeTime(start) + " to " +
         DescribeTime(MinuteOfDay(end > kLastMinute ? end - kLastMinute : end));
}

std::string DescribeSession(const SessionPattern& pattern) {
  auto [text, needs_comma] = SpokenDays(pattern);
  if (const std::string times = SpokenTimes(pattern); !times.empty()) {
    text += (needs_comma ? ", " : " ") + times;
  }
  if (pattern.first) text += ", from " + SpokenDate(*pattern.first);
  if (pattern.last) text += (pattern.first ? " until " : ", until ") + SpokenDate(*pattern.last);
  return text;
}

std::string DescribeSessions(std::span<const SessionPattern> patterns) {
  std::vector<SessionPattern> said;
  const std::size_t compared = std::min(patterns.size(), kMostCompared);
  for (const SessionPattern& pattern : patterns.first(compared)) {
    const auto same = std::find_if(said.begin(), said.end(), [&pattern](const SessionPattern& s) {
      return SaidTogether(s, pattern);
    });
    if (same == said.end()) {
      said.push_back(pattern);
    } else {
      same->days |= pattern.days;
    }
  }
  std::stable_sort(said.begin(), said.end(), [](const SessionPattern& a, const SessionPattern& b) {
    return OrderOf(a) < OrderOf(b);
  });
  std::vector<std::string> sentences;
  for (const SessionPattern& pattern : said) {
    std::string sentence = DescribeSession(pattern);
    if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end()) {
      sentences.push_back(std::move(sentence));
    }
  }
  std::string text;
  for (std::size_t i = 0; i < std::min(sentences.size(), kMostSaid); ++i) {
    text += (i > 0 ? "; " : "") + sentences[i];
  }
  const std::size_t unsaid =
      sentences.size() - std::min(sentences.size(), kMostSaid) + patterns.size() - compared;
  if (unsaid > 0) text += "; and " + std::to_string(unsaid) + " more";
  return text;
}

}  // namespace waypost
