#pragma once

// The clocks of the United Kingdom by their rule: an hour ahead of UTC from 01:00 UTC on the last
// Sunday of March to 01:00 UTC on the last Sunday of October.

#include <optional>

#include "engine/hours/local_minute.h"
#include "engine/hours/stated_minute.h"
#include "tests/oracle/scan_faults.h"

namespace waypost::oracle {

// The minute that the clocks show; nullopt for one that they leave out in March. Of one that they
// show twice in October the first is meant unless an offset is given.
std::optional<LocalMinute> ReadClock(const StatedMinute& stated, ScanFaults faults);

}  // namespace waypost::oracle
