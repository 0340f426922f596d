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

// Every result of a question, for answers that are read to their end: 4 bytes each.
struct RankedResults {
  ResolvedQuery resolved;
  std::uint64_t total_certain = 0;
  std::vector<DocId> docs;  // the best document of each service in order, the certain ones first
};

// As Search, for all pages at once: page, size and facets of `query` have no part in it. What a
// document shows is made by a HitMaker. O(results log results) besides the search.
absl::StatusOr<RankedResults> RankAll(const Index& index, const Query& query, LocalMinute now,
                                      const text::Synonyms* synonyms = nullptr);

}  // namespace waypost::query
