#pragma once

// The answer of /api/why-not as JSON (QUERY.md, "Why not").

#include <string>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "engine/query/why_not.h"

namespace waypost::server {

std::string WriteWhyNotJson(const Index& index, ServiceOrdinal service, const query::WhyNot& why);

}  // namespace waypost::server
