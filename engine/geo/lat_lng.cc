#include "engine/geo/lat_lng.h"

#include <algorithm>
#include <cmath>

namespace waypost {

std::optional<LatLng> LatLng::FromDegrees(double lat_degrees, double lon_degrees) {
  // Written so that a NaN fails the test too.
  if (!(std::abs(lat_degrees) <= 90.0) || !(std::abs(lon_degrees) <= 180.0)) return std::nullopt;
  return FromE7(static_cast<std::int32_t>(std::lround(lat_degrees * 1e7)),
                static_cast<std::int32_t>(std::lround(lon_degrees * 1e7)));
}

Millimetres HaversineDistance(LatLng a, LatLng b) {
  const double lat_a = a.lat_e7() * kRadiansPerE7;
  const double lat_b = b.lat_e7() * kRadiansPerE7;
  // Differences are taken on the integers, where they are exact.
  const double half_dlat = (static_cast<double>(b.lat_e7()) - a.lat_e7()) * kRadiansPerE7 / 2;
  const double half_dlon = (static_cast<double>(b.lon_e7()) - a.lon_e7()) * kRadiansPerE7 / 2;
  const double sin_lat = std::sin(half_dlat);
  const double sin_lon = std::sin(half_dlon);
  const double h = sin_lat * sin_lat + std::cos(lat_a) * std::cos(lat_b) * sin_lon * sin_lon;
  const double metres = 2 * kEarthRadiusMetres * std::asin(std::sqrt(std::min(1.0, h)));
  return Metres(metres).ToMillimetres();
}

}  // namespace waypost
