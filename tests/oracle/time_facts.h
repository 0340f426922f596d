#pragma once

// The time filter: `day`, `from`, `to`, `time_match`, answered minute by minute.

#include <bitset>
#include <optional>
#include <vector>

#include "engine/core/fact.h"
#include "engine/hours/clock_time.h"
#include "engine/query/query.h"
#include "tests/oracle/document.h"
#include "tests/oracle/scan_faults.h"

namespace waypost::oracle {

// Opening times of a document, in the week that stands for the 56 days from today.
struct Week {
  struct Session {
    Weekday weekday = Weekday::kMonday;
    int opens = 0;   // minute of the day
    int length = 0;  // minutes; may run past midnight
  };
  std::vector<Session> sessions;
  std::bitset<kMinutesPerWeek> open;  // every minute of some session
  EnumSet<Weekday> days_without_times;
  bool has_rows = false;
  bool has_counting_row = false;
  bool has_doubtful_row = false;  // out of validity or not understood

  // True when some session runs past midnight.
  bool RunsPastMidnight() const;
};

Week WeekOf(const Document& document, Date today, ScanFaults faults);

// What is asked of a week.
struct AskedTime {
  EnumSet<Weekday> days;  // empty: any day
  std::optional<MinuteOfDay> from;
  std::optional<MinuteOfDay> to;
  query::TimeMatch match = query::TimeMatch::kOverlap;
};

// REQUIRES: `from` and `to`, with their defaults, differ.
Fact TimeFact(const Week& week, const AskedTime& asked, ScanFaults faults);

}  // namespace waypost::oracle
