#pragma once

// How a question will be run: which documents are looked at, which filters they pass and in which
// order, which facets are counted.

#include <memory>
#include <vector>

#include "engine/query/collectors/facet_tally.h"
#include "engine/query/collectors/facet_values.h"
#include "engine/query/doc_window.h"
#include "engine/query/filters/doc_filter.h"
#include "engine/query/producers/candidates.h"
#include "engine/query/resolved_query.h"

namespace waypost::query {

struct PlannedFacet {
  Facet facet = Facet::kServiceType;
  std::unique_ptr<FacetValues> values;
  std::unique_ptr<FacetTally> tally;
  // 1 + the number of its own filter among the set-aside ones; 0 when it has none.
  std::uint8_t own_filter = 0;
};

struct QueryPlan {
  // Documents that are decided without filters, and some that are not; nullptr: none. What it
  // produces, `producer` does not.
  std::unique_ptr<WindowProducer> windows;
  // Of what the windows decide, documents in none of these are left out; empty: none is.
  std::vector<const DocSet*> of_windows;
  // Numbers of the filters that what the windows decide has yet to pass.
  std::vector<std::size_t> asked_of_windows;
  std::unique_ptr<DocProducer> producer;
  std::vector<PlannedFilter> filters;    // cheapest first
  std::vector<PlannedFilter> set_aside;  // filters that some facet leaves out
  std::vector<PlannedFacet> facets;
};

// REQUIRES: `index` and `resolved` outlive the plan.
QueryPlan MakePlan(const Index& index, const ResolvedQuery& resolved);

}  // namespace waypost::query
