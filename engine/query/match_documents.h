#pragma once

// Every document that a question matches, where documents rather than services are listed: a
// service at each of its locations.
//
//   ASSIGN_OR_RETURN(MatchedDocuments matched, MatchDocuments(index, query, now, synonyms));
//
// Order, page and facets of the query play no part. A pure function, as Search is. O(documents).

#include <optional>
#include <vector>

#include "engine/query/resolved_query.h"
#include "engine/text/synonyms.h"

namespace waypost::query {

struct MatchedDocument {
  DocId doc;
  std::optional<Millimetres> distance;  // `place` in reach and P known
};

// Ascending by document. Errors: those of Resolve.
absl::StatusOr<std::vector<MatchedDocument>> MatchDocuments(
    const Index& index, const Query& query, LocalMinute now,
    const text::Synonyms* synonyms = nullptr);

}  // namespace waypost::query
