#pragma once

// The definitions in engine/hours/date_window.h and next_session.h, day by day and minute by
// minute. The oracle of DateJudge, NextSession and OccurrencesBetween.

#include <map>
#include <vector>

#include "engine/core/fact.h"
#include "engine/hours/date_window.h"
#include "tests/engine/hours/slow_time_window.h"

namespace waypost {

using HolidayTable = std::map<Date, EnumSet<HolidayDivision>>;
std::vector<BankHoliday> ColumnOf(const HolidayTable& holidays);

// A question in plain words; exactly one of the three.
struct PlainDateQuestion {
  std::optional<Date> on;
  std::optional<MinuteOfDay> from, to;  // of `on`
  TimeMatch match = TimeMatch::kOverlap;
  std::optional<LocalMinute> open_at;
  std::optional<int> next_days;
  LocalMinute now;

  DateQuestion Asked() const;
};

Fact SlowMatchesDate(const PlainDateQuestion& question, const PlainHours& hours,
                     const Horizon& horizon, const HolidayTable& holidays);

// All that start in [first, last], as OccurrencesBetween.
std::vector<Occurrence> SlowOccurrencesBetween(const PlainHours& hours, Date first, Date last,
                                               const HolidayTable& holidays);

// The next session without its mark of bank holidays.
std::optional<Occurrence> SlowNextSession(const PlainHours& hours, const LocalMinute& now,
                                          const Horizon& horizon);

}  // namespace waypost
