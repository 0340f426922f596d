#include "engine/core/closed_lists.h"

namespace waypost {
namespace {

constexpr std::array<std::string_view, kReachCount> kReachNames = {"place", "visits", "remote"};
constexpr std::array<std::string_view, kAccessCount> kAccessNames = {"drop-in", "appointment",
                                                                     "referral", "membership"};
constexpr std::array<std::string_view, kAttendingCount> kAttendingNames = {"venue", "home visit",
                                                                           "online", "phone"};
constexpr std::array<std::string_view, kStatusCount> kStatusNames = {"active", "temporarily closed",
                                                                     "inactive", "defunct"};
constexpr std::array<std::string_view, kAccessibilityCount> kAccessibilityNames = {
    "wheelchair",
    "ramp",
    "elevator",
    "restroom",
    "disabled_parking",
    "wheelchair_van",
    "deaf_interpreter",
    "tape_braille",
    "tty",
    "cd"};
constexpr std::array<std::string_view, kWeekdayCount> kWeekdayNames = {"MO", "TU", "WE", "TH",
                                                                       "FR", "SA", "SU"};

template <typename E, std::size_t N>
std::optional<E> Find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view NameOf(Reach value) { return kReachNames.at(static_cast<std::size_t>(value)); }
std::string_view NameOf(Access value) { return kAccessNames.at(static_cast<std::size_t>(value)); }
std::string_view NameOf(Attending value) {
  return kAttendingNames.at(static_cast<std::size_t>(value));
}
std::string_view NameOf(Status value) { return kStatusNames.at(static_cast<std::size_t>(value)); }
std::string_view NameOf(Accessibility value) {
  return kAccessibilityNames.at(static_cast<std::size_t>(value));
}
std::string_view NameOf(Weekday value) { return kWeekdayNames.at(static_cast<std::size_t>(value)); }

std::optional<Reach> ParseReach(std::string_view name) { return Find<Reach>(kReachNames, name); }
std::optional<Access> ParseAccess(std::string_view name) {
  return Find<Access>(kAccessNames, name);
}
std::optional<Attending> ParseAttending(std::string_view name) {
  return Find<Attending>(kAttendingNames, name);
}
std::optional<Status> ParseStatus(std::string_view name) {
  return Find<Status>(kStatusNames, name);
}
std::optional<Accessibility> ParseAccessibility(std::string_view name) {
  return Find<Accessibility>(kAccessibilityNames, name);
}
std::optional<Weekday> ParseWeekday(std::string_view name) {
  return Find<Weekday>(kWeekdayNames, name);
}

}  // namespace waypost
