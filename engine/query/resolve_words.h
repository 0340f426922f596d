#pragma once

// The part of Resolve that reads `q`: its words with their synonyms, its phrases, or its
// expression.

#include "engine/core/status.h"
#include "engine/query/resolved_query.h"

namespace waypost::query {

// Fills the members of `resolved` that are about words from `resolved.query`. Errors are request
// errors: too_many_words, bad_expression. O(words log vocabulary).
absl::Status ResolveWords(const Index& index, const text::Synonyms* synonyms,
                          ResolvedQuery& resolved);

// Fills `names_of_needs` from the needs and circumstances that are resolved. O(names log
// vocabulary).
absl::Status ResolveNames(const Index& index, ResolvedQuery& resolved);

}  // namespace waypost::query
