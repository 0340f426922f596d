#pragma once

// The query string of /api/why-not: a service, and parameters of /api/search.

#include <string>

#include "engine/core/status.h"
#include "engine/query/query.h"
#include "server/transport/http.h"

namespace waypost::server {

struct WhyNotRequest {
  std::string id;  // the public id of the service
  query::Query query;
};

// Errors are request errors.
absl::StatusOr<WhyNotRequest> ReadWhyNotRequest(const HttpRequest& request);

}  // namespace waypost::server
