#include "engine/query/match_documents.h"

#include <algorithm>

#include "engine/query/filters/make_filters.h"
#include "engine/query/hit_maker.h"

namespace waypost::query {
absl::StatusOr<std::vector<MatchedDocument>> MatchDocuments(const Index& index, const Query& query,
                                                            LocalMinute now,
                                                            const text::Synonyms* synonyms) {
  ASSIGN_OR_RETURN(const ResolvedQuery resolved, Resolve(index, query, now, synonyms));
  std::vector<PlannedFilter> filters = MakeFilters(index, resolved);
  std::ranges::stable_sort(filters, {}, &PlannedFilter::cost);
  std::vector<MatchedDocument> matched;
  DocBlock block;
  const std::uint32_t size = index.documents().size();
  for (std::uint32_t next = 0; next < size;) {
    block.count = 0;
    next += block.AddRun(DocId(next), size - next);
    for (PlannedFilter& filter : filters) Keep(filter, block);
    for (DocId doc : block.view()) matched.push_back({doc, DistanceOf(index, resolved, doc)});
  }
  return matched;
}

}  // namespace waypost::query
