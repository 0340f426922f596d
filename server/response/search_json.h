#pragma once

// The answer of /api/search as JSON (QUERY.md, "Answer").

#include <string>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "engine/query/result.h"

namespace waypost::server {

// `zone` is that of the index.
std::string WriteSearchJson(const Index& index, const query::Result& result,
                            const absl::TimeZone& zone);

}  // namespace waypost::server
