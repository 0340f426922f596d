#include "index_builder/record/lenient_date.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <string>

#include "engine/core/ascii.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_time.h"

namespace waypost::record {
namespace {

// A date as written and what stands behind it ("T10:00:00Z").
struct DateAndRest {
  Date date;
  std::string_view rest;
};

// Of the years 1 to 9999: those that are no date are told apart by the readers below.
std::optional<Date> MakeDate(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return Date(date);
}

// A run of at most nine digits from the front of `text`, or nullopt.
struct Digits {
  unsigned value = 0;
  std::size_t count = 0;
};

std::optional<Digits> TakeDigits(std::string_view& text) {
  Digits digits;
  while (digits.count < text.size() && IsDigit(text[digits.count])) ++digits.count;
  if (digits.count == 0 || digits.count > 9) return std::nullopt;
  std::from_chars(text.data(), text.data() + digits.count, digits.value);
  text.remove_prefix(digits.count);
  return digits;
}

// "24" is 2024 and "87" is 1987, as POSIX reads two-digit years.
int FullYear(Digits year) {
  if (year.count != 2) return static_cast<int>(year.value);
  return static_cast<int>(year.value) + (year.value < 69 ? 2000 : 1900);
}

// 2024-01-31, 2024/01/31, 31/01/2024, 31.1.2024, 31-01-24, with any rest.
std::optional<DateAndRest> ReadNumericDate(std::string_view text) {
  const std::optional<Digits> first = TakeDigits(text);
  if (!first || text.empty()) return std::nullopt;
  const char separator = text.front();
  if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
  text.remove_prefix(1);
  const std::optional<Digits> second = TakeDigits(text);
  if (!second || second->count > 2 || !text.starts_with(separator)) return std::nullopt;
  text.remove_prefix(1);
  const std::optional<Digits> third = TakeDigits(text);
  if (!third) return std::nullopt;
  std::optional<Date> date;
  if (first->count == 4 && third->count <= 2) {
    date = MakeDate(static_cast<int>(first->value), second->value, third->value);
  } else if (first->count <= 2 && (third->count == 4 || third->count == 2)) {
    date = MakeDate(FullYear(*third), second->value, first->value);
  }
  if (!date) return std::nullopt;
  return DateAndRest{*date, text};
}

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// 1 to 12 for a month's name or its beginning of at least three letters ("Sept").
std::optional<unsigned> MonthOf(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (word.size() > kMonths[i].size()) continue;
    if (EqualsIgnoringCase(word, kMonths[i].substr(0, word.size()))) return i + 1;
  }
  return std::nullopt;
}

bool IsOtherDateWord(std::string_view word) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  for (std::string_view day : kDays) {
    if (word.size() >= 3 && word.size() <= day.size() &&
        EqualsIgnoringCase(word, day.substr(0, word.size()))) {
      return true;
    }
  }
  for (std::string_view other : {"st", "nd", "rd", "th", "of", "the"}) {
    if (EqualsIgnoringCase(word, other)) return true;
  }
  return false;
}

// "January 31, 2024", "Wednesday 31st of January 2024 10:00", with any rest behind the last part.
std::optional<DateAndRest> ReadWordedDate(std::string_view text) {
  std::optional<unsigned> month;
  std::optional<unsigned> day;
  std::optional<int> year;
  while (!(month && day && year)) {
    while (!text.empty() && !IsDigit(text.front()) && !IsLetter(text.front())) {
      text.remove_prefix(1);
    }
    if (text.empty()) return std::nullopt;
    if (IsLetter(text.front())) {
      std::size_t letters = 0;
      while (letters < text.size() && IsLetter(text[letters])) ++letters;
      const std::string_view word = text.substr(0, letters);
      const std::optional<unsigned> named = MonthOf(word);
      if (named && !month) {
        month = named;
      } else if (!IsOtherDateWord(word)) {
        return std::nullopt;
      }
      text.remove_prefix(letters);
      continue;
    }
    const std::optional<Digits> number = TakeDigits(text);
    if (!number) return std::nullopt;
    if (number->count <= 2 && !day) {
      day = number->value;
    } else if (number->count == 4 || (number->count == 2 && day && month)) {
      year = FullYear(*number);
    } else {
      return std::nullopt;
    }
  }
  const std::optional<Date> date = MakeDate(*year, *month, *day);
  if (!date) return std::nullopt;
  return DateAndRest{*date, text};
}

bool AllDigits(std::string_view text) {
  for (char c : text) {
    if (!IsDigit(c)) return false;
  }
  return !text.empty();
}

// Seconds or milliseconds since 1970, from 9 digits on (1973), so that no short number is a date.
std::optional<Moment> ReadEpoch(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.size() < 9 || whole.size() > 14 || !AllDigits(whole)) return std::nullopt;
  if (point != std::string_view::npos && !AllDigits(text.substr(point + 1))) return std::nullopt;
  std::int64_t value = 0;
  std::from_chars(whole.data(), whole.data() + whole.size(), value);
  if (whole.size() >= 12) value /= 1000;
  return Moment(std::chrono::seconds(value));
}

std::optional<DateAndRest> ReadAnyDate(std::string_view text) {
  if (text.size() >= 8 && AllDigits(text.substr(0, 8)) &&
      (text.size() == 8 || text[8] == 'T' || text[8] == ' ')) {
    unsigned number = 0;
    std::from_chars(text.data(), text.data() + 8, number);
    const std::optional<Date> date =
        MakeDate(static_cast<int>(number / 10000), number / 100 % 100, number % 100);
    if (!date) return std::nullopt;
    return DateAndRest{*date, text.substr(8)};
  }
  if (std::optional<DateAndRest> numeric = ReadNumericDate(text)) return numeric;
  return ReadWordedDate(text);
}

// Seconds of "hh:mm[:ss[.fff]]" that ReadClockTime cuts off; 0 when there are none.
int SecondsOf(std::string_view time) {
  const std::size_t minutes = time.find(':');
  if (minutes == std::string_view::npos) return 0;
  const std::size_t seconds = time.find(':', minutes + 1);
  if (seconds == std::string_view::npos || seconds + 2 >= time.size()) return 0;
  // The colon of an offset ("10:00+01:00") is not one of seconds.
  if (time.substr(0, seconds).find_first_of("+-") != std::string_view::npos) return 0;
  const char tens = time[seconds + 1];
  const char ones = time[seconds + 2];
  if (!IsDigit(tens) || !IsDigit(ones)) return 0;
  return (tens - '0') * 10 + (ones - '0');
}

// What may stand behind a date: nothing, or a time after "T", a space or a comma.
bool TakeTimeSeparator(std::string_view& rest) {
  if (rest.empty()) return true;
  if (rest.front() != 'T' && rest.front() != 't' && rest.front() != ' ' && rest.front() != ',') {
    return false;
  }
  rest = Trim(rest.substr(1));
  if (rest.starts_with("at ")) rest = Trim(rest.substr(3));
  return true;
}

std::optional<ClockTime> ReadTimeOfMoment(std::string_view rest) {
  return ReadClockTime(rest, ClockRole::kOpening);
}

int YearOf(Date date) { return static_cast<int>(std::chrono::year_month_day(date).year()); }

// A zone may move a moment out of the years that its text was in.
bool HasUsableYear(Date date) { return YearOf(date) >= 1000 && YearOf(date) <= 9999; }

std::optional<DateAndRest> ReadUsableDate(std::string_view text) {
  std::optional<DateAndRest> read = ReadAnyDate(text);
  if (!read || !HasUsableYear(read->date) || !TakeTimeSeparator(read->rest)) return std::nullopt;
  return read;
}

}  // namespace

std::optional<Date> ReadDate(std::string_view text) {
  text = Trim(text);
  if (const std::optional<Moment> epoch = ReadEpoch(text)) {
    return std::chrono::floor<std::chrono::days>(*epoch);
  }
  const std::optional<DateAndRest> read = ReadUsableDate(text);
  if (!read) return std::nullopt;
  if (!read->rest.empty() && !ReadTimeOfMoment(read->rest)) return std::nullopt;
  return read->date;
}

std::optional<Moment> ReadMoment(std::string_view text) {
  text = Trim(text);
  if (const std::optional<Moment> epoch = ReadEpoch(text)) return epoch;
  const std::optional<DateAndRest> read = ReadUsableDate(text);
  if (!read) return std::nullopt;
  Moment moment(read->date);
  if (read->rest.empty()) return moment;
  const std::optional<ClockTime> time = ReadTimeOfMoment(read->rest);
  if (!time) return std::nullopt;
  moment += std::chrono::minutes(time->minute.value() - time->utc_offset_minutes.value_or(0));
  moment += std::chrono::seconds(SecondsOf(read->rest));
  if (!HasUsableYear(std::chrono::floor<std::chrono::days>(moment))) return std::nullopt;
  return moment;
}

bool IsNoDate(std::string_view text) {
  text = Trim(text);
  if (text.starts_with("0000-00-00")) return true;
  const std::optional<DateAndRest> read = ReadAnyDate(text);
  return read && YearOf(read->date) == 1;
}

}  // namespace waypost::record
