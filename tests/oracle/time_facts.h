#pragma once

// The time filter: `day`, `from`, `to`, `time_match`, answered minute by minute.

#include <bitset>
#include <optional>
#include <vector>

#include "engine/core/fact.h"
#include "engine/hours/clock_time.h"
#include "engine/query/query.h"
#include "tests/oracle/rota.h"
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
  bool has_unknown_dates = false;

  // True when some session runs past midnight.
  bool RunsPastMidnight() const;
};

Week WeekOf(const Rota& rota, Date today, ScanFaults faults);

// What is asked of a week.
struct AskedTime {
  EnumSet<Weekday> days;  // empty: any day
  std::optional<MinuteOfDay> from;
  std::optional<MinuteOfDay> to;
  query::TimeMatch match = query::TimeMatch::kOverlap;
};

// The window of one day as minutes from its midnight; it may end on the next day.
struct Window {
  int start = 0;
  int length = 0;
};
Window WindowOf(const AskedTime& asked, ScanFaults faults);

// REQUIRES: `from` and `to`, with their defaults, differ.
Fact TimeFact(const Week& week, const AskedTime& asked, ScanFaults faults);

}  // namespace waypost::oracle
