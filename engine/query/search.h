#pragma once

// The whole way of a question: resolve, plan, run.
//
//   ASSIGN_OR_RETURN(Query query, ParseQuery(parameters));
//   ASSIGN_OR_RETURN(Result result, Search(*index, query, clock_minute));
//
// A pure function of the index, the query, the minute and the synonyms. Safe from any thread;
// allocates what it needs and keeps nothing.

#include "engine/query/result.h"
#include "engine/text/synonyms.h"

namespace waypost::query {

// `synonyms` may be null: then words stand for themselves alone. Errors: those of Resolve.
absl::StatusOr<Result> Search(const Index& index, const Query& query, LocalMinute now,
                              const text::Synonyms* synonyms = nullptr);

}  // namespace waypost::query
