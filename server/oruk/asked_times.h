#pragma once

// Hours as the dialects ask for them.

#include "engine/core/status.h"
#include "engine/query/query.h"
#include "server/oruk/asked.h"

namespace waypost::oruk {

// `start_time`, `end_time` and `day`, of which any place will do, and `startTime` and `endTime` as
// one client sends them. ORUK.md says what each asks.
absl::Status ReadTimes(const Asked& asked, query::Query& query);

}  // namespace waypost::oruk
