#include "engine/ask/read_days.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "engine/ask/numbers.h"
#include "engine/ask/read_dates.h"
#include "engine/core/closed_lists.h"
#include "engine/core/enum_set.h"

namespace waypost::ask {
namespace {

// Whole days; a year and a day for whatever is longer.
int DaysOf(double days) { return static_cast<int>(std::min(days, 366.0)); }

using Days = EnumSet<Weekday>;

constexpr Days kWeekend = {Weekday::kSaturday, Weekday::kSunday};
constexpr Days kWorkingDays = {Weekday::kMonday, Weekday::kTuesday, Weekday::kWednesday,
                               Weekday::kThursday, Weekday::kFriday};

Reading Whole(std::size_t at, std::size_t last, Kind kind, std::string value, int more = 6) {
  return {.first = at,
          .last = last,
          .meanings = {{kind, std::move(value)}},
          .weight = WeightOf(at, last, more)};
}

Reading OnDate(std::size_t at, std::size_t last, Date date) {
  return Whole(at, last, Kind::kOn, FormatIsoDate(date));
}

std::string DaysText(Days days) {
  std::string text;
  for (int i = 0; i < static_cast<int>(kWeekdayCount); ++i) {
    const auto day = static_cast<Weekday>(i);
    if (!days.Has(day)) continue;
    if (!text.empty()) text += ',';
    text += NameOf(day);
  }
  return text;
}

Date Coming(Date today, Weekday day) {
  const int ahead = (static_cast<int>(day) - WeekdayIndex(today) + 7) % 7;
  return today + std::chrono::days(ahead == 0 ? 7 : ahead);
}

Days AllBut(Days left_out) { return Days::FromBits(0x7F & ~left_out.bits()); }

struct DayList {
  Days days;
  std::size_t last;
};

// One day, the weekend, the week.
std::optional<DayList> ReadOneDay(const Sentence& sentence, std::size_t at) {
  // "Sat at home all day" is no Saturday.
  const bool is_sitting =
      sentence[at].text == "sat" &&
      IsOneOf(sentence[at + 1].text, {"at", "in", "by", "here", "with", "alone", "down", "next"});
  if (is_sitting) return std::nullopt;
  if (const auto day = ReadWeekday(sentence, at)) return DayList{{*day}, at + 1};
  if (sentence[at].text == "sat" &&
      IsOneOf(sentence[at + 1].text, {"morning", "mornings", "afternoon", "afternoons"}))
    return DayList{{Weekday::kSaturday}, at + 1};
  const std::string_view word = sentence[at].text;
  if (IsOneOf(word, {"weekend", "weekends", "wkend", "wkends"})) return DayList{kWeekend, at + 1};
  if (IsOneOf(word, {"weekday", "weekdays", "weeknight", "weeknights"}))
    return DayList{kWorkingDays, at + 1};
  if (word == "week" && IsOneOf(sentence[at + 1].text, {"day", "days"})) {
    return DayList{kWorkingDays, at + 2};
  }
  if (word == "working" && sentence[at + 1].text == "days") return DayList{kWorkingDays, at + 2};
  if (word == "during" && sentence[at + 1].text == "the" && sentence[at + 2].text == "week") {
    return DayList{kWorkingDays, at + 3};
  }
  return std::nullopt;
}

// "Monday to Friday", "mon, weds and fri".
std::optional<DayList> ReadDayList(const Sentence& sentence, std::size_t at) {
  auto list = ReadOneDay(sentence, at);
  if (!list) return std::nullopt;
  while (list->last < sentence.size()) {
    std::size_t next = list->last;
    const bool is_tight = sentence[next].before == Break::kTight;
    const bool is_range = IsOneOf(sentence[next].text, {"to", "till", "until", "through", "thru"});
    if (is_range || IsOneOf(sentence[next].text, {"and", "or", "n"})) ++next;
    if (IsOneOf(sentence[next].text, {"on", "a"})) ++next;
    const auto more = ReadOneDay(sentence, next);
    if (!more) break;
    const auto only_day = [](Days days) {
      int day = 0;
      while (!days.Has(static_cast<Weekday>(day))) ++day;
      return day;
    };
    if (is_range || is_tight) {
      for (int day = only_day(list->days); day != only_day(more->days); day = (day + 1) % 7) {
        list->days.Add(static_cast<Weekday>(day));
      }
    }
    list->days |= more->days;
    list->last = more->last;
  }
  return list;
}

// "not at weekends", "any day but Friday", "except Mondays": all other days.
std::optional<Reading> ReadOtherDays(const Sentence& sentence, std::size_t at) {
  std::size_t next = at;
  const std::string_view word = sentence[at].text;
  if (IsOneOf(word, {"not", "except", "excluding", "no", "avoid"})) {
    next = at + 1;
  } else if (IsOneOf(word, {"cant", "cannot", "dont"}) &&
             IsOneOf(sentence[at + 1].text, {"do", "make", "manage", "come", "want", "work"})) {
    next = at + 2;
  } else if (IsOneOf(word, {"any", "every"}) &&
             IsOneOf(sentence[at + 1].text, {"day", "night", "evening", "morning", "time"}) &&
             IsOneOf(sentence[at + 2].text, {"but", "except", "bar", "not"})) {
    next = at + 3;
  } else {
    return std::nullopt;
  }
  while (IsOneOf(sentence[next].text, {"on", "at", "the", "a", "for", "in"})) ++next;
  const auto list = ReadDayList(sentence, next);
  if (!list || list->days.bits() == 0x7F) return std::nullopt;
  return Whole(at, list->last, Kind::kDay, DaysText(AllBut(list->days)), 12);
}

std::optional<Reading> ReadToday(const Sentence& sentence, std::size_t at, Date today) {
  const std::string_view word = sentence[at].text;
  if (IsOneOf(word, {"today", "2day"})) return OnDate(at, at + 1, today);
  if (IsOneOf(word,
              {"tomorrow", "tmrw", "tomoro", "tomorow", "tommorow", "tommorrow", "2moro", "tmw"})) {
    return OnDate(at, at + 1, today + std::chrono::days(1));
  }
  if (IsOneOf(word, {"tonight", "tonite", "2nite"})) {
    Reading tonight = OnDate(at, at + 1, today);
    tonight.meanings.push_back({Kind::kFrom, "18:00"});
    return tonight;
  }
  if (word == "this" &&
      IsOneOf(sentence[at + 1].text, {"morning", "afternoon", "evening", "lunchtime"})) {
    Reading part = OnDate(at, at + 2, today);
    const std::string_view when = sentence[at + 1].text;
    if (when == "evening") part.meanings.push_back({Kind::kFrom, "18:00"});
    if (when == "afternoon" || when == "lunchtime") {
      part.meanings.push_back({Kind::kFrom, "12:00"});
      part.meanings.push_back({Kind::kTo, when == "afternoon" ? "18:00" : "14:00"});
    }
    if (when == "morning") part.meanings.push_back({Kind::kTo, "12:00"});
    return part;
  }
  if (word == "day" && sentence[at + 1].text == "after" && sentence[at + 2].text == "tomorrow") {
    return OnDate(at, at + 3, today + std::chrono::days(2));
  }
  return std::nullopt;
}

// "this Thursday", "next Tuesday", "Friday week", "this weekend".
std::optional<Reading> ReadComing(const Sentence& sentence, std::size_t at, Date today) {
  const std::string_view word = sentence[at].text;
  if (const auto day = ReadWeekday(sentence, at);
      day && sentence[at + 1].text == "week" && sentence[at + 1].before == Break::kSpace) {
    return OnDate(at, at + 2, Coming(today, *day) + std::chrono::days(7));
  }
  if (!IsOneOf(word, {"this", "next", "coming", "upcoming"})) return std::nullopt;
  std::size_t next = at + 1;
  if (sentence[next].text == "coming") ++next;
  if (const auto day = ReadWeekday(sentence, next)) {
    return OnDate(at, next + 1, Coming(today, *day));
  }
  if (IsOneOf(sentence[next].text, {"weekend", "wkend"})) {
    return Whole(at, next + 1, Kind::kDay, DaysText(kWeekend));
  }
  return std::nullopt;
}

// One of the words stands before `at`, not more than `most` words away and in the same sentence.
bool StandsBefore(const Sentence& sentence, std::size_t at, std::size_t most,
                  std::initializer_list<std::string_view> words) {
  for (std::size_t back = 1; back <= most && back <= at; ++back) {
    if (sentence[at - back + 1].before == Break::kStop) return false;
    if (IsOneOf(sentence[at - back].text, words)) return true;
  }
  return false;
}

// "died Thursday", "since Tuesday": what has been is not asked for.
bool IsPast(const Sentence& sentence, std::size_t at) {
  return StandsBefore(sentence, at, 2,
                      {"died", "since", "last", "passed", "left", "happened", "was", "til", "until",
                       "till", "fell"}) ||
         (at > 0 && IsOneOf(sentence[at - 1].text, {"on", "the", "by"}) &&
          StandsBefore(sentence, at, 8,
                       {"went", "gone", "shut", "died", "fell", "came", "got", "happened", "lost",
                        "took", "broke", "hit", "stole", "collapsed", "left", "had", "closed"}));
}

// "can't pay this month", "was ill twice this week": when the trouble is, not when help is wanted.
bool IsTimeOfTrouble(const Sentence& sentence, std::size_t at) {
  for (std::size_t back = 1; back <= 7 && back <= at; ++back) {
    if (sentence[at - back + 1].before >= Break::kComma) return false;
    const std::string_view word = sentence[at - back].text;
    if (sentence[at - back].sense == kNotSense ||
        IsOneOf(word, {"time", "times", "twice", "once", "short", "behind", "skint", "had"}))
      return true;
  }
  return false;
}

// "dads who have their kids at weekends": how somebody lives.
bool IsOfTheirLife(const Sentence& sentence, std::size_t at) {
  return StandsBefore(sentence, at, 8, {"who", "whos"}) &&
         StandsBefore(sentence, at, 5,
                      {"see", "sees", "have", "has", "work", "works", "stay", "stays", "get"});
}

// "he comes out on Tuesday", "moving on Monday": the day of something that happens once.
bool IsEvent(const Sentence& sentence, std::size_t at) {
  if (!sentence[at].text.ends_with("day") || sentence[at - 1].text == "a") return false;
  return at > 0 && sentence[at - 1].text == "on" &&
         StandsBefore(
             sentence, at, 10,
             {"coming",      "discharged", "moving",    "move",      "leaving",  "leaves",
              "appointment", "court",      "interview", "operation", "arriving", "arrives",
              "evicted",     "released",   "hearing",   "funeral",   "scan",     "assessment",
              "comes",       "visiting",   "flying",    "starts"});
}

// "this week", "in the next fortnight", "over the next 10 days", "next few weeks".
std::optional<Reading> ReadDaysAhead(const Sentence& sentence, std::size_t at, Date today) {
  const std::string_view word = sentence[at].text;
  if (word == "within" || word == "in") {
    // "within a week", "within 10 days": a distance in time.
    const auto number = ReadNumber(sentence, at + 1, true);
    const std::size_t unit_at = number ? at + 1 + number->words : at + 1;
    const std::string_view unit = sentence[unit_at].text;
    if (word != "within" || !number) return std::nullopt;
    const int length = IsOneOf(unit, {"day", "days"})       ? 1
                       : IsOneOf(unit, {"week", "weeks"})   ? 7
                       : IsOneOf(unit, {"fortnight"})       ? 14
                       : IsOneOf(unit, {"month", "months"}) ? 30
                                                            : 0;
    if (length == 0) return std::nullopt;
    return Whole(at, unit_at + 1, Kind::kNextDays, std::to_string(DaysOf(number->value * length)));
  }
  if (!IsOneOf(word, {"this", "next", "coming"})) return std::nullopt;
  // "the third time this month" has been.
  if (word == "this" && IsTimeOfTrouble(sentence, at)) return std::nullopt;
  std::size_t next = at + 1;
  double count = 1;
  if (const auto number = ReadNumber(sentence, next)) {
    count = number->value;
    next += number->words;
  } else if (sentence[next].text == "few") {
    count = 3;
    ++next;
  }
  const std::string_view unit = sentence[next].text;
  const int to_sunday = 6 - WeekdayIndex(today);
  int days = 0;
  if (IsOneOf(unit, {"day", "days"})) days = DaysOf(count);
  if (IsOneOf(unit, {"week", "weeks", "wk"})) {
    days = word == "this" ? std::max(1, to_sunday) : DaysOf(count * 7);
  }
  if (unit == "fortnight") days = 14;
  if (IsOneOf(unit, {"month", "months"})) days = DaysOf(count * 30);
  if (days <= 0 || days > 366) return std::nullopt;
  return Whole(at, next + 1, Kind::kNextDays, std::to_string(days));
}

}  // namespace

std::optional<Reading> ReadDays(const Sentence& sentence, std::size_t at, Date today) {
  if (auto date = ReadDate(sentence, at, today)) return date;
  if (auto day = ReadToday(sentence, at, today)) return day;
  if (auto coming = ReadComing(sentence, at, today)) return coming;
  if (auto ahead = ReadDaysAhead(sentence, at, today)) return ahead;
  if (auto others = ReadOtherDays(sentence, at)) return others;
  const auto list = ReadDayList(sentence, at);
  if (!list) return std::nullopt;
  if (const auto day = ReadWeekday(sentence, at); day && list->last == at + 1) {
    // "back Monday": that is when the time is up.
    const bool is_return = at > 0 && IsOneOf(sentence[at - 1].text, {"back", "due", "evicted"});
    if (is_return || IsPast(sentence, at)) return Whole(at, list->last, Kind::kFiller, "");
    if (IsEvent(sentence, at)) return OnDate(at, list->last, Coming(today, *day));
  }
  if (IsOfTheirLife(sentence, at)) return Whole(at, list->last, Kind::kFiller, "");
  Reading days = Whole(at, list->last, Kind::kDay, DaysText(list->days));
  if (IsOneOf(sentence[list->last - 1].text, {"weeknight", "weeknights"})) {
    days.meanings.push_back({Kind::kFrom, "18:00"});
  }
  return days;
}

}  // namespace waypost::ask
