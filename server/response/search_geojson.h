#pragma once

// The page of an answer as a map, application/geo+json (RFC 7946; QUERY.md, "Other forms").

#include <cstddef>
#include <string>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "engine/query/result.h"
#include "server/transport/http.h"

namespace waypost::server {

// More are not written; the answer says so.
inline constexpr std::size_t kMostFeatures = 10'000;

// A feature for each document of the page's services that matches and has a point that may be told.
// `zone` is that of the index. O(documents of the page's services).
HttpResponse SearchGeoJson(const Index& index, const query::Result& result,
                           const absl::TimeZone& zone);

}  // namespace waypost::server
