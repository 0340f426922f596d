#pragma once

// A point on the earth, WGS84, held as whole 1e-7 degrees (about 11 mm).
//
// Coordinates are rounded on the way in, once, so that everything computed from them afterwards is
// computed from the same numbers (libosmium's osm/location.hpp is the model).
//
//   std::optional<LatLng> bristol = LatLng::FromDegrees(51.4545, -2.5879);

#include <compare>
#include <cstdint>
#include <numbers>
#include <optional>

#include "engine/core/units.h"

namespace waypost {

class LatLng {
 public:
  // 0,0: only a placeholder in columns; never a location (see IsNullIsland).
  constexpr LatLng() = default;
  static constexpr LatLng FromE7(std::int32_t lat_e7, std::int32_t lon_e7) {
    LatLng point;
    point.lat_e7_ = lat_e7;
    point.lon_e7_ = lon_e7;
    return point;
  }

  // nullopt when a number is not finite or out of range (latitude -90 to 90, longitude -180 to
  // 180).
  static std::optional<LatLng> FromDegrees(double lat_degrees, double lon_degrees);

  constexpr std::int32_t lat_e7() const { return lat_e7_; }
  constexpr std::int32_t lon_e7() const { return lon_e7_; }
  constexpr double lat_degrees() const { return lat_e7_ / 1e7; }
  constexpr double lon_degrees() const { return lon_e7_ / 1e7; }

  // True for 0,0, which in feeds means "no coordinates".
  constexpr bool IsNullIsland() const { return lat_e7_ == 0 && lon_e7_ == 0; }

  friend constexpr auto operator<=>(LatLng, LatLng) = default;

 private:
  std::int32_t lat_e7_ = 0;
  std::int32_t lon_e7_ = 0;
};

static_assert(sizeof(LatLng) == 8);

// Great-circle distance by the haversine formula on a sphere of the mean earth radius, in whole
// millimetres, half away from zero. Symmetric; 0 for equal points.
//
// Source of the formula: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984).
Millimetres HaversineDistance(LatLng a, LatLng b);

// IUGG mean radius R1.
inline constexpr double kEarthRadiusMetres = 6371008.8;
inline constexpr double kRadiansPerE7 = std::numbers::pi / 180.0 / 1e7;

}  // namespace waypost
