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

// What follows is asked of rows that are understood.

// True when the row's information holds on that day; whether it has a session then is another
// question.
bool HoldsOn(const record::Schedule& row, Date day);

// True when the row's information holds on some day of `today` .. `today` + 55.
bool IsInForce(const record::Schedule& row, Date today);

// True when the row has a session that starts on that very day, holidays aside.
bool IsDateOf(const record::Schedule& row, Date day, ScanFaults faults);

// A row without a rule: it names its only date.
bool NamesItsDate(const record::Schedule& row);

// On the same weekdays of every week from one day to another, so that no list of dates is needed.
bool IsEveryWeek(const record::Schedule& row);

// An every-week row without an end that begins by `today` + 55: it counts for its weekdays,
// whatever its dates.
bool IsPlainWeekly(const record::Schedule& row, Date today);
EnumSet<Weekday> StatedWeekdays(const record::Schedule& row);

// True when nothing that the row states ends it on or before `last`.
bool MayGoOnAfter(const record::Schedule& row, Date last, ScanFaults faults);

}  // namespace waypost::oracle
