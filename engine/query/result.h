#pragma once

// What came out of a query: exact totals, the page of hits, facet counts.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/ids.h"
#include "engine/core/units.h"
#include "engine/query/filters/doc_filter.h"
#include "engine/query/resolved_query.h"

namespace waypost::query {

// The parts of a relevance score, in the order in which they are added.
struct ScoreParts {
  double text = 0, term = 0, distance = 0, fresh = 0, rich = 0;
  double Sum() const { return text + term + distance + fresh + rich; }
};

// A service at its best document.
struct Hit {
  DocId doc;
  bool certain = false;
  std::optional<Millimetres> distance;  // `place` in reach and P known
  std::vector<FilterKind> not_stated;   // filters that could not say yes
  ScoreParts score;                     // when the order is relevance
  double bm25 = 0;                      // what its part `text` is made from
};

struct FacetValue {
  std::string id;
  std::string label;
  std::uint64_t count = 0;
};

struct FacetCounts {
  Facet facet = Facet::kServiceType;
  std::vector<FacetValue> values;
  std::uint64_t not_stated = 0;
};

struct Result {
  ResolvedQuery resolved;
  std::uint64_t total = 0;
  std::uint64_t total_certain = 0;
  std::vector<Hit> hits;            // of the asked page
  std::vector<FacetCounts> facets;  // in the order asked
};

}  // namespace waypost::query
