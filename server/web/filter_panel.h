#pragma once

// The filters beside the results, with how many services each choice would leave.

#include "engine/query/result.h"
#include "server/web/page_data.h"
#include "server/web/page_links.h"
#include "server/web/site.h"

namespace waypost::server {

// What a results page counts by.
std::vector<query::Facet> FacetsOfFilters();

// The data of templates/filters.mustache. `result` has those facets.
PageData FilterPanel(const Site& site, const PageLinks& links, const query::Result& result);

}  // namespace waypost::server
