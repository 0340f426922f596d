#pragma once

// A recurrence rule as one text, "FREQ=MONTHLY;BYDAY=1TH" (RFC 5545), cut into its parts.
//
//   SplitRecurrence("RRULE:FREQ=WEEKLY;INTERVAL=2")   freq "WEEKLY", interval "2"
//
// The parts are views into the text, as published; reading them is the business of
// record/schedule_fields.h. nullopt when a part is not NAME=VALUE, stands twice, or is one that
// schedules have no place for (BYMONTH, BYSETPOS, BYHOUR, ...): leaving it out would change the
// days.

#include <optional>
#include <string_view>

#include "index_builder/record/schedule_fields.h"

namespace waypost::sources {

// Only the members that a rule has are set.
std::optional<record::ScheduleFields> SplitRecurrence(std::string_view text);

}  // namespace waypost::sources
