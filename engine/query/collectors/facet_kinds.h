#pragma once

// The kinds of facets, for MakeFacetValues (facet_values.h), which chooses among them.
//
// All borrow the index, and those that look at the question the resolved query too.

#include <memory>

#include "engine/query/collectors/facet_values.h"

namespace waypost::query {

// Values are ids of the index: terms with those above them, languages, organisations, ...
std::unique_ptr<FacetValues> ServiceTypeFacet(const Index& index);
std::unique_ptr<FacetValues> NeedFacet(const Index& index);
std::unique_ptr<FacetValues> LanguageFacet(const Index& index);
std::unique_ptr<FacetValues> OrganisationFacet(const Index& index);
std::unique_ptr<FacetValues> SourceFacet(const Index& index);
std::unique_ptr<FacetValues> AuthorityFacet(const Index& index);

// Values are a short list known beforehand.
std::unique_ptr<FacetValues> DayFacet(const Index& index, const ResolvedQuery& resolved);
std::unique_ptr<FacetValues> TimeOfDayFacet(const Index& index, const ResolvedQuery& resolved);
std::unique_ptr<FacetValues> CostFacet(const Index& index);
std::unique_ptr<FacetValues> AgeBandFacet(const Index& index);
std::unique_ptr<FacetValues> CheckedFacet(const Index& index, const ResolvedQuery& resolved);
// REQUIRES: `facet` is kAccess, kReach or kAccessibility.
std::unique_ptr<FacetValues> ClosedListFacet(Facet facet, const Index& index);

}  // namespace waypost::query
