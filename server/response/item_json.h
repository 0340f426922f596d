#pragma once

// One item of an answer: the stored card, and what depends on the question (QUERY.md, "Answer").

#include "engine/index/index.h"
#include "engine/query/result.h"
#include "server/response/json_text.h"

namespace waypost::server {

void WriteItem(const Index& index, const query::ResolvedQuery& resolved, const query::Hit& hit,
               JsonText& json);

}  // namespace waypost::server
