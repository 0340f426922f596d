#pragma once

// A time zone as calendar files have it: the component VTIMEZONE (RFC 5545, section 3.6.5).
//
//   WriteTimeZone("Europe/London", first_day, zone, ics);
//
// Programs read local times by it, so it must agree with the zone of the server. Changes of the
// clocks are told that matter from a year before `first_day` on: as a yearly rule where more than
// ten years of them follow one, else one by one.

#include <string_view>

#include "engine/hours/local_time.h"
#include "server/response/ics_text.h"

namespace waypost::server {

void WriteTimeZone(std::string_view name, int first_day, const absl::TimeZone& zone, IcsText& ics);

}  // namespace waypost::server
