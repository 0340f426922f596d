#pragma once

// The page of an answer as a table for spreadsheets, text/csv (QUERY.md, "Other forms").

#include <string>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "engine/query/result.h"
#include "server/transport/http.h"

namespace waypost::server {

// A header, and a line for each hit. `zone` is that of the index.
HttpResponse SearchCsv(const Index& index, const query::Result& result, const absl::TimeZone& zone);

}  // namespace waypost::server
