#pragma once

// Dates and moments as feeds write them.
//
//   2024-01-31   2024-01-31T10:00:00.123Z   2024-01-31 10:00   31/01/2024 10:00:00   31.1.2024
//   20240131     1706659200 (seconds)       1706659200000 (milliseconds)   2024/01/31
//   January 31, 2024     31 Jan 2024     Wednesday 31st January 2024     31/01/24
//
// Numbers with slashes are day first, as in the United Kingdom: "01/31/2024" is unreadable, not the
// 31st of January. Years are 1000 to 9999, of a moment in UTC too: the year 1 that .NET writes for
// "no date" is unreadable, and so is "9999-12-31T23:59:59-05:00".
//
// `ReadDate` gives the day as written, whatever the zone; an epoch number is taken in UTC.
// `ReadMoment` takes a text without a zone as UTC, and a date alone as its midnight.
//
// nullopt for empty and unreadable text. No locale. O(length).

#include <optional>
#include <string_view>

#include "engine/core/date.h"

namespace waypost::record {

std::optional<Date> ReadDate(std::string_view text);
std::optional<Moment> ReadMoment(std::string_view text);

// True for the dates that programs write for "no date": any of the year 1 ("0001-01-01T00:00:00",
// "January 01, 0001") and "0000-00-00".
bool IsNoDate(std::string_view text);

}  // namespace waypost::record
