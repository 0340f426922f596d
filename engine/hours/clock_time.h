#pragma once

// Local wall-clock times without a date or a zone.

#include <compare>
#include <cstdint>

#include "engine/core/closed_lists.h"

namespace waypost {

inline constexpr int kMinutesPerDay = 1440;
inline constexpr int kDaysPerWeek = 7;
inline constexpr int kMinutesPerWeek = kDaysPerWeek * kMinutesPerDay;

// Minutes since local midnight, 0 to 1440; 1440 is the midnight at the end of the day and occurs
// only as the end of something.
class MinuteOfDay {
 public:
  constexpr MinuteOfDay() = default;
  constexpr explicit MinuteOfDay(int value) : value_(static_cast<std::int16_t>(value)) {}
  constexpr int value() const { return value_; }
  friend constexpr auto operator<=>(MinuteOfDay, MinuteOfDay) = default;

 private:
  std::int16_t value_ = 0;
};

// Minutes since Monday 00:00 local time, 0 to 10,079.
class MinuteOfWeek {
 public:
  constexpr MinuteOfWeek() = default;
  constexpr explicit MinuteOfWeek(int value) : value_(static_cast<std::int16_t>(value)) {}
  constexpr MinuteOfWeek(Weekday day, MinuteOfDay time)
      : value_(static_cast<std::int16_t>(static_cast<int>(day) * kMinutesPerDay + time.value())) {}
  constexpr int value() const { return value_; }
  friend constexpr auto operator<=>(MinuteOfWeek, MinuteOfWeek) = default;

 private:
  std::int16_t value_ = 0;
};

}  // namespace waypost
