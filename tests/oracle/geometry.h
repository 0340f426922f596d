#pragma once

// Plane geometry on whole 1e-7 degrees, in exact integer arithmetic: the obvious algorithms.

#include <string_view>
#include <vector>

#include "engine/geo/lat_lng.h"
#include "index_builder/record/gazetteer.h"

namespace waypost::oracle {

// True when `point` is inside the polygon or on its border (a hole's border included). O(edges).
bool Covers(const record::Polygon& polygon, LatLng point);
bool Covers(const std::vector<record::Polygon>& polygons, LatLng point);

// True when the polygons share a point. O(edges * edges).
bool Intersect(const std::vector<record::Polygon>& a, const std::vector<record::Polygon>& b);

// Reads the coordinates of a GeoJSON Polygon or MultiPolygon; empty when there are none to be read.
// Knows just the form that the worlds of these tests write.
std::vector<record::Polygon> ReadGeoJson(std::string_view text);

}  // namespace waypost::oracle
