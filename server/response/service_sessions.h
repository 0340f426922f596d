#pragma once

// The sessions of a service at all its locations, day by day.

#include <cstddef>
#include <vector>

#include "engine/hours/local_minute.h"
#include "engine/hours/occurrence.h"
#include "engine/index/index.h"

namespace waypost::server {

// A session of one of its documents on one day.
struct ServiceSession {
  Occurrence occurrence;
  DocId doc;
};

// The first `most` that start in [first, last], ascending by start; a day without times before the
// day's other sessions, equal ones by their location. O(documents * sessions * days).
std::vector<ServiceSession> SessionsBetween(const Index& index, ServiceOrdinal service, int first,
                                            int last, std::size_t most);

// The next `most` that are not over, inside the index's horizon. The same cost.
std::vector<ServiceSession> ComingSessions(const Index& index, ServiceOrdinal service,
                                           const LocalMinute& now, std::size_t most);

}  // namespace waypost::server
