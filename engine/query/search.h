#pragma once

// The whole way of a question: resolve, plan, run.
//
//   ASSIGN_OR_RETURN(Query query, ParseQuery(parameters));
//   ASSIGN_OR_RETURN(Result result, Search(*index, query, clock_minute));
//
// A pure function of the index, the query and the minute. Safe from any thread; allocates what it
// needs and keeps nothing.

#include "engine/query/result.h"

namespace waypost::query {

// Errors: those of Resolve.
absl::StatusOr<Result> Search(const Index& index, const Query& query, LocalMinute now);

}  // namespace waypost::query
