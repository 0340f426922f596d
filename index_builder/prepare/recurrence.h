#pragma once

// The days of a recurrence rule (RFC 5545, section 3.3.10, days only).
//
//   Recurrence rule{.frequency = Frequency::kMonthly, .byday = {{1, Weekday::kThursday}}};
//   OccurrencesOf(rule, horizon).dates      // the first Thursday of each month
//
// Periods are stepped through and their days looked at one by one: plain, and bounded whatever the
// rule. libical was to do this: a rule that never happens (MONTHLY;BYDAY=5MO;BYMONTHDAY=1) costs
// it 1.4 s a row, some yearly ones never end, and it errs on fortnightly Sundays, on WKST other
// than Monday, on week -53 and on YEARLY;BYMONTHDAY.

#include <optional>
#include <vector>

#include "engine/core/closed_lists.h"
#include "engine/core/date.h"
#include "engine/core/enum_set.h"
#include "engine/hours/session.h"
#include "index_builder/record/schedule.h"

namespace waypost::prepare {

enum class Frequency : std::uint8_t { kDaily, kWeekly, kMonthly, kYearly };

// A rule that RFC 5545 allows and that says which days it means (schedule_rule.h reads rows into
// it).
struct Recurrence {
  Frequency frequency = Frequency::kWeekly;
  int interval = 1;                  // at least 1; above 1 only with dtstart
  std::vector<record::ByDay> byday;  // weekly: never empty, no ordinals
  std::vector<int> bymonthday;
  std::vector<int> byweekno;   // yearly only
  std::vector<int> byyearday;  // yearly only
  Weekday wkst = Weekday::kMonday;
  std::optional<Date> dtstart;
  std::optional<Date> until;  // inclusive
  std::optional<int> count;   // at least 1; only with dtstart, never beside until

  // The weekdays of byday, ordinals left out; all seven for a daily rule without byday.
  EnumSet<Weekday> Weekdays() const;
};

struct Occurrences {
  std::vector<Date> dates;  // ascending, inside the horizon
  bool may_go_on = false;   // nothing stops the rule before the end of the horizon
};

// O(days from dtstart to the end of the horizon) with `count`, else O(days of the horizon).
Occurrences OccurrencesOf(const Recurrence& rule, const Horizon& horizon);

// The first day of the rule, nullopt when it has none by `last`. O(days until it). REQUIRES:
// rule.dtstart.
std::optional<Date> FirstOccurrence(const Recurrence& rule, Date last);

// The day of the last of `count` occurrences of a rule that runs every week on its weekdays.
// REQUIRES: frequency weekly or daily without bymonthday, interval 1, dtstart and count.
Date LastOfCount(const Recurrence& rule);

}  // namespace waypost::prepare
