#pragma once

// The answer of /api/search as JSON (QUERY.md, "Answer").

#include <string>

#include "engine/index/index.h"
#include "engine/query/result.h"

namespace waypost::server {

std::string WriteSearchJson(const Index& index, const query::Result& result);

// True when the answer depends on the minute of the question.
bool UsesClock(const query::Query& query);

}  // namespace waypost::server
