#pragma once

// Why a service does not answer a question.
//
//   ASSIGN_OR_RETURN(WhyNot why, FindWhyNot(index, query, service, now, synonyms));
//   if (why.failed) ... NameOf(*why.failed)    // "day"
//
// Conditions are asked in the order of FilterKind; the one named is the first that no document of
// the service survives which survived those before it. So it is a condition to change first, at the
// venue that came furthest.

#include <optional>

#include "engine/index/index.h"
#include "engine/query/filters/doc_filter.h"
#include "engine/query/resolved_query.h"
#include "engine/text/synonyms.h"

namespace waypost::query {

struct WhyNot {
  ResolvedQuery resolved;
  std::optional<FilterKind> failed;  // nullopt: the service matches
  Fact fact = Fact::kYes;            // what the failed condition says: no, or not stated
  bool certain = false;              // of a service that matches
  DocId doc;                         // the venue that came furthest; the first of several
};

// Errors: those of Resolve. REQUIRES: `service` is of the index.
absl::StatusOr<WhyNot> FindWhyNot(const Index& index, const Query& query, ServiceOrdinal service,
                                  LocalMinute now, const text::Synonyms* synonyms);

}  // namespace waypost::query
