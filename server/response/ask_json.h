#pragma once

// The answer of /api/ask as JSON (QUERY.md, "Ask").

#include <string>
#include <string_view>
#include <vector>

#include "engine/ask/read_sentence.h"
#include "engine/query/parse_query.h"

namespace waypost::server {

// `search` is the answer of /api/search to `asked`, as JSON; what was read is put before its
// members.
std::string WriteAskJson(std::string_view text, const ask::SentenceReading& reading,
                         const std::vector<query::Parameter>& asked, std::string_view search);

}  // namespace waypost::server
