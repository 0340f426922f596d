#pragma once

// Instants as local wall-clock minutes.
//
//   ASSIGN_OR_RETURN(absl::TimeZone zone, LoadTimeZone("Europe/London"));
//   LocalMinute now = ToLocal(clock.Now(), zone);
//
// The only user of the time-zone database. Local wall-clock time without a zone is in clock_time.h.

#include <string_view>

#include "absl/time/time.h"
#include "engine/core/date.h"
#include "engine/core/status.h"
#include "engine/hours/local_minute.h"

namespace waypost {

// An IANA zone by name. NotFound when the machine's time-zone database does not have it.
absl::StatusOr<absl::TimeZone> LoadTimeZone(std::string_view name);

// The local minute that `moment` falls into; seconds are dropped.
LocalMinute ToLocal(Moment moment, const absl::TimeZone& zone);

}  // namespace waypost
