#pragma once

// A Query back to the parameters that ask it, for links: the inverse of ParseQuery.
//
//   ASSIGN_OR_RETURN(const Query query, ParseQuery({{"day", "TU,MO"}, {"q", "lunch"}}));
//   FormatQuery(query)   // {"day", "MO,TU"}, {"q", "lunch"}
//
// One parameter for every condition, ascending by name, those with their default value left out;
// closed lists in one value with commas. ParseQuery(FormatQuery(query)) == query.

#include <vector>

#include "engine/query/parse_query.h"
#include "engine/query/query.h"

namespace waypost::query {

std::vector<Parameter> FormatQuery(const Query& query);

// "3mi", "800m": what ParseWithin reads as the same radius.
std::string FormatWithin(const Within& within);

// "90d", "3m".
std::string FormatAgeOfCheck(const Age& age);

std::string_view NameOf(Sort sort);
std::string_view NameOf(TimeMatch match);

}  // namespace waypost::query
