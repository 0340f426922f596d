#pragma once

// Which authority a point lies in, by outlines, for reference data that does not say.
//
// Documents are located by engine/geo, with an index over all areas; this is for the few thousand
// postcodes (Northern Ireland) and places of files that state no authority. Even-odd rule on
// longitude and latitude as plane coordinates, which for outlines of this size is what GeoJSON
// means. A point on an edge may count as inside or outside, but always the same way.

#include <vector>

#include "engine/geo/lat_lng.h"
#include "index_builder/record/gazetteer.h"

namespace waypost::sources {

// O(points of the polygon).
bool PolygonContains(const record::Polygon& polygon, LatLng point);

class AuthorityOutlines {
 public:
  // Keeps pointers to those of `areas` that are authorities with an outline: `areas` must outlive
  // this and stay as it is.
  explicit AuthorityOutlines(const std::vector<record::Area>& areas);

  // The first authority by code that contains the point; nullptr when none does. O(areas) box
  // tests.
  const record::Area* Find(LatLng point) const;

 private:
  struct Part {
    LatLng south_west, north_east;
    const record::Polygon* polygon;
    const record::Area* area;
  };
  std::vector<Part> parts_;  // in the order of the areas
};

}  // namespace waypost::sources
