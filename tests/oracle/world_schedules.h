#pragma once

// Random schedule rows: weekly, fortnightly, monthly, dated, past midnight, without times, expired,
// unreadable.

#include <optional>

#include "engine/hours/clock_time.h"
#include "index_builder/record/schedule.h"
#include "tests/oracle/known_days.h"
#include "tests/oracle/random.h"

namespace waypost::oracle {

// `today` is about when the world is asked; a few rows begin or end at the edges of `known`.
record::Schedule MakeSchedule(const KnownDays& known, Date today, Random& random);

// The same days from where the row closes on, for a while; the row itself where it has no times.
record::Schedule SequelOf(const record::Schedule& row, Random& random);

// Both times, one of them or none; often past midnight.
void AddTimes(std::optional<MinuteOfDay>& opens_at, std::optional<MinuteOfDay>& closes_at,
              Random& random);

}  // namespace waypost::oracle
