#pragma once

// Opening times as feeds write them.
//
//   ReadClockTime("09:00Z", ClockRole::kOpening)   540, offset 0
//   ReadClockTime("9.30pm", ClockRole::kClosing)   1290
//   ReadClockTime("23:59",  ClockRole::kClosing)   1440: feeds mean midnight
//   ReadOpenings("10:00-13:00,14:00-17:00")        two openings
//
// Read: 08:00, 8:00, 08:00:00[.000], 8.30, 0830, 9am, 9.30 pm, 9 p.m., noon, midday, midnight,
// 24:00, with "Z" or an offset behind it, and an ISO date-time, of which the time counts. Seconds
// are cut.
//
// An end of 23:59, 24:00, 00:00 or midnight is 1440. An opening at 24:00 is unreadable.
//
// "09:00-05:00" is ambiguous: ReadClockTime reads one time with an offset, ReadOpenings a range.
//
// nullopt for empty and unreadable text. O(length).

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/hours/clock_time.h"

namespace waypost::record {

enum class ClockRole : std::uint8_t { kOpening, kClosing };

struct ClockTime {
  MinuteOfDay minute;
  std::optional<int> utc_offset_minutes;
  friend bool operator==(const ClockTime&, const ClockTime&) = default;
};

std::optional<ClockTime> ReadClockTime(std::string_view text, ClockRole role);

// One opening of a day; `closes` at or before `opens` is on the next day.
struct Opening {
  MinuteOfDay opens;
  MinuteOfDay closes;
  friend bool operator==(const Opening&, const Opening&) = default;
};

// The openings of one day: ranges with "-", "–", "to" or "until" between the times and ",", ";",
// "/",
// "&", "and" or a new line between the ranges. "closed" is an empty list; "24 hours", "all day" and
// "open 24 hours" are 00:00 to 24:00. A time without am or pm takes it from the other end of its
// range
// ("2-4pm" is 14:00 to 16:00, "9-4.30pm" is 09:00 to 16:30); two bare hours ("9-5") are unreadable.
std::optional<std::vector<Opening>> ReadOpenings(std::string_view text);

}  // namespace waypost::record
