#pragma once

// Random areas for the tests of polygons, small enough that points often fall on their lines.

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>
#include <vector>

#include "engine/geo/area_polygons.h"
#include "engine/geo/lat_lng.h"
#include "tests/support/random_seed.h"

namespace waypost::testing {

using Ring = std::vector<LatLng>;

inline LatLng SmallPoint(std::mt19937_64& random, std::int32_t size) {
  return LatLng::FromE7(static_cast<std::int32_t>(RandomWithin(random, -size, size)),
                        static_cast<std::int32_t>(RandomWithin(random, -size, size)));
}

// A ring that does not cross itself: corners in order of direction from a centre. May come out with
// repeats or flat when `size` is small.
inline Ring StarRing(std::mt19937_64& random, LatLng centre, std::int32_t size, int corners) {
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    const double reach = static_cast<double>(RandomWithin(random, size / 2, size));
    ring.push_back(LatLng::FromE7(
        centre.lat_e7() + static_cast<std::int32_t>(std::lround(reach * std::sin(angle))),
        centre.lon_e7() + static_cast<std::int32_t>(std::lround(reach * std::cos(angle)))));
  }
  return ring;
}

// Any ring at all, mostly crossing itself.
inline Ring WildRing(std::mt19937_64& random, std::int32_t size, std::size_t corners) {
  Ring ring;
  for (std::size_t i = 0; i < corners; ++i) ring.push_back(SmallPoint(random, size));
  return ring;
}

// Areas of up to three polygons of up to three wild rings; some are empty.
inline AreaPolygons WildAreas(std::mt19937_64& random, int areas, std::int32_t size,
                              std::size_t corners) {
  AreaPolygons polygons;
  for (int a = 0; a < areas; ++a) {
    const auto count = static_cast<std::uint32_t>(random() % 4);
    for (std::uint32_t polygon = 0; polygon < count; ++polygon) {
      for (std::uint64_t r = 0; r < 1 + random() % 3; ++r) {
        polygons.AddRing(polygon, WildRing(random, size, 3 + random() % corners));
      }
    }
    polygons.EndArea();
  }
  return polygons;
}

}  // namespace waypost::testing
