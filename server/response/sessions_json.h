#pragma once

// The answer of /api/services/{id}/sessions as JSON: the sessions of a service, day by day, at all
// its locations.

#include <string>

#include "engine/core/date.h"
#include "engine/hours/local_time.h"
#include "engine/index/index.h"

namespace waypost::server {

// More rows are not written; the answer says that it is cut.
inline constexpr std::size_t kMostSessionRows = 1000;

// Ascending by start; a day without times before the day's other sessions. `from` and `to` may lie
// outside the index's horizon. `zone` is that of the index.
// O(documents of the service * their sessions * days).
std::string WriteSessionsJson(const Index& index, ServiceOrdinal service, Date from, Date to,
                              const absl::TimeZone& zone);

}  // namespace waypost::server
