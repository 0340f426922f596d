#include "engine/geo/distance_bound.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/geo/geo_world.h"

namespace waypost {
namespace {

LatLng At(double lat, double lon) { return LatLng::FromDegrees(lat, lon).value(); }

BoundingBox Box(double south, double west, double north, double east) {
  return {.south_west = At(south, west), .north_east = At(north, east)};
}

// A point of the box: a corner, on an edge, or inside.
LatLng PointIn(std::mt19937_64& random, const BoundingBox& box) {
  const auto pick = [&](std::int32_t low, std::int32_t high) {
    const std::uint64_t kind = random() % 4;
    if (kind == 0) return low;
    if (kind == 1) return high;
    return static_cast<std::int32_t>(testing::RandomWithin(random, low, high));
  };
  return LatLng::FromE7(pick(box.south_west.lat_e7(), box.north_east.lat_e7()),
                        pick(box.south_west.lon_e7(), box.north_east.lon_e7()));
}

TEST(DistanceLowerBound, IsZeroInside) {
  EXPECT_EQ(DistanceLowerBound(At(51, -2), Box(50, -3, 52, -1)), Millimetres(0));
  EXPECT_EQ(DistanceLowerBound(At(50, -3), Box(50, -3, 52, -1)), Millimetres(0));
}

TEST(DistanceLowerBound, IsTightStraightNorthAndOnTheEquator) {
  EXPECT_EQ(DistanceLowerBound(At(53, -2), Box(50, -3, 52, -1)).value(), 111'195'080 - 1);
  EXPECT_EQ(DistanceLowerBound(At(0, 3), Box(0, 0, 0, 2)).value(), 111'195'080 - 1);
}

TEST(DistanceLowerBound, GoesTheShortWayRound) {
  EXPECT_EQ(DistanceLowerBound(At(0, 179.5), Box(0, -180, 0, -179.5)).value(),
            HaversineDistance(At(0, 179.5), At(0, 180)).value() - 1);
  EXPECT_EQ(DistanceLowerBound(At(0, 180), Box(0, -180, 0, -179)), Millimetres(0));
}

TEST(DistanceLowerBound, IsNeverMoreThanTheDistanceToAnyPoint) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int i = 0; i < 50000; ++i) {
    const BoundingBox box = testing::AwkwardBox(random);
    const LatLng from = random() % 2 == 0
                            ? testing::AwkwardPoint(random)
                            : testing::PointNear(random, box.south_west, 1 << (random() % 30));
    const Millimetres bound = DistanceLowerBound(from, box);
    for (int j = 0; j < 8; ++j) {
      const LatLng p = PointIn(random, box);
      ASSERT_LE(bound, HaversineDistance(from, p))
          << from.lat_e7() << "," << from.lon_e7() << " to " << p.lat_e7() << "," << p.lon_e7();
    }
  }
}

// Points opposite each other, where one digit of the haversine is decimetres.
TEST(DistanceLowerBound, IsNeverMoreThanTheDistanceAcrossTheGlobe) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int i = 0; i < 50000; ++i) {
    const LatLng from = testing::AwkwardPoint(random);
    const std::int64_t lon = std::int64_t{from.lon_e7()} + 1'800'000'000;
    const LatLng opposite =
        testing::Clamped(-from.lat_e7(), lon > 1'800'000'000 ? lon - 3'600'000'000 : lon);
    const LatLng p = testing::PointNear(random, opposite, 1 << (random() % 12));
    const BoundingBox box{.south_west = p, .north_east = p};
    ASSERT_LE(DistanceLowerBound(from, box), HaversineDistance(from, p));
  }
}

TEST(CircleBoxes, IsOneSmallBoxInBritain) {
  const CircleBoxes around(At(52, -1), Millimetres(10'000'000));
  ASSERT_EQ(around.boxes().size(), 1U);
  const BoundingBox& box = around.boxes()[0];
  EXPECT_NEAR(box.north_east.lat_degrees(), 52 + 10 / 111.195, 1e-4);
  EXPECT_NEAR(box.north_east.lon_degrees(), -1 + 10 / 111.195 / 0.6157, 1e-3);
  EXPECT_NEAR(box.south_west.lon_degrees(), -1 - 10 / 111.195 / 0.6157, 1e-3);
}

TEST(CircleBoxes, IsTwoAcrossTheDateLineAndAllLongitudesAtAPole) {
  EXPECT_EQ(CircleBoxes(At(10, 179.99), Millimetres(10'000'000)).boxes().size(), 2U);
  EXPECT_EQ(CircleBoxes(At(10, -179.99), Millimetres(10'000'000)).boxes().size(), 2U);
  EXPECT_EQ(CircleBoxes(At(10, 180), Millimetres(0)).boxes().size(), 2U);
  const CircleBoxes polar(At(89.99, 5), Millimetres(10'000'000));
  ASSERT_EQ(polar.boxes().size(), 1U);
  EXPECT_EQ(polar.boxes()[0].south_west.lon_e7(), -1'800'000'000);
  EXPECT_EQ(polar.boxes()[0].north_east.lat_e7(), 900'000'000);
  EXPECT_TRUE(CircleBoxes(At(10, 10), Millimetres(-1)).boxes().empty());
}

TEST(CircleBoxes, ContainEveryPointOfTheCircle) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int i = 0; i < 400000; ++i) {
    const LatLng centre = testing::AwkwardPoint(random);
    const LatLng p = random() % 4 == 0 ? testing::AwkwardPoint(random)
                                       : testing::PointNear(random, centre, 1 << (random() % 30));
    // A circle through the point, or a millimetre more.
    const Millimetres radius(HaversineDistance(centre, p).value() +
                             static_cast<std::int64_t>(random() % 2));
    const CircleBoxes around(centre, radius);
    ASSERT_TRUE(
        std::ranges::any_of(around.boxes(), [&](const auto& box) { return box.Contains(p); }))
        << centre.lat_e7() << "," << centre.lon_e7() << " radius " << radius.value() << " point "
        << p.lat_e7() << "," << p.lon_e7();
  }
}

}  // namespace
}  // namespace waypost
