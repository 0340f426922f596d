#pragma once

// Why a document answers the question: the member "why" of an item (QUERY.md, "Answer").

#include "engine/index/index.h"
#include "engine/query/result.h"
#include "server/response/json_text.h"

namespace waypost::server {

void WriteWhy(const Index& index, const query::ResolvedQuery& resolved, const query::Hit& hit,
              JsonText& json);

}  // namespace waypost::server
