#pragma once

// Random points and boxes for the property tests of this folder: most where it is easy, enough
// where it is not (poles, the 180th meridian, one place many times).

#include <algorithm>
#include <cstdint>
#include <random>

#include "engine/geo/bounding_box.h"
#include "engine/geo/lat_lng.h"
#include "tests/support/random_seed.h"

namespace waypost::testing {

inline LatLng Clamped(std::int64_t lat_e7, std::int64_t lon_e7) {
  return LatLng::FromE7(
      static_cast<std::int32_t>(std::clamp<std::int64_t>(lat_e7, -900'000'000, 900'000'000)),
      static_cast<std::int32_t>(std::clamp<std::int64_t>(lon_e7, -1'800'000'000, 1'800'000'000)));
}

// A point in one of the kinds of region above.
inline LatLng AwkwardPoint(std::mt19937_64& random) {
  const auto within = [&](std::int64_t low, std::int64_t high) {
    return RandomWithin(random, low, high);
  };
  switch (random() % 6) {
    case 0:  // anywhere
      return Clamped(within(-900'000'000, 900'000'000), within(-1'800'000'000, 1'800'000'000));
    case 1:  // near a pole
      return Clamped((random() % 2 == 0 ? 1 : -1) * within(895'000'000, 900'000'200),
                     within(-1'800'000'000, 1'800'000'000));
    case 2:  // near the 180th meridian
      return Clamped(within(-900'000'000, 900'000'000),
                     (random() % 2 == 0 ? 1 : -1) * within(1'795'000'000, 1'800'000'200));
    case 3:  // one of a few places
      return Clamped(514'545'000 + within(0, 3), -25'879'000 + within(0, 3));
    default:  // Great Britain
      return Clamped(within(500'000'000, 590'000'000), within(-80'000'000, 20'000'000));
  }
}

// A point within about `reach` 1e-7 degrees of `p`; may cross to the other side of the world.
inline LatLng PointNear(std::mt19937_64& random, LatLng p, std::int64_t reach) {
  std::int64_t lon = p.lon_e7() + RandomWithin(random, -reach, reach);
  if (lon > 1'800'000'000) lon -= 3'600'000'000;
  if (lon < -1'800'000'000) lon += 3'600'000'000;
  return Clamped(p.lat_e7() + RandomWithin(random, -reach, reach), lon);
}

inline BoundingBox AwkwardBox(std::mt19937_64& random) {
  const LatLng corner = AwkwardPoint(random);
  const std::int64_t reach = std::int64_t{1} << (random() % 30);
  BoundingBox box;
  box.Add(corner);
  box.Add(Clamped(corner.lat_e7() + RandomWithin(random, 0, reach),
                  corner.lon_e7() + RandomWithin(random, 0, reach)));
  return box;
}

// From a millimetre to more than half the globe, as often small as large.
inline Millimetres AwkwardRadius(std::mt19937_64& random) {
  if (random() % 20 == 0) return Millimetres(0);
  return Millimetres(RandomWithin(random, 0, std::int64_t{1} << (random() % 36)));
}

}  // namespace waypost::testing
