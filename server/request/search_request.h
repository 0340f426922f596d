#pragma once

// The query string of /api/search as a Query.

#include "engine/core/status.h"
#include "engine/query/query.h"
#include "server/transport/http.h"

namespace waypost::server {

// Errors are request errors. `format` may only be json for now.
absl::StatusOr<query::Query> ReadSearchRequest(const HttpRequest& request);

}  // namespace waypost::server
