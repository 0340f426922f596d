#pragma once

// Sessions of services as a calendar file, text/calendar (RFC 5545): QUERY.md, "Calendar files".
//
//   WriteCalendarFile(index, {.name = "Memory Café", .services = {&ordinal, 1}}, zone)
//
// One event for each session of each document, or for each day of one without a rule. The bytes are
// a function of the index and of what is asked: no clock is read, and an event keeps its UID from
// build to build while the rule behind it stays the same.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "server/transport/http.h"

namespace waypost::server {

// More are not written, nights of a clock change apart; the file says so.
inline constexpr std::size_t kMostEvents = 10'000;

struct CalendarSubject {
  std::string name;  // of the calendar
  std::span<const ServiceOrdinal> services;
  // The publisher's id of the only location whose sessions are wanted; "" for all.
  std::string_view location_id = {};
};

// `zone` is that of the index. O(sessions of the services' documents).
std::string WriteCalendarFile(const Index& index, const CalendarSubject& subject,
                              const absl::TimeZone& zone);

// `file` as an answer, which a browser would keep as "<file_name>.ics". REQUIRES: `file_name` is of
// letters, digits and hyphens.
HttpResponse CalendarResponse(std::string file, std::string_view file_name);

}  // namespace waypost::server
