#pragma once

// A schedule row's days by looking at every day from its start on: the plain reading of RFC 5545,
// section 3.3.10, with nothing in common with the code under test.

#include <vector>

#include "engine/core/date.h"
#include "index_builder/record/schedule.h"

namespace waypost::prepare {

// The days in [first, last]. REQUIRES: a rule that RFC 5545 allows, with a frequency of DAILY,
// WEEKLY, MONTHLY or YEARLY.
std::vector<Date> SlowOccurrences(const record::Schedule& row, Date first, Date last);

}  // namespace waypost::prepare
