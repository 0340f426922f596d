#pragma once

// One list of places from several files.
//
// OS Open Names says what a place is and which authority it lies in; GeoNames knows its population.
// A GeoNames place and an OS place that share a name and lie within kSamePlace of each other are
// one place: position and kind from OS, population and spellings from GeoNames. Waypost's own list
// (which is such a merge already) fills in where neither file has the place.
//
// A place with city status is a city, however many or few live there: the list of the United
// Kingdom's cities is in place_cities.cc. So "Sheffield" is the city before the Cornish village,
// and of the many Newports the Welsh one comes first.
//
// The result is ascending by name, then kind, then population (greatest first), then position: the
// same whatever the order of rows, and unique.

#include <vector>

#include "engine/core/units.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/sources/reference/authority_list.h"
#include "index_builder/sources/reference/place_file.h"
#include "index_builder/sources/reference/postcode_groups.h"

namespace waypost::sources {

// The centre of a city in one list is up to a few kilometres from that in another; villages of the
// same name are farther apart than that.
inline constexpr Metres kSamePlace{5000};

std::vector<record::Place> MergePlaces(std::vector<PlaceTable> tables);

// Gives a place without authority (GeoNames states none) the one of the postcode sectors around it:
// of the nearest few, the authority called like the place, else the most frequent. Then states
// county, region and nation from the authority wherever it is known. `sectors` as in
// PostcodeGroups.
void CompletePlaces(const std::vector<PostcodeGroupRow>& sectors, const AuthorityList& authorities,
                    std::vector<record::Place>& places);

// True for a place with city status: by its name and the nation it lies in ("Newport", "Wales").
bool HasCityStatus(std::string_view name, std::string_view nation);

}  // namespace waypost::sources
