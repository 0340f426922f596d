#pragma once

// A local wall-clock minute in the time zone of an index: what "now" and `at` are.
//
// Sessions are stated by the wall clock, and compared by it. The one hour a year that clocks show
// twice needs no more than this: in its second pass everything of that hour has begun, and what
// ends in it has ended, as at its last minute. In the hour that clocks leave out there is no
// minute.

#include <compare>
#include <optional>

#include "engine/core/date.h"
#include "engine/hours/clock_time.h"

namespace waypost {

// Of an hour that clocks show twice.
struct SecondPass {
  MinuteOfDay ends;
  int offset_minutes = 0;  // east of UTC
  friend auto operator<=>(const SecondPass&, const SecondPass&) = default;
};

struct LocalMinute {
  Date date;
  MinuteOfDay time;
  std::optional<SecondPass> second_pass = std::nullopt;

  // The minute of the day whose sessions are running.
  int Running() const { return second_pass ? second_pass->ends.value() - 1 : time.value(); }
  // The first minute of the day at which something can still begin.
  int NextStart() const { return second_pass ? second_pass->ends.value() : time.value(); }

  friend auto operator<=>(const LocalMinute&, const LocalMinute&) = default;
};

}  // namespace waypost
