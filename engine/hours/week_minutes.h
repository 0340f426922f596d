#pragma once

// A set of minutes of the week, one bit each; the week is a circle.
//
//   WeekMinutes open;
//   open.Add(6 * kMinutesPerDay + 1320, 240);          // Sunday 22:00 to Monday 02:00
//   open.Contains(0, 60);                              // Monday 00:00 to 01:00: true
//
// 1,264 bytes on the stack; a range costs a word operation per 64 minutes. Starts are taken modulo
// the week and may be negative by up to a week.

#include <array>
#include <cstdint>

#include "engine/hours/clock_time.h"

namespace waypost {

class WeekMinutes {
 public:
  // Adds [start, start + length). REQUIRES: 0 <= length <= kMinutesPerWeek.
  void Add(int start, int length);
  // True when all of [start, start + length) is in the set. Same requirement.
  bool Contains(int start, int length) const;

 private:
  static constexpr int kWords = (kMinutesPerWeek + 63) / 64;
  std::array<std::uint64_t, kWords> words_{};
};

}  // namespace waypost
