#pragma once

// The filters that ask for dates, and the session by which a document answers one of them.

#include <optional>

#include "engine/hours/date_window.h"
#include "engine/query/filters/doc_filter.h"
#include "engine/query/resolved_query.h"

namespace waypost::query {

// kOn, kOpenAt and kNextDays.
constexpr bool AsksDate(FilterKind kind) {
  return kind == FilterKind::kOn || kind == FilterKind::kOpenAt || kind == FilterKind::kNextDays;
}

// What `kind` asks. REQUIRES: AsksDate(kind), and that the question has that filter.
DateQuestion DateQuestionOf(FilterKind kind, const ResolvedQuery& resolved);

// DateJudge::Found for one document. The same requirement.
std::optional<Occurrence> FoundOccurrence(const Index& index, const ResolvedQuery& resolved,
                                          FilterKind kind, DocId doc);

// The filters for dates that a question has.
std::vector<FilterKind> AskedDates(const Query& query);

}  // namespace waypost::query
