#pragma once

// The query string of /api/search: a Query, and the form of its answer.

#include <cstdint>

#include "engine/core/status.h"
#include "engine/query/query.h"
#include "server/transport/http.h"

namespace waypost::server {

enum class AnswerFormat : std::uint8_t { kJson, kIcs, kGeoJson, kCsv, kNdjson, kAtom };

struct SearchRequest {
  query::Query query;
  AnswerFormat format = AnswerFormat::kJson;
};

// Errors are request errors.
absl::StatusOr<SearchRequest> ReadSearchRequest(const HttpRequest& request);

}  // namespace waypost::server
