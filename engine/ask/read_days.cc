#include "engine/ask/read_days.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "engine/ask/numbers.h"
#include "engine/core/closed_lists.h"
#include "engine/core/enum_set.h"
#include "engine/query/parse_values.h"

namespace waypost::ask {
namespace {

using Days = EnumSet<Weekday>;

constexpr Days kWeekend = {Weekday::kSaturday, Weekday::kSunday};
constexpr Days kWorkingDays = {Weekday::kMonday, Weekday::kTuesday, Weekday::kWednesday,
                               Weekday::kThursday, Weekday::kFriday};

std::string_view FoldedAt(const Sentence& sentence, std::size_t at) {
  return at < sentence.size() ? std::string_view(sentence[at].text) : std::string_view();
}

bool OneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "monday", "mondays", "tues"; the abbreviations that are words only where they are written as
// names.
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
  std::string_view word = FoldedAt(sentence, at);
  for (const auto& [name, day] : kShort) {
    if (word != name) continue;
    const bool is_word_too = OneOf(word, {"sat", "sun", "wed", "mon"});
    const std::string_view before = at > 0 ? FoldedAt(sentence, at - 1) : std::string_view();
    if (is_word_too && !sentence[at].is_capital &&
        !OneOf(FoldedAt(sentence, at + 1), {"or", "and", "to"}) &&
        !(at + 1 < sentence.size() && sentence[at + 1].joint == '-') &&
        !OneOf(before,
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
  if (const auto day = ReadWeekday(sentence, at)) return DayList{{*day}, at + 1};
  const std::string_view word = FoldedAt(sentence, at);
  if (OneOf(word, {"weekend", "weekends", "wkend", "wkends"})) return DayList{kWeekend, at + 1};
  if (OneOf(word, {"weekday", "weekdays", "weeknight", "weeknights"}))
    return DayList{kWorkingDays, at + 1};
  if (word == "week" && OneOf(FoldedAt(sentence, at + 1), {"day", "days"})) {
    return DayList{kWorkingDays, at + 2};
  }
  if (word == "working" && FoldedAt(sentence, at + 1) == "days")
    return DayList{kWorkingDays, at + 2};
  if (word == "during" && FoldedAt(sentence, at + 1) == "the" &&
      FoldedAt(sentence, at + 2) == "week") {
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
    const bool is_range =
        OneOf(FoldedAt(sentence, next), {"to", "till", "until", "through", "thru"});
    if (is_range || OneOf(FoldedAt(sentence, next), {"and", "or", "n"})) ++next;
    if (OneOf(FoldedAt(sentence, next), {"on", "a"})) ++next;
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
  const std::string_view word = FoldedAt(sentence, at);
  if (OneOf(word, {"not", "except", "excluding", "no", "avoid"})) {
    next = at + 1;
  } else if (OneOf(word, {"cant", "cannot", "dont"}) &&
             OneOf(FoldedAt(sentence, at + 1), {"do", "make", "manage", "come", "want", "work"})) {
    next = at + 2;
  } else if (OneOf(word, {"any", "every"}) &&
             OneOf(FoldedAt(sentence, at + 1), {"day", "night", "evening", "morning", "time"}) &&
             OneOf(FoldedAt(sentence, at + 2), {"but", "except", "bar", "not"})) {
    next = at + 3;
  } else {
    return std::nullopt;
  }
  while (OneOf(FoldedAt(sentence, next), {"on", "at", "the", "a", "for", "in"})) ++next;
  const auto list = ReadDayList(sentence, next);
  if (!list || list->days.bits() == 0x7F) return std::nullopt;
  return Whole(at, list->last, Kind::kDay, DaysText(AllBut(list->days)), 12);
}

// --- dates

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
    if (attached && OneOf(attached->unit, {"st", "nd", "rd", "th"})) {
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

// "3 December", "3rd of Dec", "December 3rd", "Friday 27 Nov".
std::optional<Reading> ReadDate(const Sentence& sentence, std::size_t at, Date today) {
  std::size_t next = at;
  if (ReadWeekday(sentence, at)) ++next;
  if (FoldedAt(sentence, next) == "the") ++next;
  std::optional<unsigned> day = ReadDayOfMonth(FoldedAt(sentence, next));
  std::optional<unsigned> month;
  std::size_t last = next;
  if (day) {
    std::size_t month_at = next + 1;
    if (FoldedAt(sentence, month_at) == "of") ++month_at;
    month = ReadMonth(FoldedAt(sentence, month_at));
    last = month_at + 1;
    // "27/11".
    if (!month && month_at < sentence.size() &&
        sentence[month_at].begin == sentence[next].end + 1 &&
        sentence[month_at].before == Break::kSpace) {
      const auto number = query::ParseWhole(FoldedAt(sentence, month_at));
      if (number && *number >= 1 && *number <= 12 && !(*day == 24 && *number == 7))
        month = static_cast<unsigned>(*number);
    }
    if (!month && next > at && FoldedAt(sentence, next) != "the" &&
        query::ParseWhole(FoldedAt(sentence, next)) == std::nullopt) {
      // "Thursday the 26th".
      for (int ahead = 0; ahead <= 31; ++ahead) {
        const std::chrono::year_month_day date(today + std::chrono::days(ahead));
        if (static_cast<unsigned>(date.day()) == *day) return OnDate(at, next + 1, Date(date));
      }
    }
  } else {
    month = ReadMonth(FoldedAt(sentence, next));
    day = ReadDayOfMonth(FoldedAt(sentence, next + 1));
    last = next + 2;
  }
  if (!day || !month) return std::nullopt;
  const auto date = NextDate(today, *month, *day);
  if (!date) return std::nullopt;
  const auto year = query::ParseWhole(FoldedAt(sentence, last));
  if (year && *year >= 2000 && *year < 2100) ++last;
  return OnDate(at, last, *date);
}

std::optional<Reading> ReadHoliday(const Sentence& sentence, std::size_t at, Date today) {
  const std::string_view next = FoldedAt(sentence, at + 1);
  const std::string_view word = FoldedAt(sentence, at);
  std::optional<Date> date;
  std::size_t last = at + 2;
  if (OneOf(word, {"christmas", "xmas"}) && next == "day") date = NextDate(today, 12, 25);
  if (OneOf(word, {"christmas", "xmas"}) && next == "eve") date = NextDate(today, 12, 24);
  if (word == "boxing" && next == "day") date = NextDate(today, 12, 26);
  if (word == "new" && OneOf(next, {"years", "year"})) {
    if (FoldedAt(sentence, at + 2) == "eve") date = NextDate(today, 12, 31);
    if (FoldedAt(sentence, at + 2) == "day") date = NextDate(today, 1, 1);
    last = at + 3;
  }
  if (!date) return std::nullopt;
  return OnDate(at, last, *date);
}

// --- seen from today

std::optional<Reading> ReadToday(const Sentence& sentence, std::size_t at, Date today) {
  const std::string_view word = FoldedAt(sentence, at);
  if (OneOf(word, {"today", "2day"})) return OnDate(at, at + 1, today);
  if (OneOf(word,
            {"tomorrow", "tmrw", "tomoro", "tomorow", "tommorow", "tommorrow", "2moro", "tmw"})) {
    return OnDate(at, at + 1, today + std::chrono::days(1));
  }
  if (OneOf(word, {"tonight", "tonite", "2nite"})) {
    Reading tonight = OnDate(at, at + 1, today);
    tonight.meanings.push_back({Kind::kFrom, "18:00"});
    return tonight;
  }
  if (word == "this" &&
      OneOf(FoldedAt(sentence, at + 1), {"morning", "afternoon", "evening", "lunchtime"})) {
    Reading part = OnDate(at, at + 2, today);
    const std::string_view when = FoldedAt(sentence, at + 1);
    if (when == "evening") part.meanings.push_back({Kind::kFrom, "18:00"});
    if (when == "afternoon" || when == "lunchtime") {
      part.meanings.push_back({Kind::kFrom, "12:00"});
      part.meanings.push_back({Kind::kTo, when == "afternoon" ? "18:00" : "14:00"});
    }
    if (when == "morning") part.meanings.push_back({Kind::kTo, "12:00"});
    return part;
  }
  if (word == "day" && FoldedAt(sentence, at + 1) == "after" &&
      FoldedAt(sentence, at + 2) == "tomorrow") {
    return OnDate(at, at + 3, today + std::chrono::days(2));
  }
  return std::nullopt;
}

// "this Thursday", "next Tuesday", "Friday week", "this weekend".
std::optional<Reading> ReadComing(const Sentence& sentence, std::size_t at, Date today) {
  const std::string_view word = FoldedAt(sentence, at);
  if (const auto day = ReadWeekday(sentence, at);
      day && FoldedAt(sentence, at + 1) == "week" && sentence[at + 1].before == Break::kSpace) {
    return OnDate(at, at + 2, Coming(today, *day) + std::chrono::days(7));
  }
  if (!OneOf(word, {"this", "next", "coming", "upcoming"})) return std::nullopt;
  std::size_t next = at + 1;
  if (FoldedAt(sentence, next) == "coming") ++next;
  if (const auto day = ReadWeekday(sentence, next)) {
    return OnDate(at, next + 1, Coming(today, *day));
  }
  if (OneOf(FoldedAt(sentence, next), {"weekend", "wkend"})) {
    return Whole(at, next + 1, Kind::kDay, DaysText(kWeekend));
  }
  return std::nullopt;
}

// One of the words stands before `at`, not more than `most` words away and in the same sentence.
bool StandsBefore(const Sentence& sentence, std::size_t at, std::size_t most,
                  std::initializer_list<std::string_view> words) {
  for (std::size_t back = 1; back <= most && back <= at; ++back) {
    if (sentence[at - back + 1].before == Break::kStop) return false;
    if (OneOf(sentence[at - back].text, words)) return true;
  }
  return false;
}

// "died Thursday", "since Tuesday": what has been is not asked for.
bool IsPast(const Sentence& sentence, std::size_t at) {
  return StandsBefore(sentence, at, 2,
                      {"died", "since", "last", "passed", "left", "happened", "was", "til", "until",
                       "till", "fell"});
}

// "he comes out on Tuesday", "moving on Monday": the day of something that happens once.
bool IsEvent(const Sentence& sentence, std::size_t at) {
  if (!sentence[at].text.ends_with("day") || FoldedAt(sentence, at - 1) == "a") return false;
  return at > 0 && FoldedAt(sentence, at - 1) == "on" &&
         StandsBefore(
             sentence, at, 10,
             {"coming",      "discharged", "moving",    "move",      "leaving",  "leaves",
              "appointment", "court",      "interview", "operation", "arriving", "arrives",
              "evicted",     "released",   "hearing",   "funeral",   "scan",     "assessment",
              "comes",       "visiting",   "flying",    "starts"});
}

// "this week", "in the next fortnight", "over the next 10 days", "next few weeks".
std::optional<Reading> ReadDaysAhead(const Sentence& sentence, std::size_t at, Date today) {
  const std::string_view word = FoldedAt(sentence, at);
  if (word == "within" || word == "in") {
    // "within a week", "within 10 days": a distance in time.
    const auto number = ReadNumber(sentence, at + 1, true);
    const std::size_t unit_at = number ? at + 1 + number->words : at + 1;
    const std::string_view unit = FoldedAt(sentence, unit_at);
    if (word != "within" || !number) return std::nullopt;
    const int length = OneOf(unit, {"day", "days"})       ? 1
                       : OneOf(unit, {"week", "weeks"})   ? 7
                       : OneOf(unit, {"fortnight"})       ? 14
                       : OneOf(unit, {"month", "months"}) ? 30
                                                          : 0;
    if (length == 0) return std::nullopt;
    return Whole(at, unit_at + 1, Kind::kNextDays,
                 std::to_string(std::min(366, static_cast<int>(number->value * length))));
  }
  if (!OneOf(word, {"this", "next", "coming"})) return std::nullopt;
  std::size_t next = at + 1;
  double count = 1;
  if (const auto number = ReadNumber(sentence, next)) {
    count = number->value;
    next += number->words;
  } else if (FoldedAt(sentence, next) == "few") {
    count = 3;
    ++next;
  }
  const std::string_view unit = FoldedAt(sentence, next);
  const int to_sunday = 6 - WeekdayIndex(today);
  int days = 0;
  if (OneOf(unit, {"day", "days"})) days = static_cast<int>(count);
  if (OneOf(unit, {"week", "weeks", "wk"})) {
    days = word == "this" ? std::max(1, to_sunday) : static_cast<int>(count * 7);
  }
  if (unit == "fortnight") days = 14;
  if (OneOf(unit, {"month", "months"})) days = static_cast<int>(count * 30);
  if (days <= 0 || days > 366) return std::nullopt;
  return Whole(at, next + 1, Kind::kNextDays, std::to_string(days));
}

}  // namespace

std::optional<Reading> ReadDays(const Sentence& sentence, std::size_t at, Date today) {
  if (auto holiday = ReadHoliday(sentence, at, today)) return holiday;
  if (auto date = ReadDate(sentence, at, today)) return date;
  if (auto day = ReadToday(sentence, at, today)) return day;
  if (auto coming = ReadComing(sentence, at, today)) return coming;
  if (auto ahead = ReadDaysAhead(sentence, at, today)) return ahead;
  if (auto others = ReadOtherDays(sentence, at)) return others;
  const auto list = ReadDayList(sentence, at);
  if (!list) return std::nullopt;
  if (const auto day = ReadWeekday(sentence, at); day && list->last == at + 1) {
    if (IsPast(sentence, at)) return Whole(at, list->last, Kind::kFiller, "");
    if (IsEvent(sentence, at)) return OnDate(at, list->last, Coming(today, *day));
  }
  return Whole(at, list->last, Kind::kDay, DaysText(list->days));
}

}  // namespace waypost::ask
