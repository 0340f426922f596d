#pragma once

// The closed lists of the data standard: short sets of words that feeds, columns and queries share.
//
// Every list has one canonical spelling (`NameOf`), which the API speaks, and one exact reader
// (`ParseReach("home visit")` is nullopt). Reading what feeds really write is the business of
// index_builder/record.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/core/enum_set.h"

namespace waypost {

// How a document reaches people (engine/query/QUERY.md, "Facts from records").
enum class Reach : std::uint8_t { kPlace, kVisits, kRemote };

// How people get in.
enum class Access : std::uint8_t { kDropIn, kAppointment, kReferral, kMembership };

// How a service is attended, as ORUK states it.
enum class Attending : std::uint8_t { kVenue, kHomeVisit, kOnline, kPhone };

enum class Status : std::uint8_t { kActive, kTemporarilyClosed, kInactive, kDefunct };

// Accessibility of a location (ORUK 1.0 enumeration).
enum class Accessibility : std::uint8_t {
  kWheelchair,
  kRamp,
  kElevator,
  kRestroom,
  kDisabledParking,
  kWheelchairVan,
  kDeafInterpreter,
  kTapeBraille,
  kTty,
  kCd,
};

enum class Weekday : std::uint8_t {
  kMonday,
  kTuesday,
  kWednesday,
  kThursday,
  kFriday,
  kSaturday,
  kSunday,
};

// "place", "visits", "remote"; "drop-in", ...; "venue", "home visit", ...; "active",
// "temporarily closed", ...; "wheelchair", "disabled_parking", ...; "MO", "TU", ...
std::string_view NameOf(Reach value);
std::string_view NameOf(Access value);
std::string_view NameOf(Attending value);
std::string_view NameOf(Status value);
std::string_view NameOf(Accessibility value);
std::string_view NameOf(Weekday value);

// The inverse of NameOf; exact.
std::optional<Reach> ParseReach(std::string_view name);
std::optional<Access> ParseAccess(std::string_view name);
std::optional<Attending> ParseAttending(std::string_view name);
std::optional<Status> ParseStatus(std::string_view name);
std::optional<Accessibility> ParseAccessibility(std::string_view name);
std::optional<Weekday> ParseWeekday(std::string_view name);

inline constexpr std::size_t kReachCount = 3;
inline constexpr std::size_t kAccessCount = 4;
inline constexpr std::size_t kAttendingCount = 4;
inline constexpr std::size_t kStatusCount = 4;
inline constexpr std::size_t kAccessibilityCount = 10;
inline constexpr std::size_t kWeekdayCount = 7;

}  // namespace waypost
