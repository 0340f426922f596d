#include "engine/geo/distance_bound.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace waypost {
namespace {

constexpr std::int64_t kPole = 900'000'000;
constexpr std::int64_t kDateLine = 1'800'000'000;
constexpr std::int64_t kTurn = 2 * kDateLine;

// How far `value` is outside [low, high]; 0 inside.
std::int64_t Gap(std::int64_t value, std::int64_t low, std::int64_t high) {
  return std::max<std::int64_t>({0, low - value, value - high});
}

double Hav(std::int64_t angle_e7) {
  const double sine = std::sin(static_cast<double>(angle_e7) * kRadiansPerE7 / 2);
  return sine * sine;
}

// The longitude gap, whichever way round the globe is shorter.
std::int64_t LongitudeGap(std::int64_t lon, const BoundingBox& box) {
  const std::int64_t west = box.south_west.lon_e7();
  const std::int64_t east = box.north_east.lon_e7();
  return std::min(
      {Gap(lon, west, east), Gap(lon + kTurn, west, east), Gap(lon - kTurn, west, east)});
}

BoundingBox MakeBox(std::int64_t south, std::int64_t west, std::int64_t north, std::int64_t east) {
  const auto at = [](std::int64_t lat, std::int64_t lon) {
    return LatLng::FromE7(static_cast<std::int32_t>(std::clamp(lat, -kPole, kPole)),
                          static_cast<std::int32_t>(std::clamp(lon, -kDateLine, kDateLine)));
  };
  return {.south_west = at(south, west), .north_east = at(north, east)};
}

}  // namespace

Millimetres DistanceLowerBound(LatLng from, const BoundingBox& box) {
  const std::int64_t dlat = Gap(from.lat_e7(), box.south_west.lat_e7(), box.north_east.lat_e7());
  const std::int64_t dlon = LongitudeGap(from.lon_e7(), box);
  if (dlat == 0 && dlon == 0) return Millimetres(0);
  // The cosine bends downward between the poles, so its least value over the box is at an edge.
  const double least_cos = std::min(std::cos(box.south_west.lat_e7() * kRadiansPerE7),
                                    std::cos(box.north_east.lat_e7() * kRadiansPerE7));
  const double h = Hav(dlat) + std::cos(from.lat_e7() * kRadiansPerE7) * least_cos * Hav(dlon);
  // Rounding: near the far side of the globe a last digit of h is decimetres, so h is lowered by
  // more than it can be wrong; elsewhere the millimetre does it.
  const double lowered = std::clamp(h * (1 - 1e-14), 0.0, 1.0);
  const double metres = 2 * kEarthRadiusMetres * std::asin(std::sqrt(lowered));
  return Millimetres(std::max<std::int64_t>(0, static_cast<std::int64_t>(metres * 1000) - 1));
}

// The widest longitudes of a circle are not at its centre's latitude but where meridians touch it:
// sin(dlambda) = sin(theta) / cos(phi).
CircleBoxes::CircleBoxes(LatLng centre, Millimetres radius) {
  if (radius < Millimetres(0)) return;
  // Half a millimetre for the rounding of distances, the rest for that of this computation.
  const double theta =
      (static_cast<double>(radius.value()) + 2) / 1000 / kEarthRadiusMetres * (1 + 1e-12);
  // Beyond half a turn the circle is the globe; keeps the conversion to integers in range.
  const auto reach =
      static_cast<std::int64_t>(std::min(theta, std::numbers::pi) / kRadiansPerE7) + 2;
  const std::int64_t south = centre.lat_e7() - reach;
  const std::int64_t north = centre.lat_e7() + reach;
  const double ratio = std::sin(theta) / std::cos(centre.lat_e7() * kRadiansPerE7);
  if (south <= -kPole || north >= kPole || !(ratio < 1)) {
    boxes_[count_++] = MakeBox(south, -kDateLine, north, kDateLine);
    return;
  }
  const auto width = static_cast<std::int64_t>(std::asin(ratio) / kRadiansPerE7) + 2;
  const std::int64_t west = centre.lon_e7() - width;
  const std::int64_t east = centre.lon_e7() + width;
  boxes_[count_++] = MakeBox(south, west, north, east);
  // The meridians -180 and 180 are one: touching it is crossing it.
  if (west <= -kDateLine) boxes_[count_++] = MakeBox(south, west + kTurn, north, kDateLine);
  if (east >= kDateLine) boxes_[count_++] = MakeBox(south, -kDateLine, north, east - kTurn);
}

}  // namespace waypost
