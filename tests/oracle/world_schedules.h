#pragma once

// Random schedule rows: weekly, fortnightly, monthly, dated, past midnight, without times, expired,
// unreadable.

#include "index_builder/record/schedule.h"
#include "tests/oracle/random.h"

namespace waypost::oracle {

// `today` is about when the world is asked.
record::Schedule MakeSchedule(Date today, Random& random);

}  // namespace waypost::oracle
