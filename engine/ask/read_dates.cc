#include "engine/ask/read_dates.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "engine/ask/numbers.h"
#include "engine/query/parse_values.h"

namespace waypost::ask {
namespace {

Reading DateReading(std::size_t at, std::size_t last, Date date) {
  return {.first = at,
          .last = last,
          .meanings = {{Kind::kOn, FormatIsoDate(date)}},
          .weight = WeightOf(at, last, 6)};
}

std::optional<unsigned> ReadMonth(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || (word.size() >= 3 && i != 4 && kMonths[i].starts_with(word)) ||
        (word == "sept" && i == 8)) {
      return i + 1;
    }
  }
  return std::nullopt;
}

// "3", "3rd".
std::optional<unsigned> ReadDayOfMonth(std::string_view word) {
  std::optional<int> day = query::ParseWhole(word);
  if (!day) {
    const auto attached = ReadAttached(word);
    if (attached && IsOneOf(attached->unit, {"st", "nd", "rd", "th"})) {
      day = static_cast<int>(attached->value);
    }
  }
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  return static_cast<unsigned>(*day);
}

std::optional<Date> NextDate(Date today, unsigned month, unsigned day) {
  using std::chrono::year_month_day;
  const year_month_day now(today);
  for (int ahead = 0; ahead <= 1; ++ahead) {
    const year_month_day date(now.year() + std::chrono::years(ahead), std::chrono::month(month),
                              std::chrono::day(day));
    if (date.ok() && Date(date) >= today) return Date(date);
  }
  return std::nullopt;
}

// Of a year that is stated; nullopt for a day that has been.
std::optional<Date> DateIn(Date today, int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date =
      std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day);
  if (!date.ok() || Date(date) < today) return std::nullopt;
  return Date(date);
}

// "3 December", "3rd of Dec", "December 3rd", "Friday 27 Nov".
std::optional<Reading> ReadDateOfMonth(const Sentence& sentence, std::size_t at, Date today) {
  std::size_t next = at;
  if (ReadWeekday(sentence, at)) ++next;
  if (sentence[next].text == "the") ++next;
  std::optional<unsigned> day = ReadDayOfMonth(sentence[next].text);
  std::optional<unsigned> month;
  std::size_t last = next;
  if (day) {
    std::size_t month_at = next + 1;
    if (sentence[month_at].text == "of") ++month_at;
    month = ReadMonth(sentence[month_at].text);
    last = month_at + 1;
    // "27/11".
    if (!month && month_at < sentence.size() &&
        sentence[month_at].begin == sentence[next].end + 1 && sentence[month_at].joint == '/') {
      const auto number = query::ParseWhole(sentence[month_at].text);
      // "24/7", and "5/7" of a referral: so many days of seven.
      if (number && *number >= 1 && *number <= 12 && *number != 7)
        month = static_cast<unsigned>(*number);
    }
    if (!month && next > at && sentence[next].text != "the" &&
        query::ParseWhole(sentence[next].text) == std::nullopt) {
      // "Thursday the 26th".
      for (int ahead = 0; ahead <= 31; ++ahead) {
        const std::chrono::year_month_day date(today + std::chrono::days(ahead));
        if (static_cast<unsigned>(date.day()) == *day) return DateReading(at, next + 1, Date(date));
      }
    }
  } else {
    month = ReadMonth(sentence[next].text);
    day = ReadDayOfMonth(sentence[next + 1].text);
    last = next + 2;
  }
  if (!day || !month) return std::nullopt;
  const auto year = query::ParseWhole(sentence[last].text);
  const bool has_year = year && *year >= 2000 && *year < 2100;
  const auto date = has_year ? DateIn(today, *year, *month, *day) : NextDate(today, *month, *day);
  if (!date) return std::nullopt;
  return DateReading(at, has_year ? last + 1 : last, *date);
}

std::optional<Reading> ReadHoliday(const Sentence& sentence, std::size_t at, Date today) {
  const std::string_view next = sentence[at + 1].text;
  const std::string_view word = sentence[at].text;
  std::optional<Date> date;
  std::size_t last = at + 2;
  if (IsOneOf(word, {"christmas", "xmas"}) && next == "day") date = NextDate(today, 12, 25);
  if (IsOneOf(word, {"christmas", "xmas"}) && next == "eve") date = NextDate(today, 12, 24);
  if (word == "boxing" && next == "day") date = NextDate(today, 12, 26);
  if (word == "new" && IsOneOf(next, {"years", "year"})) {
    if (sentence[at + 2].text == "eve") date = NextDate(today, 12, 31);
    if (sentence[at + 2].text == "day") date = NextDate(today, 1, 1);
    last = at + 3;
  }
  if (!date) return std::nullopt;
  return DateReading(at, last, *date);
}

}  // namespace

std::optional<Weekday> ReadWeekday(const Sentence& sentence, std::size_t at) {
  constexpr std::array<std::string_view, kWeekdayCount> kNames = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  constexpr auto kShort = std::to_array<std::pair<std::string_view, Weekday>>(
      {{"mon", Weekday::kMonday},        {"mons", Weekday::kMonday},
       {"tue", Weekday::kTuesday},       {"tues", Weekday::kTuesday},
       {"weds", Weekday::kWednesday},    {"wed", Weekday::kWednesday},
       {"thu", Weekday::kThursday},      {"thur", Weekday::kThursday},
       {"thurs", Weekday::kThursday},    {"fri", Weekday::kFriday},
       {"fris", Weekday::kFriday},       {"sat", Weekday::kSaturday},
       {"sats", Weekday::kSaturday},     {"sun", Weekday::kSunday},
       {"suns", Weekday::kSunday},       {"wednsday", Weekday::kWednesday},
       {"wensday", Weekday::kWednesday}, {"thurday", Weekday::kThursday},
       {"tuseday", Weekday::kTuesday},   {"saterday", Weekday::kSaturday},
       {"firday", Weekday::kFriday},     {"munday", Weekday::kMonday},
       {"teusday", Weekday::kTuesday}});
  std::string_view word = sentence[at].text;
  for (const auto& [name, day] : kShort) {
    if (word != name) continue;
    const bool is_word_too = IsOneOf(word, {"sat", "sun", "wed", "mon"});
    const std::string_view before = at > 0 ? sentence[at - 1].text : std::string_view();
    if (is_word_too && !sentence[at].is_capital &&
        !IsOneOf(sentence[at + 1].text, {"or", "and", "to"}) &&
        !(at + 1 < sentence.size() && sentence[at + 1].joint == '-') &&
        !IsOneOf(before,
                 {"on", "or", "and", "every", "sat", "fri", "a", "tues", "mon", "next", "this"})) {
      return std::nullopt;
    }
    return day;
  }
  if (word.size() > 6 && word.back() == 's') word.remove_suffix(1);
  const auto found = std::find(kNames.begin(), kNames.end(), word);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Weekday>(found - kNames.begin());
}

std::optional<Reading> ReadDate(const Sentence& sentence, std::size_t at, Date today) {
  if (auto holiday = ReadHoliday(sentence, at, today)) return holiday;
  return ReadDateOfMonth(sentence, at, today);
}

}  // namespace waypost::ask
