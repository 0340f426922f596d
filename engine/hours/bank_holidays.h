#pragma once

// Bank holidays of the parts of the United Kingdom, as the artefact holds them.
//
//   BankHolidays holidays{column};                               // ascending by day
//   holidays.On(DayNumber(date)).Has(HolidayDivision::kScotland)
//
// England and Wales have theirs in common: they are one division, as on gov.uk.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include "engine/core/enum_set.h"
#include "engine/hours/day_stamp.h"

namespace waypost {

enum class HolidayDivision : std::uint8_t { kEnglandAndWales, kScotland, kNorthernIreland };
inline constexpr std::uint32_t kAllDivisions = 7;

// The names of gov.uk: "england-and-wales", "scotland", "northern-ireland".
constexpr std::optional<HolidayDivision> ParseHolidayDivision(std::string_view name) {
  if (name == "england-and-wales") return HolidayDivision::kEnglandAndWales;
  if (name == "scotland") return HolidayDivision::kScotland;
  if (name == "northern-ireland") return HolidayDivision::kNorthernIreland;
  return std::nullopt;
}

// A day that is a bank holiday in at least one division.
struct BankHoliday {
  DayStamp day = 0;
  std::uint8_t divisions = 0;  // EnumSet<HolidayDivision>::bits()
  std::uint8_t reserved = 0;   // 0
  friend bool operator==(const BankHoliday&, const BankHoliday&) = default;
};
static_assert(sizeof(BankHoliday) == 4 && std::has_unique_object_representations_v<BankHoliday>);

constexpr bool IsSound(const BankHoliday& holiday) {
  return holiday.divisions >= 1 && holiday.divisions <= kAllDivisions && holiday.reserved == 0;
}

// A view of the column.
struct BankHolidays {
  std::span<const BankHoliday> days;  // strictly ascending

  // Those in [first, last]. O(log days).
  std::span<const BankHoliday> Between(int first, int last) const {
    const auto is_before = [](const BankHoliday& holiday, int day) { return holiday.day < day; };
    const auto begin = std::lower_bound(days.begin(), days.end(), first, is_before);
    const auto end = std::lower_bound(begin, days.end(), last + 1, is_before);
    return {begin, end};
  }

  // The divisions in which that day is one. O(log days).
  EnumSet<HolidayDivision> On(int day) const {
    const auto found = Between(day, day);
    return EnumSet<HolidayDivision>::FromBits(found.empty() ? 0U : found.front().divisions);
  }
};

}  // namespace waypost
