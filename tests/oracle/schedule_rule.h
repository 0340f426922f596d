#pragma once

// Rules of schedule rows by plain definition: is this day a day of that rule? Asked day by day.

#include "engine/core/date.h"
#include "engine/core/enum_set.h"
#include "index_builder/record/schedule.h"
#include "tests/oracle/scan_faults.h"

namespace waypost::oracle {

inline constexpr int kDaysAhead = 56;

// False when the row states no day that could be worked out.
bool IsUnderstood(const record::Schedule& row);

// True when the row's information holds on some day of `today` .. `today` + 55.
bool IsInForce(const record::Schedule& row, Date today);

// The weekdays that the row puts into the week: its own when it is a plain weekly one, else those
// of its dates among the 56 days from `today`. REQUIRES: IsUnderstood(row).
EnumSet<Weekday> WeekdaysOf(const record::Schedule& row, Date today, ScanFaults faults);

}  // namespace waypost::oracle
