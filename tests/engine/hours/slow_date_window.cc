#include "tests/engine/hours/slow_date_window.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace waypost {
namespace {

using std::chrono::days;

constexpr int kDay = 1440;

// A minute since the midnight with which 1970 began, by the clocks there.
using Minute = std::int64_t;
Minute MinuteOf(Date date, int minute) { return std::int64_t{DayNumber(date)} * kDay + minute; }

bool IsValidOn(const PlainRow& row, Date day) {
  return !(row.valid_from && day < *row.valid_from) && !(row.valid_to && day > *row.valid_to);
}

bool HappensOn(const PlainRow& row, Date day) {
  if (!row.is_weekly) return std::find(row.dates.begin(), row.dates.end(), day) != row.dates.end();
  if ((row.first && day < *row.first) || (row.last && day > *row.last)) return false;
  return IsValidOn(row, day) &&
         std::find(row.weekdays.begin(), row.weekdays.end(),
                   static_cast<Weekday>(WeekdayIndex(day))) != row.weekdays.end();
}

bool IsInDoubt(const PlainRow& row, Date day, const PlainHours& hours,
               const HolidayTable& holidays) {
  const auto holiday = holidays.find(day);
  return !row.names_its_dates && holiday != holidays.end() &&
         holiday->second.Intersects(hours.divisions);
}

struct Window {
  Minute start = 0;
  Minute end = 0;
};

Window WindowOf(const PlainDateQuestion& question) {
  if (question.open_at) {
    const Minute minute = MinuteOf(question.open_at->date, question.open_at->Running());
    return {minute, minute + 1};
  }
  const int from = question.from ? question.from->value() : 0;
  int to = question.to ? question.to->value() : kDay;
  if (to == kDay - 1) to = kDay;
  if (to <= from) to += kDay;
  return {MinuteOf(*question.on, from), MinuteOf(*question.on, to)};
}

// Whether the minutes that the stretches hold, taken together or each alone, meet the window.
bool Meets(const std::vector<Window>& stretches, Window window, TimeMatch match) {
  if (match == TimeMatch::kCovers) {
    for (Minute minute = window.start; minute < window.end; ++minute) {
      const bool is_held = std::any_of(stretches.begin(), stretches.end(), [&](const Window& held) {
        return held.start <= minute && minute < held.end;
      });
      if (!is_held) return false;
    }
    return true;
  }
  return std::any_of(stretches.begin(), stretches.end(), [&](const Window& held) {
    if (match == TimeMatch::kWithin) return held.start >= window.start && held.end <= window.end;
    return std::max(held.start, window.start) < std::min(held.end, window.end);
  });
}

// What happens around the window.
struct Around {
  std::vector<Window> sure, all;
  bool day_without_times = false;       // on the asked date
  bool sure_day_without_times = false;  // and no bank holiday
  bool unlisted_may_meet = false;
};

Around LookAround(const PlainHours& hours, Date date, Window window, const Horizon& horizon,
                  const HolidayTable& holidays) {
  Around around;
  for (const PlainRow& row : hours.rows) {
    for (int by = -1; by <= 1; ++by) {
      const Date day = date + days(by);
      if (!row.is_weekly && (day < horizon.first || day > horizon.last)) {
        const Minute start = row.start ? MinuteOf(day, *row.start) : 0;
        around.unlisted_may_meet |=
            row.start && Meets({{start, start + row.length}}, window, TimeMatch::kOverlap);
        continue;
      }
      if (!HappensOn(row, day)) continue;
      const bool in_doubt = IsInDoubt(row, day, hours, holidays);
      if (!row.start) {
        around.day_without_times |= by == 0;
        around.sure_day_without_times |= by == 0 && !in_doubt;
        continue;
      }
      const Minute start = MinuteOf(day, *row.start);
      around.all.push_back({start, start + row.length});
      if (!in_doubt) around.sure.push_back(around.all.back());
    }
  }
  return around;
}

bool IsStated(const PlainHours& hours, Date first, Date last) {
  bool all_hold = !hours.has_unreadable_rows;
  for (const PlainRow& row : hours.rows) {
    all_hold &= row.is_of_holiday || (IsValidOn(row, first) && IsValidOn(row, last));
  }
  if (hours.has_ended_rows && all_hold) return true;
  for (Date day = first; day <= last; day += days(1)) {
    const bool some_holds = std::any_of(hours.rows.begin(), hours.rows.end(),
                                        [day](const PlainRow& row) { return IsValidOn(row, day); });
    if (!some_holds) return false;
  }
  return true;
}

Fact InWindow(const PlainDateQuestion& question, const PlainHours& hours, const Horizon& horizon,
              const HolidayTable& holidays) {
  const Date date = question.on ? *question.on : question.open_at->date;
  if (date < horizon.first || date > horizon.last) return Fact::kNotStated;
  const Window window = WindowOf(question);
  const Around around = LookAround(hours, date, window, horizon, holidays);
  const TimeMatch match = question.on ? question.match : TimeMatch::kOverlap;
  const bool any_time = question.on && !question.from && !question.to;
  if (Meets(around.sure, window, match)) return Fact::kYes;
  if (any_time && around.sure_day_without_times) return Fact::kYes;
  if (Meets(around.all, window, match) || around.day_without_times || around.unlisted_may_meet) {
    return Fact::kNotStated;
  }
  return IsStated(hours, date, date) ? Fact::kNo : Fact::kNotStated;
}

Fact InNextDays(const PlainDateQuestion& question, const PlainHours& hours, const Horizon& horizon,
                const HolidayTable& holidays) {
  bool is_possible = false;
  const Date last = question.now.date + days(*question.next_days);
  const bool is_stated = IsStated(hours, question.now.date, last);
  bool is_known = false;
  for (int ahead = 0; ahead <= *question.next_days; ++ahead) {
    const Date day = question.now.date + days(ahead);
    if (day < horizon.first || day > horizon.last) {
      is_possible = true;
      continue;
    }
    is_known = true;
    for (const PlainRow& row : hours.rows) {
      if (!HappensOn(row, day)) continue;
      if (ahead == 0 && row.start && *row.start < question.now.NextStart()) continue;
      const bool is_sure = (row.start || ahead > 0) && !IsInDoubt(row, day, hours, holidays);
      if (is_sure) return Fact::kYes;
      is_possible = true;
    }
  }
  return is_known && !is_possible && is_stated ? Fact::kNo : Fact::kNotStated;
}

}  // namespace

std::vector<BankHoliday> ColumnOf(const HolidayTable& holidays) {
  std::vector<BankHoliday> column;
  for (const auto& [date, divisions] : holidays) {
    column.push_back(
        {.day = DayStampOf(date), .divisions = static_cast<std::uint8_t>(divisions.bits())});
  }
  return column;
}

DateQuestion PlainDateQuestion::Asked() const {
  if (on) return DateQuestion::On(*on, from, to, match);
  if (open_at) return DateQuestion::OpenAt(*open_at);
  return DateQuestion::NextDays(now, *next_days);
}

Fact SlowMatchesDate(const PlainDateQuestion& question, const PlainHours& hours,
                     const Horizon& horizon, const HolidayTable& holidays) {
  return question.next_days ? InNextDays(question, hours, horizon, holidays)
                            : InWindow(question, hours, horizon, holidays);
}

std::vector<Occurrence> SlowOccurrencesBetween(const PlainHours& hours, Date first, Date last,
                                               const HolidayTable& holidays) {
  std::vector<Occurrence> found;
  for (Date day = first; day <= last; day += days(1)) {
    // A session that is stated twice happens once, without doubt if either statement has none.
    std::map<std::pair<int, int>, bool> in_doubt;
    for (const PlainRow& row : hours.rows) {
      if (!HappensOn(row, day)) continue;
      const auto [entry, is_new] =
          in_doubt.try_emplace({row.start.value_or(kNoTimes), row.start ? row.length : 0}, true);
      entry->second &= IsInDoubt(row, day, hours, holidays);
    }
    for (const auto& [times, doubt] : in_doubt) {
      found.push_back({DayNumber(day), static_cast<std::uint16_t>(times.first),
                       static_cast<std::uint16_t>(times.second), doubt});
    }
  }
  return found;
}

std::optional<Occurrence> SlowNextSession(const PlainHours& hours, const LocalMinute& now,
                                          const Horizon& horizon) {
  if (now.date < horizon.first || now.date > horizon.last) return std::nullopt;
  const Minute running = MinuteOf(now.date, now.Running());
  // Running ones by their end, then others by their start; then by day, start and length.
  std::set<std::tuple<bool, Minute, int, int, int>> order;
  for (Date day = now.date - days(1); day <= horizon.last; day += days(1)) {
    for (const PlainRow& row : hours.rows) {
      const bool is_listed = row.is_weekly || day >= horizon.first;
      if (!is_listed || !HappensOn(row, day)) continue;
      if (!row.start) {
        if (day < now.date) continue;
        const Minute first = std::max(MinuteOf(day, 0), MinuteOf(now.date, now.NextStart()));
        order.emplace(true, first, DayNumber(day), kNoTimes, 0);
        continue;
      }
      const Minute start = MinuteOf(day, *row.start);
      const Minute end = start + row.length;
      if (start <= running && running < end) {
        order.emplace(false, end, DayNumber(day), *row.start, row.length);
      } else if (start >= MinuteOf(now.date, now.NextStart())) {
        order.emplace(true, start, DayNumber(day), *row.start, row.length);
      }
    }
  }
  if (order.empty()) return std::nullopt;
  const auto& [upcoming, at, day, start, length] = *order.begin();
  return Occurrence{day, static_cast<std::uint16_t>(start), static_cast<std::uint16_t>(length),
                    false};
}

}  // namespace waypost
