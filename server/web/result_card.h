#pragma once

// A service in a list of results: who, why, where, when, what it costs, and what is not known.

#include <cstdint>
#include <string>

#include "engine/query/result.h"
#include "server/web/page_data.h"
#include "server/web/page_links.h"
#include "server/web/site.h"

namespace waypost::server {

// The data of templates/card.mustache. `number` is its place in the list, from 1.
PageData ResultCard(const Site& site, const PageLinks& links, const query::Result& result,
                    const query::Hit& hit, std::uint64_t number);

// What a map shows of the hits: GeoJSON points with numbers as in the list. Confidential places,
// those without a point, and offices where nobody goes for the help, are not on it. "" when none
// is.
std::string MapPoints(const Site& site, const query::Result& result, std::uint64_t first_number);

// "Checked 12 May 2026, says Riverbank Council", "Not checked since 2023", or that no date is
// stated.
std::string CheckedText(const Site& site, const InterfaceText& text, DocId doc);

// "/services/ID" with the question, so that the page leads back to the results; without it where
// that must leave no trace: then it says only that the page is to be left at once if need be.
std::string ServiceAddress(const Site& site, const PageLinks& links, const query::Query& query,
                           ServiceOrdinal service);

}  // namespace waypost::server
