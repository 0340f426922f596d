#pragma once

// Instants as local wall-clock minutes, and back.
//
//   ASSIGN_OR_RETURN(absl::TimeZone zone, LoadTimeZone("Europe/London"));
//   LocalMinute now = ToLocal(clock.Now(), zone);
//
// The only user of the time-zone database. Local wall-clock time without a zone is in clock_time.h.
// All functions are safe to call from any thread.

#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "engine/core/date.h"
#include "engine/core/status.h"
#include "engine/hours/local_minute.h"
#include "engine/hours/stated_minute.h"

namespace waypost {

// An IANA zone by name. NotFound when the machine's time-zone database does not have it.
absl::StatusOr<absl::TimeZone> LoadTimeZone(std::string_view name);

// The local minute that `moment` falls into; seconds are dropped.
LocalMinute ToLocal(Moment moment, const absl::TimeZone& zone);

// Without an offset the first pass of an hour that clocks show twice is meant. NotFound for a
// minute that clocks leave out, naming the next one that they show.
absl::StatusOr<LocalMinute> ToLocal(const StatedMinute& stated, const absl::TimeZone& zone);

// The instant at which the clocks show `minute` minutes after the midnight of day `day`: the first
// of two; of a minute that they leave out, when they jump over it.
Moment MomentOf(int day, int minute, const absl::TimeZone& zone);

// "2026-11-24T10:00:00+00:00".
std::string FormatInZone(Moment moment, const absl::TimeZone& zone);

// A change of the clocks, for calendar files.
struct ClockChange {
  Moment moment;
  int offset_before = 0;  // seconds east of UTC
  int offset_after = 0;
  std::string name;  // of the time after it: "BST"
};
// Those in [first, last), ascending; without changes that keep the offset.
std::vector<ClockChange> ClockChanges(Moment first, Moment last, const absl::TimeZone& zone);

}  // namespace waypost
