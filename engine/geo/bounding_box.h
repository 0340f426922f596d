#pragma once

// A box in latitude and longitude with whole 1e-7 degree corners, both ends inclusive.
//
//   BoundingBox box = BoundingBox::Of(points);
//   if (box.Contains(p)) ...
//
// A box never crosses the 180th meridian: west <= east always. What crosses it is two boxes.
// Trivially copyable without padding: a column element.

#include <algorithm>
#include <cstdint>
#include <span>

#include "engine/geo/lat_lng.h"

namespace waypost {

struct BoundingBox {
  // South-west and north-east corners. The default is empty and contains nothing.
  LatLng south_west = LatLng::FromE7(900'000'000, 1'800'000'000);
  LatLng north_east = LatLng::FromE7(-900'000'000, -1'800'000'000);

  // The smallest box around the points; empty for no points.
  static BoundingBox Of(std::span<const LatLng> points) {
    BoundingBox box;
    for (const LatLng p : points) box.Add(p);
    return box;
  }

  bool empty() const {
    return south_west.lat_e7() > north_east.lat_e7() || south_west.lon_e7() > north_east.lon_e7();
  }
  bool Contains(LatLng p) const {
    return p.lat_e7() >= south_west.lat_e7() && p.lat_e7() <= north_east.lat_e7() &&
           p.lon_e7() >= south_west.lon_e7() && p.lon_e7() <= north_east.lon_e7();
  }
  bool Intersects(const BoundingBox& other) const {
    return south_west.lat_e7() <= other.north_east.lat_e7() &&
           other.south_west.lat_e7() <= north_east.lat_e7() &&
           south_west.lon_e7() <= other.north_east.lon_e7() &&
           other.south_west.lon_e7() <= north_east.lon_e7();
  }
  void Add(LatLng p) {
    south_west = LatLng::FromE7(std::min(south_west.lat_e7(), p.lat_e7()),
                                std::min(south_west.lon_e7(), p.lon_e7()));
    north_east = LatLng::FromE7(std::max(north_east.lat_e7(), p.lat_e7()),
                                std::max(north_east.lon_e7(), p.lon_e7()));
  }

  friend constexpr bool operator==(const BoundingBox&, const BoundingBox&) = default;
};

static_assert(sizeof(BoundingBox) == 16);

}  // namespace waypost
