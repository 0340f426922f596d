#include "engine/geo/circle_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "tests/engine/geo/geo_world.h"
#include "tests/support/random_seed.h"

namespace waypost {
namespace {

using ::testing::ElementsAre;

LatLng At(double lat, double lon) { return LatLng::FromDegrees(lat, lon).value(); }

// The point about `metres` from `centre` in the direction `bearing` (radians from north).
LatLng PointAt(LatLng centre, double metres, double bearing) {
  const double angle = metres / kEarthRadiusMetres;
  const double lat = centre.lat_degrees() * std::numbers::pi / 180;
  const double sin_lat =
      std::sin(lat) * std::cos(angle) + std::cos(lat) * std::sin(angle) * std::cos(bearing);
  const double to_lat = std::asin(std::clamp(sin_lat, -1.0, 1.0));
  const double dlon = std::atan2(std::sin(bearing) * std::sin(angle) * std::cos(lat),
                                 std::cos(angle) - std::sin(lat) * std::sin(to_lat));
  const double lon = std::remainder(centre.lon_degrees() + dlon * 180 / std::numbers::pi, 360.0);
  return At(to_lat * 180 / std::numbers::pi, lon);
}

TEST(CircleFilter, SaysWhichPointsAreWithin) {
  const std::array<LatLng, 4> points = {At(51.45, -2.58), At(53.38, -1.47), At(51.46, -2.60),
                                        At(51.45, -2.58)};
  const CircleFilter circle(At(51.45, -2.58), Millimetres(5'000'000));
  std::array<std::uint8_t, 5> within = {9, 9, 9, 9, 9};
  circle.Contains(points, within);
  EXPECT_THAT(within, ElementsAre(1, 0, 1, 1, 9));
}

TEST(CircleFilter, IsInclusiveToTheMillimetre) {
  const LatLng centre = At(51.4545, -2.5879);
  const LatLng p = At(51.4816, -3.1791);
  const Millimetres exactly = HaversineDistance(centre, p);
  EXPECT_TRUE(CircleFilter(centre, exactly).Contains(p));
  EXPECT_FALSE(CircleFilter(centre, Millimetres(exactly.value() - 1)).Contains(p));
  EXPECT_TRUE(CircleFilter(centre, Millimetres(0)).Contains(centre));
  EXPECT_FALSE(CircleFilter(centre, Millimetres(-1)).Contains(centre));
}

void ExpectAgreement(LatLng centre, Millimetres radius, const std::vector<LatLng>& points) {
  const CircleFilter circle(centre, radius);
  std::vector<std::uint8_t> fast(points.size());
  circle.Contains(points, fast);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool plain = circle.ContainsPlainly(points[i]);
    ASSERT_EQ(fast[i] != 0, plain)
        << centre.lat_e7() << "," << centre.lon_e7() << " radius " << radius.value() << " point "
        << points[i].lat_e7() << "," << points[i].lon_e7();
    ASSERT_EQ(circle.Contains(points[i]), plain);
  }
}

TEST(CircleFilter, AgreesWithThePlainVersionEverywhere) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int i = 0; i < 4000; ++i) {
    const LatLng centre = testing::AwkwardPoint(random);
    std::vector<LatLng> points;
    for (int j = 0; j < 50; ++j) {
      points.push_back(random() % 4 == 0
                           ? testing::AwkwardPoint(random)
                           : testing::PointNear(random, centre, 1 << (random() % 30)));
    }
    ExpectAgreement(centre, testing::AwkwardRadius(random), points);
  }
}

// Points on the edge of the circle, and the radius made to pass within two millimetres of each.
TEST(CircleFilter, AgreesWithThePlainVersionOnTheEdge) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int i = 0; i < 40000; ++i) {
    const LatLng centre = testing::AwkwardPoint(random);
    const double metres = static_cast<double>(std::int64_t{1} << (random() % 25)) *
                          (1 + static_cast<double>(random() % 1000) / 1000);
    const double bearing = static_cast<double>(random() % 6283) / 1000;
    const LatLng p = PointAt(centre, metres, bearing);
    const std::int64_t distance = HaversineDistance(centre, p).value();
    for (std::int64_t off = -2; off <= 2; ++off) {
      ExpectAgreement(centre, Millimetres(distance + off), {p});
    }
  }
}

TEST(MeasureHaversines, IsThePlainVersionToTheBit) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int i = 0; i < 2000; ++i) {
    const LatLng centre = At(50 + static_cast<double>(random() % 9000) / 1000,
                             -5 + static_cast<double>(random() % 7000) / 1000);
    const double lat = centre.lat_e7() * kRadiansPerE7;
    const HaversineCentre from = {centre, std::cos(lat), std::sin(lat),
                                  static_cast<std::int32_t>(random() % 56'000'000),
                                  static_cast<std::int32_t>(random() % 56'000'000)};
    std::vector<LatLng> points(random() % 70);
    for (LatLng& point : points) point = testing::PointNear(random, centre, 1 << (random() % 25));
    std::vector<double> fast(points.size());
    std::vector<double> plain(points.size());
    MeasureHaversines(from, points.data(), points.size(), fast.data());
    MeasureHaversinesPlainly(from, points.data(), points.size(), plain.data());
    ASSERT_EQ(fast, plain);
  }
}

TEST(CircleFilter, ABoxThatItContainsHoldsNothingElse) {
  std::mt19937_64 random = testing::MakeRandom();
  const auto between = [&](double from, double to) {
    return from + (to - from) * static_cast<double>(random() % 1'000'001) / 1e6;
  };
  int contained = 0;
  for (int round = 0; round < 3000; ++round) {
    const LatLng centre = At(between(-88, 88), between(-179, 179));
    const CircleFilter circle(centre,
                              Millimetres(static_cast<std::int64_t>(random() % 400'000'000)));
    const double size = between(0, 2);
    const double south = std::clamp(centre.lat_degrees() + between(-size, size), -89.0, 89.0);
    const double west = std::clamp(centre.lon_degrees() + between(-size, size), -180.0, 180.0);
    const double north = std::min(south + between(0, size), 89.5);
    const double east = std::min(west + between(0, size), 180.0);
    const BoundingBox box{.south_west = At(south, west), .north_east = At(north, east)};
    if (!circle.ContainsBox(box)) continue;
    ++contained;
    for (int i = 0; i < 30; ++i) {
      const LatLng inside = At(between(south, north), between(west, east));
      ASSERT_TRUE(circle.ContainsPlainly(inside)) << "round " << round;
    }
  }
  EXPECT_GT(contained, 300);
}

TEST(CircleFilter, ContainsNoEmptyBox) {
  EXPECT_FALSE(CircleFilter(At(51, -2), Millimetres(1'000'000)).ContainsBox(BoundingBox()));
}

}  // namespace
}  // namespace waypost
