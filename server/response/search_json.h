#pragma once

// The answer of /api/search as JSON (QUERY.md, "Answer").

#include <string>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "engine/query/answer.h"
#include "server/response/json_text.h"

namespace waypost::server {

// `zone` is that of the index. Errors: those of the pool of analysers, where highlights are asked.
absl::StatusOr<std::string> WriteSearchJson(const Index& index, const query::Answer& answer,
                                            const absl::TimeZone& zone);

// Parts of it that other forms have too: members `total` to `at`, ...
void WriteTotals(const Index& index, const query::Result& result, JsonText& json);

// ... and `sources`: licence and attribution of every source on the page.
void WriteSources(const Index& index, const query::Result& result, JsonText& json);

}  // namespace waypost::server
