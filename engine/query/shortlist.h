#pragma once

// A few good results instead of a list (QUERY.md, "Shortlist").
//
//   ASSIGN_OR_RETURN(Result few, SearchByMode(index, query, now, synonyms));
//   // totals and facets of the whole question; query.per_page hits at most
//
// Chosen one after another from the best results: what comes next is the best that is left, where a
// provider or a kind that is already there takes something off, and records that only tell where
// else to look come last. Certain results come before possible ones, as ever.

#include "engine/query/search.h"

namespace waypost::query {

// How many of the best are chosen from.
inline constexpr int kShortlistPool = 30;

// What is left of a score beside an earlier one of the same provider, or of the same kind. The
// values are of bench/relevance: there a shortlist loses hardly anything against plain ranking.
inline constexpr double kSameProvider = 0.8;
inline constexpr double kSameKind = 0.95;

// A shortlist where `query.mode` asks for one, else what Search finds. Errors: those of Search.
absl::StatusOr<Result> SearchByMode(const Index& index, const Query& query, LocalMinute now,
                                    const text::Synonyms* synonyms);

}  // namespace waypost::query
