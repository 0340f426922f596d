#pragma once

// A query as a person would type it, for the reports of failed comparisons.

#include <string>
#include <string_view>

#include "engine/query/query.h"

namespace waypost::oracle {

// "q=food near=QA1 1AB within=800m day=MO,TU sort=name page=2". Distances in metres to the
// millimetre.
std::string QueryText(const query::Query& query);

// "2026-11-21T14:05", with "(second pass)" or "+60" (minutes) where it has that.
std::string MinuteText(const query::LocalMinute& minute);
std::string MinuteText(const query::StatedMinute& minute);

// "14:05".
std::string ClockText(MinuteOfDay time);

// The API's name of a facet, kept here so that the oracle links none of the engine's query folder.
std::string_view FacetName(query::Facet facet);

}  // namespace waypost::oracle
