#pragma once

// The question as understood, as the answer repeats it (QUERY.md, "Answer").

#include <string>
#include <string_view>

#include "engine/index/index.h"
#include "engine/query/resolved_query.h"
#include "server/response/json_text.h"

namespace waypost::server {

// The member "query": all that was asked, with what was found for each name.
void WriteQuery(const Index& index, const query::ResolvedQuery& resolved, JsonText& json);

// P as the answer shows it: how it was read, how precisely, what else it might have been.
std::string WritePlaceJson(const Index& index, const query::Place& place, std::string_view text);

}  // namespace waypost::server
