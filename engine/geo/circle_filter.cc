#include "engine/geo/circle_filter.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace waypost {
namespace {

// The polynomials hold to 1e-15 up to this angle (2.8 degrees), and cosines of latitudes up to 85
// degrees are far enough from 0 for small relative errors. Everything else goes the exact way.
constexpr std::int64_t kSmallE7 = 28'000'000;
constexpr std::int32_t kHighLatE7 = 850'000'000 - 28'000'000;

// sin^2(x) for |x| < 0.0245: the next term is below 2e-17 of the value.
double SinSquared(double x) {
  const double xx = x * x;
  return xx * (1 + xx * (-1.0 / 3 + xx * (2.0 / 45 - xx / 315)));
}

// cos(a + d) from cos(a) and sin(a) for |d| < 0.049: off by less than 1e-15.
double CosOfSum(double cos_a, double sin_a, double d) {
  const double dd = d * d;
  const double cos_d = 1 + dd * (-1.0 / 2 + dd * (1.0 / 24 - dd / 720));
  const double sin_d = d * (1 + dd * (-1.0 / 6 + dd * (1.0 / 120 - dd / 5040)));
  return cos_a * cos_d - sin_a * sin_d;
}

}  // namespace

// A distance of m millimetres counts as within r when m < r + 0.5 (rounding half away from zero).
// The h of that edge is known to 1e-15, those of the cheap test and of HaversineDistance to 1e-13
// of their value; 1e-11 leaves room and makes the undecided ring far thinner than a millimetre.
CircleFilter::CircleFilter(LatLng centre, Millimetres radius)
    : centre_(centre),
      radius_(radius),
      cos_lat_(std::cos(centre.lat_e7() * kRadiansPerE7)),
      sin_lat_(std::sin(centre.lat_e7() * kRadiansPerE7)),
      is_polynomial_(std::abs(centre.lat_e7()) <= kHighLatE7) {
  const double angle = (static_cast<double>(radius.value()) + 0.5) / 1000 / kEarthRadiusMetres;
  const double sine = std::sin(std::clamp(angle / 2, 0.0, std::numbers::pi / 2));
  const double edge = sine * sine;
  surely_inside_ = edge * (1 - 1e-11);
  surely_outside_ = edge * (1 + 1e-11);
}

bool CircleFilter::ContainsExactly(LatLng point) const {
  return HaversineDistance(centre_, point) <= radius_;
}

bool CircleFilter::Contains(LatLng point) const {
  const std::int64_t dlat = std::int64_t{point.lat_e7()} - centre_.lat_e7();
  const std::int64_t dlon = std::int64_t{point.lon_e7()} - centre_.lon_e7();
  if (!is_polynomial_ || std::max(std::abs(dlat), std::abs(dlon)) > kSmallE7) {
    return ContainsExactly(point);
  }
  const double lat = static_cast<double>(dlat) * kRadiansPerE7;
  const double lon = static_cast<double>(dlon) * kRadiansPerE7;
  const double h =
      SinSquared(lat / 2) + cos_lat_ * CosOfSum(cos_lat_, sin_lat_, lat) * SinSquared(lon / 2);
  if (h < surely_inside_) return true;
  if (h > surely_outside_) return false;
  return ContainsExactly(point);
}

std::size_t CircleFilter::KeepWithin(std::span<const LatLng> points, std::uint32_t first,
                                     std::span<std::uint32_t> kept) const {
  assert(kept.size() >= points.size());
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    kept[count] = first + i;  // no branch: about half the points of an edge tile are kept
    count += Contains(points[i]) ? 1 : 0;
  }
  return count;
}

std::size_t CircleFilter::KeepWithin(std::span<const LatLng> points,
                                     std::span<std::uint32_t> block) const {
  std::size_t count = 0;
  for (const std::uint32_t i : block) {
    block[count] = i;
    count += Contains(points[i]) ? 1 : 0;
  }
  return count;
}

std::size_t CircleFilter::KeepWithinPlainly(std::span<const LatLng> points, std::uint32_t first,
                                            std::span<std::uint32_t> kept) const {
  assert(kept.size() >= points.size());
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    if (ContainsExactly(points[i])) kept[count++] = first + i;
  }
  return count;
}

}  // namespace waypost
