#pragma once

// The filters of a question, one per condition that it states. They read the index and the resolved
// query, which must outlive them.

#include <cstdint>
#include <vector>

#include "engine/hours/date_window.h"
#include "engine/query/filters/doc_filter.h"
#include "engine/query/resolved_query.h"

namespace waypost::query {

// In no particular order; the planner orders them. Filters that the question does not ask for are
// absent, except `status`, which always holds (and is absent where it refuses no document of the
// index), and `area`, which holds whenever P is known.
std::vector<PlannedFilter> MakeFilters(const Index& index, const ResolvedQuery& resolved);

// Single filters, which facets evaluate for one value at a time.
std::unique_ptr<DocFilter> MakePlaceFilter(const Index& index, const ResolvedQuery& resolved);
std::unique_ptr<DocFilter> MakeAreaFilter(const Index& index, const ResolvedQuery& resolved);
std::unique_ptr<DocFilter> MakeBoundingBoxFilter(const Index& index, const BoundingBox& box);
std::unique_ptr<DocFilter> MakeAuthorityFilter(const Index& index,
                                               const std::vector<AreaId>& authorities);
// What a filter over terms says of documents whose own terms leave it open.
enum class Silence : std::uint8_t {
  kNotStated,           // not stated, whatever is inferred
  kNotStatedIfInferred  // not stated where an inferred type would do, else no
};
std::unique_ptr<DocFilter> MakeTermFilter(const Index& index, const TermSet& terms,
                                          Silence silence = Silence::kNotStated);
std::unique_ptr<DocFilter> MakeExcludeFilter(const Index& index, const TermSet& terms);
std::unique_ptr<DocFilter> MakeWordsFilter(const Index& index, const ResolvedQuery& resolved);
std::unique_ptr<DocFilter> MakeTimeFilter(const Index& index, const Query& query, LocalMinute now);
std::unique_ptr<DocFilter> MakeDateFilter(const Index& index, const DateQuestion& question);

}  // namespace waypost::query
