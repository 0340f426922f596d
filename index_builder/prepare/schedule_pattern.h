#pragma once

// Rules and times of schedule rows as a person would say them: input of engine/hours/english.h.

#include <optional>

#include "engine/hours/clock_time.h"
#include "engine/hours/english.h"
#include "index_builder/prepare/recurrence.h"
#include "index_builder/prepare/schedule_rule.h"
#include "index_builder/record/schedule.h"

namespace waypost::prepare {

// Days and dates only; times are TimesOf's.
SessionPattern PatternOf(const Recurrence& rule);
SessionPattern PatternOf(const SingleDate& single);

// Start 0 to 1439 and length 1 to 1440. Times outside the day count as not stated.
struct SessionTimes {
  std::optional<MinuteOfDay> start;
  std::optional<int> length;  // nullopt: no end
};
SessionTimes TimesOf(const std::optional<MinuteOfDay>& opens,
                     const std::optional<MinuteOfDay>& closes);

}  // namespace waypost::prepare
