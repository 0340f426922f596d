#pragma once

// Facet counts: for each value, the services for which a filter with just that value would be yes.

#include "tests/oracle/answer.h"
#include "tests/oracle/scan.h"

namespace waypost::oracle {

FacetCounts CountFacet(const Examination& examination, query::Facet facet);

}  // namespace waypost::oracle
