#include "engine/ask/read_times.h"

#include <algorithm>
#include <array>

#include "engine/ask/numbers.h"
#include "engine/query/parse_values.h"

namespace waypost::ask {
namespace {

// "noise until 3am": nothing that is offered begins or ends in the small hours.
constexpr int kEarliest = 5 * 60;

struct Clock {
  int minute = 0;
  std::size_t last = 0;
  bool is_certain = false;  // "6pm", "18:30", "noon"; not "6"
};

std::string ClockText(int minute) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return two(minute / 60) + ":" + two(minute % 60);
}

// The hour meant by one that may be of either half of the day.
int LikelyHour(int hour) { return hour >= 1 && hour <= 6 ? hour + 12 : hour; }

// "am", "pm", "p.m.", "in the evening", "at night" behind an hour: what it makes of it.
std::optional<Clock> WithHalf(const Sentence& sentence, int hour, int minutes, std::size_t at) {
  const std::string_view word = sentence[at].text;
  if (IsOneOf(word, {"am", "a"}) && (word == "am" || sentence[at + 1].text == "m")) {
    return Clock{hour % 12 * 60 + minutes, at + (word == "am" ? 1 : 2), true};
  }
  if (IsOneOf(word, {"pm", "p"}) && (word == "pm" || sentence[at + 1].text == "m")) {
    return Clock{(hour % 12 + 12) * 60 + minutes, at + (word == "pm" ? 1 : 2), true};
  }
  if ((word == "in" && sentence[at + 1].text == "the") || word == "at") {
    const std::size_t part = at + (word == "at" ? 1 : 2);
    if (sentence[part].text == "morning") return Clock{hour % 12 * 60 + minutes, part + 1, true};
    if (IsOneOf(sentence[part].text, {"afternoon", "evening", "night"})) {
      return Clock{(hour % 12 + 12) * 60 + minutes, part + 1, true};
    }
  }
  return std::nullopt;
}

// "6pm", "630pm".
std::optional<Clock> ReadAttachedClock(const Sentence& sentence, std::size_t at) {
  const auto attached = ReadAttached(sentence[at].text);
  if (!attached || (attached->unit != "am" && attached->unit != "pm" && attached->unit != "ish")) {
    return std::nullopt;
  }
  const int digits = static_cast<int>(attached->value);
  const int hour = digits > 24 ? digits / 100 : digits;
  const int minutes = digits > 24 ? digits % 100 : 0;
  if (hour > 12 || minutes > 59) return std::nullopt;
  if (attached->unit == "ish") return Clock{LikelyHour(hour) * 60 + minutes, at + 1, false};
  return Clock{(hour % 12 + (attached->unit == "pm" ? 12 : 0)) * 60 + minutes, at + 1, true};
}

// "half past six", "quarter to 3", "half six".
std::optional<Clock> ReadSpokenClock(const Sentence& sentence, std::size_t at) {
  const std::string_view word = sentence[at].text;
  const std::string_view next = sentence[at + 1].text;
  int minutes = 0;
  std::size_t hour_at = at + 2;
  if (word == "half") {
    minutes = 30;
    if (next != "past") hour_at = at + 1;
  } else if (word == "quarter" && next == "past") {
    minutes = 15;
  } else if (word == "quarter" && next == "to") {
    minutes = -15;
  } else {
    return std::nullopt;
  }
  if (const auto attached = ReadAttachedClock(sentence, hour_at)) {
    return Clock{attached->minute + minutes, attached->last, true};
  }
  const auto hour = ReadNumber(sentence, hour_at);
  if (!hour || hour->words != 1 || hour->value < 1 || hour->value > 12) return std::nullopt;
  // "half a mile", "half 6 miles" are none.
  if (auto half = WithHalf(sentence, static_cast<int>(hour->value), minutes, hour_at + 1)) {
    return half;
  }
  const bool ends = hour_at + 1 >= sentence.size() || sentence[hour_at + 1].before >= Break::kComma;
  return Clock{LikelyHour(static_cast<int>(hour->value)) * 60 + minutes, hour_at + 1,
               next == "past" || (word == "half" && ends)};
}

// "18:30", "6.30", "6:30 pm", "10 am", "ten o'clock", "noon", "6".
std::optional<Clock> ReadClockAt(const Sentence& sentence, std::size_t at) {
  const std::string_view word = sentence[at].text;
  if (at < sentence.size() && sentence[at].is_money) return std::nullopt;
  if (IsOneOf(word, {"noon", "midday"})) return Clock{12 * 60, at + 1, true};
  if (word == "midnight") return Clock{24 * 60, at + 1, true};
  if (IsOneOf(word, {"lunchtime", "lunch", "dinnertime"})) return Clock{12 * 60, at + 1, false};
  if (word == "teatime") return Clock{17 * 60, at + 1, false};
  if (auto attached = ReadAttachedClock(sentence, at)) return attached;
  if (auto spoken = ReadSpokenClock(sentence, at)) return spoken;
  std::optional<int> hour = query::ParseWhole(word);
  const bool in_digits = hour.has_value();
  if (!hour) {
    const auto number = ReadNumber(sentence, at);
    if (!number || number->words != 1 || number->value < 1 || number->value > 12)
      return std::nullopt;
    hour = static_cast<int>(number->value);
  }
  if (*hour > 24 || word.size() > 5) return std::nullopt;
  std::size_t last = at + 1;
  int minutes = 0;
  bool has_minutes = false;
  if (in_digits && last < sentence.size() && sentence[last].begin == sentence[at].end + 1 &&
      (sentence[last].joint == ':' || sentence[last].joint == '.')) {
    std::string_view tail = sentence[last].text;
    std::optional<int> part =
        tail.size() >= 2 ? query::ParseWhole(tail.substr(0, 2)) : std::nullopt;
    if (part && *part < 60 && tail.size() == 2) {
      minutes = *part;
      has_minutes = true;
      ++last;
    } else if (part && *part < 60 && (tail.substr(2) == "am" || tail.substr(2) == "pm")) {
      return Clock{(*hour % 12 + (tail.substr(2) == "pm" ? 12 : 0)) * 60 + *part, last + 1, true};
    }
  }
  if (*hour <= 12) {
    if (auto half = WithHalf(sentence, *hour, minutes, last)) return half;
  }
  const bool oclock = sentence[last].text == "oclock";
  last += oclock ? 1 : 0;
  if (has_minutes && word.size() == 2 && word[0] == '0')
    return Clock{*hour * 60 + minutes, last, true};
  if (*hour > 12 && !has_minutes) return std::nullopt;
  return Clock{LikelyHour(*hour) * 60 + minutes, last, has_minutes || oclock};
}

Reading TimeReading(std::size_t at, std::size_t last, std::optional<int> from,
                    std::optional<int> to, int more) {
  Reading reading{.first = at, .last = last, .weight = WeightOf(at, last, more)};
  if (from) reading.meanings.push_back({Kind::kFrom, ClockText(*from)});
  if (to) reading.meanings.push_back({Kind::kTo, ClockText(*to)});
  return reading;
}

// A number that counts things is no hour: "after 6 weeks", "before 3 children".
bool CountsThings(const Sentence& sentence, std::size_t at) {
  return IsOneOf(sentence[at].text,
                 {"weeks",    "week",     "days",     "day",     "months", "month", "years",
                  "year",     "miles",    "mile",     "minutes", "hours",  "hour",  "people",
                  "children", "kids",     "sessions", "visits",  "yr",     "yrs",   "of",
                  "december", "november", "january",  "other",   "more"});
}

// "Thursday 10-12".
bool FollowsDay(const Sentence& sentence, std::size_t at) {
  if (at == 0) return false;
  const std::string_view word = sentence[at - 1].text;
  return word.ends_with("day") || word.ends_with("days") ||
         IsOneOf(word, {"mon",      "tues",     "wed",       "weds",    "thurs",      "fri",
                        "sat",      "sun",      "mornings",  "morning", "afternoons", "evenings",
                        "january",  "february", "march",     "april",   "may",        "june",
                        "july",     "august",   "september", "october", "november",   "december",
                        "tomorrow", "today"});
}

// "between 2 and 4", "from 9.30 till 11", "10am - 12".
std::optional<Reading> ReadSpan(const Sentence& sentence, std::size_t at) {
  const bool has_cue = IsOneOf(sentence[at].text, {"between", "from", "btwn"});
  const std::size_t begin = has_cue ? at + 1 : at;
  const auto first = ReadClockAt(sentence, begin);
  if (!first) return std::nullopt;
  std::size_t second_at = first->last;
  const bool is_tight =
      second_at < sentence.size() &&
      (sentence[second_at].before == Break::kTight || sentence[second_at].before == Break::kComma);
  if (IsOneOf(sentence[second_at].text, {"and", "to", "till", "until", "til"})) {
    ++second_at;
  } else if (!is_tight) {
    return std::nullopt;
  }
  auto second = ReadClockAt(sentence, second_at);
  if (!second || CountsThings(sentence, second->last)) return std::nullopt;
  if (!has_cue && !first->is_certain && !second->is_certain && !FollowsDay(sentence, at) &&
      !IsOneOf(sentence[second_at - 1].text, {"till", "til", "until"})) {
    return std::nullopt;
  }
  int from = first->minute;
  // "between 7 and 9pm" is an evening, "9 to 5" a day.
  if (!first->is_certain && second->is_certain && second->minute >= 12 * 60 && from < 12 * 60 &&
      from + 12 * 60 < second->minute) {
    from += 12 * 60;
  }
  int to = second->minute;
  if (!second->is_certain && to <= from) to += 12 * 60;
  if (to <= from || to > 24 * 60) return std::nullopt;
  return TimeReading(at, second->last, from, to, 12);
}

bool IsDenied(const Sentence& sentence, std::size_t at) {
  for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
    if (sentence[at - back + 1].before >= Break::kComma) return false;
    const Word& word = sentence[at - back];
    if (word.sense == kNotSense || word.text == "nothing") return true;
  }
  return false;
}

std::optional<Reading> ReadBound(const Sentence& sentence, std::size_t at) {
  const std::string_view word = sentence[at].text;
  const bool is_from = IsOneOf(word, {"after", "from", "past", "since"});
  const bool is_to = IsOneOf(word, {"before", "until", "till", "til", "by"});
  const bool is_at = word == "at" || word == "around" || word == "about";
  if (!is_from && !is_to && !is_at) return std::nullopt;
  std::size_t clock_at = at + 1;
  if (IsOneOf(sentence[clock_at].text, {"about", "around", "say"})) ++clock_at;
  const auto clock = ReadClockAt(sentence, clock_at);
  if (!clock || CountsThings(sentence, clock->last)) return std::nullopt;
  // "on 3 June at 11": behind a day any number is a time.
  const bool is_of_day = word == "at" && at > 0 && FollowsDay(sentence, at);
  if (((is_at && !is_of_day) || word == "from" || word == "by" || word == "past" ||
       word == "since") &&
      !clock->is_certain) {
    return std::nullopt;
  }
  int minute = clock->minute;
  // "noise till 3 in the morning" is no wish for a morning either.
  if (minute < kEarliest) {
    return Reading{.first = at,
                   .last = clock->last,
                   .meanings = {{Kind::kFiller, ""}},
                   .weight = WeightOf(at, clock->last, 0)};
  }
  // Who says "after 7" or "after 8" has been at work.
  if (!clock->is_certain && word == "after" && (minute / 60 == 7 || minute / 60 == 8))
    minute += 12 * 60;
  if (is_at) return TimeReading(at, clock->last, minute, std::nullopt, 2);
  // Who works till five comes after five.
  const bool is_busy = at > 0 && IsOneOf(sentence[at - 1].text, {"work", "works", "working"});
  const bool is_upper = is_to != (IsDenied(sentence, at) || is_busy);
  return is_upper ? TimeReading(at, clock->last, std::nullopt, minute, 9)
                  : TimeReading(at, clock->last, minute, std::nullopt, 9);
}

struct DayPart {
  std::string_view words;
  int from;  // -1: none
  int to;
};

constexpr auto kDayParts = std::to_array<DayPart>({
    {"in the morning", -1, 720},
    {"in the mornings", -1, 720},
    {"morning", -1, 720},
    {"mornings", -1, 720},
    {"early morning", -1, 720},
    {"late morning", -1, 720},
    {"in the afternoon", 720, 1080},
    {"afternoon", 720, 1080},
    {"afternoons", 720, 1080},
    {"in the evening", 1080, -1},
    {"evening", 1080, -1},
    {"evenings", 1080, -1},
    {"weeknight", 1080, -1},
    {"weeknights", 1080, -1},
    {"eve", 1080, -1},
    {"eves", 1080, -1},
    {"after work", 1080, -1},
    {"night", 1080, -1},
    {"nights", 1080, -1},
    {"pm", 720, 1080},
    {"am", -1, 720},
    {"of an evening", 1080, -1},
    {"of a morning", -1, 720},
    {"after tea", 1080, -1},
    {"after school", 930, -1},
    {"after i finish work", 1080, -1},
    {"after college", 960, -1},
    {"after dinner", 1080, -1},
    {"lunchtime", 720, 840},
    {"lunchtimes", 720, 840},
    {"lunch time", 720, 840},
    {"in my lunch break", 720, 840},
    {"in my lunch hour", 720, 840},
    {"during the day", 540, 1020},
    {"in the daytime", 540, 1020},
    {"daytime", 540, 1020},
    {"daytimes", 540, 1020},
    {"in the day", 540, 1020},
    {"before work", -1, 540},
    {"before school", -1, 540},
    {"first thing", -1, 720},
    {"before lunch", -1, 720},
    {"after lunch", 720, -1},
    {"school hours", 540, 900},
    {"during school hours", 540, 900},
    {"while the kids are at school", 540, 900},
    {"outside working hours", 1080, -1},
    {"out of hours", 1080, -1},
    {"outside office hours", 1080, -1},
    {"teatime", 960, 1140},
    {"at tea time", 960, 1140},
    {"overnight", 1080, -1},
    {"through the night", 1080, -1},
    {"when i finish work", 1080, -1},
    {"once i finish work", 1080, -1},
});

// The words of `phrase` stand at `at`: how many they are, else 0.
std::size_t MatchWords(const Sentence& sentence, std::size_t at, std::string_view phrase) {
  std::size_t words = 0;
  while (!phrase.empty()) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
    if (sentence[at + words].text != word) return 0;
    ++words;
  }
  return words;
}

std::optional<Reading> ReadDayPart(const Sentence& sentence, std::size_t at) {
  std::optional<Reading> longest;
  for (const DayPart& part : kDayParts) {
    const std::size_t words = MatchWords(sentence, at, part.words);
    if (words == 0 || (longest && longest->last >= at + words)) continue;
    // "wakes every night" is a trouble, "Friday night" a wish.
    const bool needs_day = IsOneOf(part.words, {"night", "nights", "am", "pm"});
    if (needs_day && !FollowsDay(sentence, at)) continue;
    longest = TimeReading(at, at + words, part.from < 0 ? std::nullopt : std::optional(part.from),
                          part.to < 0 ? std::nullopt : std::optional(part.to), words > 1 ? 2 : -3);
  }
  if (longest) longest->can_be_denied = true;
  return longest;
}

}  // namespace

std::optional<Reading> ReadTimes(const Sentence& sentence, std::size_t at) {
  if (auto span = ReadSpan(sentence, at)) return span;
  if (auto bound = ReadBound(sentence, at)) return bound;
  if (auto part = ReadDayPart(sentence, at)) return part;
  const auto clock = ReadClockAt(sentence, at);
  if (clock && clock->is_certain && clock->minute >= kEarliest &&
      !CountsThings(sentence, clock->last)) {
    return TimeReading(at, clock->last, clock->minute, std::nullopt, -2);
  }
  return std::nullopt;
}

}  // namespace waypost::ask
