#pragma once

// A minute as a person states it: "2026-10-25T01:30", or with an offset, "2026-10-25T01:30+00:00".

#include <optional>

#include "engine/core/date.h"
#include "engine/hours/clock_time.h"

namespace waypost {

struct StatedMinute {
  Date date;
  MinuteOfDay time;
  std::optional<int> offset_minutes = std::nullopt;  // east of UTC; "Z" is 0
  friend bool operator==(const StatedMinute&, const StatedMinute&) = default;
};

}  // namespace waypost
