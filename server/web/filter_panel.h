#pragma once

// The filters beside the results, with how many services each choice would leave.

#include <string_view>
#include <vector>

#include "engine/query/result.h"
#include "server/web/page_data.h"
#include "server/web/page_links.h"
#include "server/web/site.h"

namespace waypost::server {

// What a results page counts by.
std::vector<query::Facet> FacetsOfFilters();

// The data of templates/filters.mustache. `result` has those facets. `unread_age` is what its field
// was filled in with and is no age; "" where there is no such mistake.
PageData FilterPanel(const Site& site, const PageLinks& links, const query::Result& result,
                     std::string_view unread_age);

}  // namespace waypost::server
