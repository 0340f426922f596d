#pragma once

// Place names of one file, in the layouts that are published:
//
//   OS Open Names   the product's headerless CSVs (its zip or folder of tiles), or a CSV with a
//   header:
//                   name1, name2, local_type, lat, lon, district_borough, county_unitary, ...
//   GeoNames        cities15000.txt and its like (tab-separated, no header), or a CSV with a
//   header:
//                   geonameid, name, ..., feature_code, population
//   Waypost         "name,other_names,kind,lat,lon,population,authority" (data/places/places.csv)
//
// Only populated places in the United Kingdom are kept. A row without a name or a position is
// reported and left out. The English name comes first where a place has names in two languages; the
// other one stands in other_names. Of the many spellings that GeoNames knows, those are kept that
// share letters with the name ("Newcastle" of "Newcastle upon Tyne") and, in Wales, those in plain
// letters.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/problem.h"
#include "index_builder/sources/reference/authority_list.h"

namespace waypost::sources {

enum class PlaceOrigin : std::uint8_t { kOsOpenNames, kGeoNames, kWaypost };

struct PlaceTable {
  PlaceOrigin origin = PlaceOrigin::kOsOpenNames;
  std::vector<record::Place> places;  // in file order
};

// Errors: NotFound no such file; InvalidArgument a file of none of the layouts, and what CsvReader
// says.
absl::StatusOr<PlaceTable> ReadPlaceFile(const std::string& path, const AuthorityList& authorities,
                                         record::ProblemSink& sink);
absl::StatusOr<PlaceTable> ReadPlaceText(std::string name, std::string text,
                                         const AuthorityList& authorities,
                                         record::ProblemSink& sink);

// "city", "town", ...: the words of the Waypost layout.
std::string_view NameOfPlaceKind(record::PlaceKind kind);

}  // namespace waypost::sources
