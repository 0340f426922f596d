#pragma once

// The answer of /api/search as JSON (query-semantics, "Answer").

#include <string>

#include "engine/index/index.h"
#include "engine/query/result.h"

namespace waypost::server {

std::string WriteSearchJson(const Index& index, const query::Result& result);

// P as the answer shows it: how it was read, how precisely, what else it might have been.
std::string WritePlaceJson(const Index& index, const query::Place& place, std::string_view text);

// "2026-11-21T14:05".
std::string MinuteText(LocalMinute minute);

// The first 16 hexadecimal digits of the build id.
std::string BuildText(const Index& index);

// True when the answer depends on the minute of the question.
bool UsesClock(const query::Query& query);

}  // namespace waypost::server
