#include "index_builder/sources/reference/area_outline.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace waypost::sources {
namespace {

// True when a ray from the point to the east crosses the ring an odd number of times.
bool RingContains(const std::vector<LatLng>& ring, LatLng point) {
  bool inside = false;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const LatLng a = ring[i - 1];
    const LatLng b = ring[i];
    if ((a.lat_e7() > point.lat_e7()) == (b.lat_e7() > point.lat_e7())) continue;
    // Whole numbers below 2^31: the products are exact in 64 bits, so no rounding decides.
    const std::int64_t rise = std::int64_t{b.lat_e7()} - a.lat_e7();
    const std::int64_t left = (std::int64_t{point.lon_e7()} - a.lon_e7()) * rise;
    const std::int64_t right =
        (std::int64_t{b.lon_e7()} - a.lon_e7()) * (std::int64_t{point.lat_e7()} - a.lat_e7());
    if (rise > 0 ? left < right : left > right) inside = !inside;
  }
  return inside;
}

}  // namespace

bool PolygonContains(const record::Polygon& polygon, LatLng point) {
  if (!RingContains(polygon.outer, point)) return false;
  return std::none_of(polygon.holes.begin(), polygon.holes.end(),
                      [&](const auto& hole) { return RingContains(hole, point); });
}

AuthorityOutlines::AuthorityOutlines(const std::vector<record::Area>& areas) {
  for (const record::Area& area : areas) {
    if (area.kind != record::AreaKind::kAuthority) continue;
    for (const record::Polygon& polygon : area.polygons) {
      if (polygon.outer.empty()) continue;
      std::int32_t south = INT32_MAX, west = INT32_MAX, north = INT32_MIN, east = INT32_MIN;
      for (const LatLng point : polygon.outer) {
        south = std::min(south, point.lat_e7());
        north = std::max(north, point.lat_e7());
        west = std::min(west, point.lon_e7());
        east = std::max(east, point.lon_e7());
      }
      parts_.push_back({LatLng::FromE7(south, west), LatLng::FromE7(north, east), &polygon, &area});
    }
  }
}

const record::Area* AuthorityOutlines::Find(LatLng point) const {
  for (const Part& part : parts_) {
    const bool in_box =
        point.lat_e7() >= part.south_west.lat_e7() && point.lat_e7() <= part.north_east.lat_e7() &&
        point.lon_e7() >= part.south_west.lon_e7() && point.lon_e7() <= part.north_east.lon_e7();
    if (in_box && PolygonContains(*part.polygon, point)) return part.area;
  }
  return nullptr;
}

}  // namespace waypost::sources
