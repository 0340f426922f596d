#pragma once

// The query string of /api/ask: the sentence, and parameters of /api/search beside it.

#include <string>
#include <vector>

#include "engine/core/status.h"
#include "engine/query/parse_query.h"
#include "engine/query/query.h"
#include "server/transport/http.h"

namespace waypost::server {

struct AskRequest {
  std::string text;
  std::vector<query::Parameter> given;
  query::Query query;  // what `given` asks
};

// Errors are request errors: no `text` or two, and those of ParseQuery for the rest, except that
// `within` may stand without `near`, which the sentence may have.
absl::StatusOr<AskRequest> ReadAskRequest(const HttpRequest& request);

}  // namespace waypost::server
