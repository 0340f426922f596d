#pragma once

// The score of the order `relevance` (QUERY.md, "Relevance").

#include <cstdint>

#include "tests/oracle/document.h"
#include "tests/oracle/question.h"

namespace waypost::oracle {

// T + F + D + A + R in millionths.
std::int64_t RelevanceOf(const Question& question, const Document& document);

}  // namespace waypost::oracle
