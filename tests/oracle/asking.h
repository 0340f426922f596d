#pragma once

// Asks the scan about a small directory and writes the answer in one line, to stand beside the
// answer worked out by hand.

#include <string>
#include <vector>

#include "engine/query/query.h"
#include "index_builder/record/directory.h"

namespace waypost::oracle {

// "a b?" for the services a (certain) and b (possible) on the page, in order; "error" for an error.
// The clock stands at noon of 2026-11-21, a Saturday.
std::string Ask(const record::Directory& directory, const query::Query& query);
// The same about SmallDirectory(services).
std::string Ask(const std::vector<record::Service>& services, const query::Query& query);

// The counts of the only facet asked for: "pl:2 en:1 | 3" with the number not stated at the end.
std::string AskFacet(const std::vector<record::Service>& services, query::Query query,
                     query::Facet facet);

// `near` as ParseNear would read it.
query::Near NearText(const std::string& text);
query::Near NearPoint(double lat, double lon);
query::Within WithinMetres(double metres);

}  // namespace waypost::oracle
