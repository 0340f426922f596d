#pragma once

// Results one a line, each as an item of the JSON answer, application/x-ndjson (QUERY.md, "Other
// forms").

#include <memory>
#include <vector>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "engine/query/search.h"
#include "server/transport/http.h"

namespace waypost::server {

// All of `ranked`: a few are the body, more come piece by piece, so that what is held besides is
// their order alone. `zone` is that of the index. Errors: those of the pool of analysers, where
// highlights are asked.
absl::StatusOr<HttpResponse> SearchLines(std::shared_ptr<const Index> index,
                                         query::RankedResults ranked, const absl::TimeZone& zone);

// The hits of `result`, for a shortlist. Errors: as above.
absl::StatusOr<HttpResponse> SearchLines(const Index& index, const query::Result& result,
                                         const absl::TimeZone& zone);

}  // namespace waypost::server
