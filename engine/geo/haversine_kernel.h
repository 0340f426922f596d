#pragma once

// The haversines of many points at once, by short polynomials: the inner loop of CircleFilter.

#include <cstddef>
#include <cstdint>

#include "engine/geo/lat_lng.h"

namespace waypost {

// Where is measured from, and the farthest that the polynomials are asked, in 1e-7 degrees.
struct HaversineCentre {
  LatLng point;
  double cos_lat;
  double sin_lat;
  std::int32_t most_dlat_e7;
  std::int32_t most_dlon_e7;
};

// haversines[i] becomes sin^2(dlat / 2) + cos(lat) cos(lat_i) sin^2(dlon / 2), off by less than
// 1e-13 of its value. Farther away than the centre says, a point is measured as if it were just so
// far in that direction. REQUIRES: the most are at most 56,000,000 (5.6 degrees), and all latitudes
// that they reach lie between -88 and 88 degrees.
void MeasureHaversines(const HaversineCentre& centre, const LatLng* points, std::size_t count,
                       double* haversines);

// The same, always one point after the other: bytes for bytes the oracle of the above.
void MeasureHaversinesPlainly(const HaversineCentre& centre, const LatLng* points,
                              std::size_t count, double* haversines);

}  // namespace waypost
