#include "engine/geo/lat_lng.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "tests/support/random_seed.h"

namespace waypost {
namespace {

LatLng At(double lat, double lon) { return LatLng::FromDegrees(lat, lon).value(); }

LatLng RandomPoint(std::mt19937_64& random) {
  return LatLng::FromE7(
      static_cast<std::int32_t>(testing::RandomWithin(random, -900'000'000, 900'000'000)),
      static_cast<std::int32_t>(testing::RandomWithin(random, -1'800'000'000, 1'800'000'000)));
}

TEST(LatLng, RoundsDegreesOnTheWayIn) {
  const LatLng p = At(51.45450004, -2.58790006);
  EXPECT_EQ(p.lat_e7(), 514545000);
  EXPECT_EQ(p.lon_e7(), -25879001);
  EXPECT_EQ(At(51.4545, -2.5879), LatLng::FromE7(514545000, -25879000));
  EXPECT_EQ(At(90, 180).lon_e7(), 1'800'000'000);
}

TEST(LatLng, RefusesWhatIsNotOnTheGlobe) {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  for (const auto& [lat, lon] : {std::pair(90.1, 0.0), std::pair(-91.0, 0.0), std::pair(0.0, 180.1),
                                 std::pair(0.0, -1e300), std::pair(kNan, 0.0), std::pair(0.0, kNan),
                                 std::pair(kInfinity, 0.0), std::pair(0.0, -kInfinity)}) {
    EXPECT_EQ(LatLng::FromDegrees(lat, lon), std::nullopt) << lat << " " << lon;
  }
}

TEST(LatLng, KnowsNullIsland) {
  EXPECT_TRUE(LatLng().IsNullIsland());
  EXPECT_FALSE(At(0, 0.0000001).IsNullIsland());
}

// On a sphere of 6,371,008.8 m a degree of a great circle is pi R / 180 = 111,195.0797 m.
TEST(HaversineDistance, IsRightWhereGeometryGivesTheAnswer) {
  EXPECT_EQ(HaversineDistance(At(0, 0), At(0, 1)), Millimetres(111'195'080));
  EXPECT_EQ(HaversineDistance(At(50, 7), At(51, 7)), Millimetres(111'195'080));
  EXPECT_EQ(HaversineDistance(At(0, 0), At(0, 180)), Millimetres(20'015'114'442));
  EXPECT_EQ(HaversineDistance(At(90, 0), At(-90, 77)), Millimetres(20'015'114'442));
  EXPECT_EQ(HaversineDistance(At(90, 12), At(90, -100)), Millimetres(0));
  EXPECT_EQ(HaversineDistance(At(10, 180), At(10, -180)), Millimetres(0));
}

// London to Paris, in Python: 2 * 6371008.8 * asin(sqrt(h)) of the two rounded points.
TEST(HaversineDistance, IsRightBetweenCities) {
  EXPECT_EQ(HaversineDistance(At(51.5007, -0.1246), At(48.8584, 2.2945)), Millimetres(340'539'390));
  EXPECT_EQ(HaversineDistance(At(51.4545, -2.5879), At(51.4816, -3.1791)), Millimetres(41'062'486));
}

TEST(HaversineDistance, IsSymmetricAndZeroOnlyForOnePlace) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int i = 0; i < 20000; ++i) {
    const LatLng a = RandomPoint(random);
    const LatLng b = RandomPoint(random);
    const Millimetres d = HaversineDistance(a, b);
    ASSERT_EQ(d, HaversineDistance(b, a));
    ASSERT_GE(d, Millimetres(0));
    ASSERT_LE(d, Millimetres(20'015'114'443));
    ASSERT_EQ(HaversineDistance(a, a), Millimetres(0));
  }
}

TEST(HaversineDistance, ObeysTheTriangleInequality) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int i = 0; i < 20000; ++i) {
    const LatLng a = RandomPoint(random);
    const LatLng b = RandomPoint(random);
    const LatLng c = RandomPoint(random);
    // Near the far side of the globe the formula itself is off by decimetres.
    ASSERT_LE(HaversineDistance(a, c).value(),
              HaversineDistance(a, b).value() + HaversineDistance(b, c).value() + 500);
  }
}

// The law of cosines is another way to the same number, good for distances that are not small.
TEST(HaversineDistance, AgreesWithTheLawOfCosines) {
  std::mt19937_64 random = testing::MakeRandom();
  const auto radians = [](std::int32_t e7) { return e7 * std::numbers::pi / 180e7; };
  for (int i = 0; i < 20000; ++i) {
    const LatLng a = RandomPoint(random);
    const LatLng b = RandomPoint(random);
    const double cosine = std::sin(radians(a.lat_e7())) * std::sin(radians(b.lat_e7())) +
                          std::cos(radians(a.lat_e7())) * std::cos(radians(b.lat_e7())) *
                              std::cos(radians(a.lon_e7()) - radians(b.lon_e7()));
    if (std::abs(cosine) > 0.9999) continue;
    const double metres = kEarthRadiusMetres * std::acos(cosine);
    ASSERT_NEAR(static_cast<double>(HaversineDistance(a, b).value()), metres * 1000, 1.0);
  }
}

}  // namespace
}  // namespace waypost
