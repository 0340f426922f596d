#pragma once

// A local wall-clock minute in the time zone of an index: what "now" and `at` are.

#include <compare>

#include "engine/core/date.h"
#include "engine/hours/clock_time.h"

namespace waypost {

struct LocalMinute {
  Date date;
  MinuteOfDay time;
  friend auto operator<=>(const LocalMinute&, const LocalMinute&) = default;
};

}  // namespace waypost
