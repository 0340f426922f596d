#include "index_builder/record/lenient_time.h"

#include <array>
#include <string>

#include "engine/core/ascii.h"
#include "index_builder/record/folded_words.h"

namespace waypost::record {
namespace {

enum class Meridiem : std::uint8_t { kNone, kAm, kPm };

// A time as written, before anything is made of it.
struct WrittenTime {
  int hour = 0;
  int minute = 0;
  bool has_minutes = false;
  bool is_word = false;  // noon, midnight
  Meridiem meridiem = Meridiem::kNone;
  std::optional<int> utc_offset_minutes;
};

std::size_t CountDigits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && IsDigit(text[count])) ++count;
  return count;
}

// `count` <= 4 digits.
int ValueOf(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

void SkipSpaces(std::string_view& text) { text = Trim(text); }

// "10", "10:30", "10.30", "10:30:00.000", "1030", "103000" from the front.
bool TakeDigits(std::string_view& text, WrittenTime& time) {
  const std::size_t count = CountDigits(text);
  if (count == 0 || count == 5 || count > 6) return false;
  if (count >= 3) {
    const std::size_t hours = count == 3 ? 1 : 2;
    time.hour = ValueOf(text.substr(0, hours));
    time.minute = ValueOf(text.substr(hours, 2));
    time.has_minutes = true;
    text.remove_prefix(count);
    return true;
  }
  time.hour = ValueOf(text.substr(0, count));
  text.remove_prefix(count);
  if (text.size() < 3 || (text[0] != ':' && text[0] != '.')) return true;
  if (CountDigits(text.substr(1)) != 2) return false;
  time.minute = ValueOf(text.substr(1, 2));
  time.has_minutes = true;
  text.remove_prefix(3);
  if (text.starts_with(':')) {
    if (CountDigits(text.substr(1)) != 2 || ValueOf(text.substr(1, 2)) > 60) return false;
    text.remove_prefix(3);
    if (text.starts_with('.') || text.starts_with(',')) {
      const std::size_t fraction = CountDigits(text.substr(1));
      if (fraction == 0) return false;
      text.remove_prefix(1 + fraction);
    }
  }
  return true;
}

bool TakeMeridiem(std::string_view& text, WrittenTime& time) {
  std::string_view rest = Trim(text);
  if (rest.empty()) return true;
  const char first = rest.front();
  const bool am = first == 'a' || first == 'A';
  const bool pm = first == 'p' || first == 'P';
  if (!am && !pm) return true;
  rest.remove_prefix(1);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  if (rest.empty() || (rest.front() != 'm' && rest.front() != 'M')) return false;
  rest.remove_prefix(1);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  time.meridiem = am ? Meridiem::kAm : Meridiem::kPm;
  text = rest;
  return true;
}

// "Z", "GMT", "UTC", "BST", "+01:00", "-0500", "+1".
bool TakeOffset(std::string_view& text, WrittenTime& time) {
  std::string_view rest = Trim(text);
  if (rest.empty()) return true;
  struct NamedOffset {
    std::string_view name;
    int minutes;
  };
  constexpr std::array<NamedOffset, 4> kNamed = {{{"z", 0}, {"gmt", 0}, {"utc", 0}, {"bst", 60}}};
  for (const NamedOffset& named : kNamed) {
    if (EqualsIgnoringCase(rest, named.name)) {
      time.utc_offset_minutes = named.minutes;
      text = {};
      return true;
    }
  }
  const char sign = rest.front();
  if (sign != '+' && sign != '-') return false;
  rest.remove_prefix(1);
  WrittenTime offset;
  const std::size_t digits = CountDigits(rest);
  if (digits == 3 || !TakeDigits(rest, offset) || !rest.empty()) return false;
  if (offset.hour > 14 || offset.minute > 59) return false;
  const int minutes = offset.hour * 60 + offset.minute;
  time.utc_offset_minutes = sign == '-' ? -minutes : minutes;
  text = {};
  return true;
}

std::optional<WrittenTime> TakeWord(std::string_view text) {
  const std::string word = FoldWords(text);
  WrittenTime time;
  time.has_minutes = true;
  time.is_word = true;
  if (word == "noon" || word == "midday" || word == "12 noon" || word == "12 midday" ||
      word == "12noon") {
    time.hour = 12;
    return time;
  }
  if (word == "midnight" || word == "12 midnight" || word == "12midnight") return time;
  return std::nullopt;
}

// The whole of `text` as one time. `with_offset` allows a zone behind it.
std::optional<WrittenTime> ReadWritten(std::string_view text, bool with_offset) {
  SkipSpaces(text);
  if (std::optional<WrittenTime> word = TakeWord(text)) return word;
  WrittenTime time;
  if (!TakeDigits(text, time) || !TakeMeridiem(text, time)) return std::nullopt;
  SkipSpaces(text);
  if (with_offset && !TakeOffset(text, time)) return std::nullopt;
  if (!text.empty() || time.minute > 59) return std::nullopt;
  const bool twelve_hours = time.meridiem != Meridiem::kNone;
  // "14:30pm" is written by people and has only one meaning; "0am" has none.
  if (twelve_hours && time.hour == 0 && time.meridiem == Meridiem::kPm) return std::nullopt;
  if (time.hour > 24 || (time.hour == 24 && time.minute != 0)) return std::nullopt;
  if (time.meridiem == Meridiem::kAm && time.hour > 12) return std::nullopt;
  return time;
}

int MinutesOf(const WrittenTime& time) {
  int hour = time.hour;
  if (time.meridiem == Meridiem::kAm && hour == 12) hour = 0;
  if (time.meridiem == Meridiem::kPm && hour < 12) hour += 12;
  return hour * 60 + time.minute;
}

std::optional<MinuteOfDay> InRole(int minutes, ClockRole role) {
  if (role == ClockRole::kOpening) {
    if (minutes >= kMinutesPerDay) return std::nullopt;
    return MinuteOfDay(minutes);
  }
  const bool midnight = minutes == 0 || minutes == kMinutesPerDay - 1;
  return MinuteOfDay(midnight ? kMinutesPerDay : minutes);
}

// "2020-01-01T10:00:00Z", "1899-12-30 09:00": the part behind the date.
std::string_view WithoutDate(std::string_view text) {
  text = Trim(text);
  const bool dated = text.size() > 11 && CountDigits(text) == 4 && text[4] == '-' &&
                     text[7] == '-' && (text[10] == 'T' || text[10] == ' ');
  return dated ? text.substr(11) : text;
}

// Gives an end of a range without am/pm that of the other end, so that the range runs forward.
bool ShareMeridiem(WrittenTime& opens, WrittenTime& closes) {
  const bool opens_bare = opens.meridiem == Meridiem::kNone && !opens.is_word && opens.hour <= 12;
  const bool closes_bare =
      closes.meridiem == Meridiem::kNone && !closes.is_word && closes.hour <= 12;
  if (opens_bare && closes.meridiem != Meridiem::kNone && opens.hour != 0) {
    opens.meridiem = closes.meridiem;
    if (MinutesOf(opens) >= MinutesOf(closes)) {
      opens.meridiem = closes.meridiem == Meridiem::kPm ? Meridiem::kAm : Meridiem::kPm;
    }
    return true;
  }
  if (closes_bare && opens.meridiem != Meridiem::kNone && closes.hour != 0) {
    closes.meridiem = opens.meridiem;
    if (MinutesOf(closes) <= MinutesOf(opens)) {
      closes.meridiem = opens.meridiem == Meridiem::kAm ? Meridiem::kPm : Meridiem::kAm;
    }
    return true;
  }
  if (opens.meridiem != Meridiem::kNone && closes.meridiem != Meridiem::kNone) return true;
  // "9-5" could be anything; "09:00-17" and "10-12:30" are plain enough to read as they stand.
  return opens.has_minutes || closes.has_minutes;
}

std::optional<Opening> ReadRange(std::string_view from, std::string_view to) {
  std::optional<WrittenTime> opens = ReadWritten(from, false);
  std::optional<WrittenTime> closes = ReadWritten(to, false);
  if (!opens || !closes || !ShareMeridiem(*opens, *closes)) return std::nullopt;
  const std::optional<MinuteOfDay> first = InRole(MinutesOf(*opens), ClockRole::kOpening);
  const std::optional<MinuteOfDay> last = InRole(MinutesOf(*closes), ClockRole::kClosing);
  if (!first || !last || *first == *last) return std::nullopt;
  return Opening{*first, *last};
}

// Lower case, every range separator as "-", every list separator as ",".
std::string WithPlainSeparators(std::string_view text) {
  struct Replacement {
    std::string_view from;
    std::string_view to;
  };
  constexpr std::array<Replacement, 12> kReplacements = {{{"–", "-"},
                                                          {"—", "-"},
                                                          {"\xE2\x88\x92", "-"},
                                                          {" to ", "-"},
                                                          {" until ", "-"},
                                                          {" till ", "-"},
                                                          {" and ", ","},
                                                          {"&", ","},
                                                          {";", ","},
                                                          {"/", ","},
                                                          {"\n", ","},
                                                          {"\xC2\xA0", " "}}};
  std::string lower = LowerCase(text);
  std::string plain;
  for (std::size_t i = 0; i < lower.size();) {
    const std::string_view rest = std::string_view(lower).substr(i);
    bool replaced = false;
    for (const Replacement& replacement : kReplacements) {
      if (!rest.starts_with(replacement.from)) continue;
      plain += replacement.to;
      i += replacement.from.size();
      replaced = true;
      break;
    }
    if (!replaced) plain += lower[i++];
  }
  return plain;
}

}  // namespace

std::optional<ClockTime> ReadClockTime(std::string_view text, ClockRole role) {
  const std::optional<WrittenTime> written = ReadWritten(WithoutDate(text), true);
  if (!written) return std::nullopt;
  // A bare "9" or "17" says no minutes and no half of the day: too little for an opening time.
  if (!written->has_minutes && written->meridiem == Meridiem::kNone) return std::nullopt;
  const std::optional<MinuteOfDay> minute = InRole(MinutesOf(*written), role);
  if (!minute) return std::nullopt;
  return ClockTime{*minute, written->utc_offset_minutes};
}

std::optional<std::vector<Opening>> ReadOpenings(std::string_view text) {
  const std::string word = FoldWords(text);
  if (word.empty()) return std::nullopt;
  if (word == "closed" || word == "none") return std::vector<Opening>{};
  if (word == "24 hours" || word == "all day" || word == "open 24 hours" || word == "24hrs" ||
      word == "24 hrs" || word == "24h") {
    return std::vector<Opening>{{MinuteOfDay(0), MinuteOfDay(kMinutesPerDay)}};
  }
  const std::string plain = WithPlainSeparators(text);
  std::vector<Opening> openings;
  std::string_view rest = plain;
  for (bool more = true; more;) {
    const std::size_t comma = rest.find(',');
    more = comma != std::string_view::npos;
    const std::string_view range = Trim(rest.substr(0, comma));
    if (more) rest.remove_prefix(comma + 1);
    if (range.empty()) continue;
    const std::size_t dash = range.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const std::optional<Opening> opening = ReadRange(range.substr(0, dash), range.substr(dash + 1));
    if (!opening) return std::nullopt;
    openings.push_back(*opening);
  }
  if (openings.empty()) return std::nullopt;
  return openings;
}

}  // namespace waypost::record
