#pragma once

// A session in the terms of calendar files: a rule from a first day on, or single days.
//
//   first Thursdays but for 24 December  {first: 3 December, rule: "FREQ=MONTHLY;BYDAY=1TH",
//                                         left_out: {24 December}}
//   24 November and 1 December           {first: 24 November} and {first: 1 December}
//
// Days are day numbers (engine/core/date.h). Nothing before the index's horizon is told; a rule may
// go on past its end. Days without a rule stand alone, not in a list (RDATE): many programs do not
// know those, and libical 3.0 reads them an hour late in summer.

#include <optional>
#include <string>
#include <vector>

#include "engine/hours/session.h"
#include "engine/index/documents.h"

namespace waypost::server {

struct CalendarSeries {
  int first = 0;              // a day of the session
  std::string rule;           // of RFC 5545, without UNTIL; empty for a single day
  std::optional<int> last;    // no day of the rule is after it
  std::vector<int> left_out;  // days of the rule that the publisher closes

  bool Recurs() const { return !rule.empty(); }
};

// Empty for a dated session without any day in the horizon, and for a weekly one that ended before.
// O(its dates).
std::vector<CalendarSeries> SeriesOf(const Session& session, const DateLists& lists,
                                     const RuleColumns& rules);

}  // namespace waypost::server
