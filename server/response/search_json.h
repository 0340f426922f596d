#pragma once

// The answer of /api/search as JSON (QUERY.md, "Answer").

#include <string>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "engine/query/answer.h"

namespace waypost::server {

// `zone` is that of the index. Errors: those of the pool of analysers, where highlights are asked.
absl::StatusOr<std::string> WriteSearchJson(const Index& index, const query::Answer& answer,
                                            const absl::TimeZone& zone);

}  // namespace waypost::server
