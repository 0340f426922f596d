#pragma once

// Clock times as programs write them: ClockText(MinuteOfDay(545)) is "09:05", the end of a day
// "24:00". For people see english.h.

#include <string>

#include "engine/hours/clock_time.h"

namespace waypost {

inline std::string ClockText(MinuteOfDay time) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(time.value() / 60) + ":" + two(time.value() % 60);
}

}  // namespace waypost
