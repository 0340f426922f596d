#pragma once

// Where the services of a world are, and which areas they are for.

#include <vector>

#include "index_builder/record/gazetteer.h"
#include "index_builder/record/record.h"
#include "tests/oracle/random.h"

namespace waypost::oracle {

// Locations that several services share, so that distances tie.
std::vector<record::Location> MakeVenues(const record::Gazetteer& gazetteer, Random& random);

// None to five locations; makes some services confidential.
void AddLocations(record::Service& service, const record::Gazetteer& gazetteer,
                  const std::vector<record::Location>& venues, Random& random);

// Areas by polygon, name, code, other name or nothing that resolves; none for most services.
void AddServiceAreas(record::Service& service, const record::Gazetteer& gazetteer, Random& random);

}  // namespace waypost::oracle
