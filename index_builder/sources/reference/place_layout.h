#pragma once

// Which columns of a file of place names hold what; see place_file.h for the layouts.

#include <cstddef>
#include <optional>

#include "engine/core/status.h"
#include "index_builder/sources/csv_row.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/reference/place_file.h"

namespace waypost::sources {

struct PlaceLayout {
  using Column = std::optional<std::size_t>;

  PlaceOrigin origin = PlaceOrigin::kOsOpenNames;
  bool has_header = true;
  Column name, other_name;  // OS: NAME1, NAME2
  Column other_lang;        // OS: NAME2_LANG
  Column alternatives;      // GeoNames: alternatenames (","); Waypost: other_names ("|")
  Column type;              // OS: TYPE, absent in extracts; GeoNames: feature class
  Column kind;              // OS: LOCAL_TYPE; GeoNames: feature code; Waypost: kind
  Column lat, lon, easting, northing;
  Column population;
  Column authority;                          // Waypost: GSS code
  Column district, county, region, country;  // names; GeoNames: `country` code and `region` admin1
};

// Looks at the beginning of `stream` and takes nothing from it; nullopt for other files.
absl::StatusOr<std::optional<PlaceLayout>> DetectPlaceLayout(InputStream& stream);

}  // namespace waypost::sources
