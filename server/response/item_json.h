#pragma once

// One item of an answer: the stored card, and what depends on the question (QUERY.md, "Answer").

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "engine/query/result.h"
#include "server/response/highlights.h"
#include "server/response/json_text.h"

namespace waypost::server {

// `zone` is that of the index; `highlighter` may be null.
void WriteItem(const Index& index, const query::ResolvedQuery& resolved, const query::Hit& hit,
               const absl::TimeZone& zone, Highlighter* highlighter, JsonText& json);

}  // namespace waypost::server
