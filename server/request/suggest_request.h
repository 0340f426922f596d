#pragma once

// The query string of /api/suggest.

#include <string_view>

#include "engine/core/status.h"
#include "engine/query/suggest.h"
#include "server/transport/http.h"

namespace waypost::server {

struct SuggestRequest {
  std::string_view text;  // of the request, trimmed
  query::SuggestOptions options;
};

// Errors are request errors. The request must outlive the result.
absl::StatusOr<SuggestRequest> ReadSuggestRequest(const HttpRequest& request);

// "need", "place", "service"; of a name that several services have too.
std::string_view NameOf(SuggestionKind kind);

}  // namespace waypost::server
