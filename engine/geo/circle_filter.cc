#include "engine/geo/circle_filter.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

#include "engine/geo/distance_bound.h"

namespace waypost {
namespace {

// The polynomials hold to 1e-15 up to this angle (2.8 degrees), and cosines of latitudes up to 85
// degrees are far enough from 0 for small relative errors. Everything else goes the exact way.
constexpr std::int32_t kSmallE7 = 28'000'000;
constexpr std::int32_t kHighLatE7 = 850'000'000 - kSmallE7;
constexpr std::int32_t kAntimeridian = 1'800'000'000;

}  // namespace

// A distance of m millimetres counts as within r when m < r + 0.5 (rounding half away from zero).
// The h of that edge is known to 1e-15, those of the cheap test and of HaversineDistance to 1e-13
// of their value; 1e-11 leaves room and makes the undecided ring far thinner than a millimetre.
CircleFilter::CircleFilter(LatLng centre, Millimetres radius)
    : centre_(centre),
      radius_(radius),
      measured_from_{.point = centre,
                     .cos_lat = std::cos(centre.lat_e7() * kRadiansPerE7),
                     .sin_lat = std::sin(centre.lat_e7() * kRadiansPerE7),
                     .most_dlat_e7 = 0,
                     .most_dlon_e7 = 0} {
  const double angle = (static_cast<double>(radius.value()) + 0.5) / 1000 / kEarthRadiusMetres;
  const double sine = std::sin(std::clamp(angle / 2, 0.0, std::numbers::pi / 2));
  const double edge = sine * sine;
  surely_inside_ = edge * (1 - 1e-11);
  surely_outside_ = edge * (1 + 1e-11);
  SetBox();
}

// From the box around the circle. Where that reaches a pole or the 180th meridian, differences of
// coordinates say nothing and every point is measured exactly.
void CircleFilter::SetBox() {
  const CircleBoxes around(centre_, radius_);
  if (around.boxes().size() != 1) return;
  const BoundingBox& box = around.boxes().front();
  if (box.south_west.lon_e7() <= -kAntimeridian || box.north_east.lon_e7() >= kAntimeridian) return;
  box_ = box;
  if (std::abs(centre_.lat_e7()) > kHighLatE7) return;
  const std::int64_t dlat = std::int64_t{box.north_east.lat_e7()} - centre_.lat_e7();
  const std::int64_t dlon = std::int64_t{box.north_east.lon_e7()} - centre_.lon_e7();
  if (std::max(dlat, dlon) > kSmallE7) return;
  // Twice the box: there the haversine is at least 1.1 times that of the radius, by the latitude
  // alone or, since cos(lat_p) is more than cos(lat) / 4 so far from the poles, by the longitude.
  measured_from_.most_dlat_e7 = static_cast<std::int32_t>(dlat * 2);
  measured_from_.most_dlon_e7 = static_cast<std::int32_t>(dlon * 2);
  is_polynomial_ = true;
}

bool CircleFilter::Decide(double haversine, LatLng point) const {
  if (haversine < surely_inside_) return true;
  if (haversine > surely_outside_) return false;
  return ContainsPlainly(point);
}

bool CircleFilter::ContainsBox(const BoundingBox& box) const {
  if (!is_polynomial_ || box.empty()) return false;
  const LatLng south_west = box.south_west;
  const LatLng north_east = box.north_east;
  const std::array<LatLng, 4> corners = {
      south_west, LatLng::FromE7(south_west.lat_e7(), north_east.lon_e7()),
      LatLng::FromE7(north_east.lat_e7(), south_west.lon_e7()), north_east};
  std::array<std::uint8_t, 4> within;
  Contains(corners, within);
  return (within[0] & within[1] & within[2] & within[3]) != 0;
}

bool CircleFilter::Contains(LatLng point) const {
  if (!is_polynomial_) return ContainsPlainly(point);
  double haversine = 0;
  MeasureHaversinesPlainly(measured_from_, &point, 1, &haversine);
  return Decide(haversine, point);
}

void CircleFilter::Contains(std::span<const LatLng> points, std::span<std::uint8_t> within) const {
  assert(within.size() >= points.size());
  if (!is_polynomial_) {
    for (std::size_t i = 0; i < points.size(); ++i) within[i] = ContainsPlainly(points[i]) ? 1 : 0;
    return;
  }
  constexpr std::size_t kAtOnce = 128;
  std::array<double, kAtOnce> haversines;
  for (std::size_t first = 0; first < points.size(); first += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, points.size() - first);
    MeasureHaversines(measured_from_, points.data() + first, count, haversines.data());
    for (std::size_t i = 0; i < count; ++i) {
      within[first + i] = Decide(haversines[i], points[first + i]) ? 1 : 0;
    }
  }
}

}  // namespace waypost
