#include "engine/geo/area_polygons.h"

#include <gtest/gtest.h>

#include <boost/geometry.hpp>
#include <vector>

#include "tests/engine/geo/random_areas.h"

namespace waypost {
namespace {

namespace bg = boost::geometry;
using BoostPoint = bg::model::d2::point_xy<double>;
using BoostPolygon = bg::model::polygon<BoostPoint>;

using testing::Ring;

// x, y in units of 1e-7 degree.
constexpr LatLng P(std::int32_t x, std::int32_t y) { return LatLng::FromE7(y, x); }

const Ring kSquare = {P(0, 0), P(10, 0), P(10, 10), P(0, 10)};
const Ring kHole = {P(4, 4), P(4, 6), P(6, 6), P(6, 4), P(4, 4)};  // closed, the other way round

TEST(Covers, IncludesTheBoundary) {
  AreaPolygons areas;
  ASSERT_TRUE(areas.AddRing(0, kSquare));
  areas.EndArea();
  for (const LatLng p : {P(5, 5), P(0, 0), P(10, 10), P(0, 5), P(5, 0), P(10, 5), P(5, 10)}) {
    EXPECT_TRUE(Covers(areas.view(), 0, p)) << p.lon_e7() << "," << p.lat_e7();
  }
  for (const LatLng p : {P(-1, 5), P(11, 5), P(5, -1), P(5, 11), P(-1, 0), P(11, 10), P(-1, 10)}) {
    EXPECT_FALSE(Covers(areas.view(), 0, p)) << p.lon_e7() << "," << p.lat_e7();
  }
}

TEST(Covers, LeavesHolesOutButNotTheirLines) {
  AreaPolygons areas;
  areas.AddRing(0, kSquare);
  areas.AddRing(0, kHole);
  areas.EndArea();
  EXPECT_FALSE(Covers(areas.view(), 0, P(5, 5)));
  EXPECT_TRUE(Covers(areas.view(), 0, P(4, 5)));
  EXPECT_TRUE(Covers(areas.view(), 0, P(6, 6)));
  EXPECT_TRUE(Covers(areas.view(), 0, P(3, 5)));
}

// Two polygons of one area that overlap, and an island in a lake.
TEST(Covers, TakesPolygonsOfAnAreaTogether) {
  AreaPolygons areas;
  areas.AddRing(0, kSquare);
  areas.AddRing(1, Ring{P(5, 5), P(15, 5), P(15, 15), P(5, 15)});
  areas.EndArea();
  areas.AddRing(0, kSquare);
  areas.AddRing(0, Ring{P(1, 1), P(9, 1), P(9, 9), P(1, 9)});
  areas.AddRing(0, kHole);
  areas.EndArea();
  EXPECT_TRUE(Covers(areas.view(), 0, P(7, 7)));
  EXPECT_TRUE(Covers(areas.view(), 0, P(12, 12)));
  EXPECT_FALSE(Covers(areas.view(), 0, P(12, 2)));
  EXPECT_TRUE(Covers(areas.view(), 1, P(5, 5)));
  EXPECT_FALSE(Covers(areas.view(), 1, P(2, 2)));
}

TEST(Covers, CoversNothingWithoutRings) {
  AreaPolygons areas;
  areas.EndArea();
  areas.AddRing(0, kSquare);
  areas.EndArea();
  EXPECT_FALSE(Covers(areas.view(), 0, P(5, 5)));
  EXPECT_TRUE(Covers(areas.view(), 1, P(5, 5)));
}

TEST(AreaPolygons, RefusesRingsThatEncloseNothing) {
  AreaPolygons areas;
  EXPECT_FALSE(areas.AddRing(0, {}));
  EXPECT_FALSE(areas.AddRing(0, Ring{P(1, 1)}));
  EXPECT_FALSE(areas.AddRing(0, Ring{P(1, 1), P(2, 2), P(1, 1)}));
  EXPECT_FALSE(areas.AddRing(0, Ring{P(1, 1), P(1, 1), P(1, 1), P(1, 1)}));
  EXPECT_FALSE(areas.AddRing(0, Ring{P(0, 0), P(3, 3), P(1, 1), P(9, 9)}));
  EXPECT_FALSE(areas.AddRing(0, Ring{P(0, 0), P(9, 0), P(5, 1'000'000'000)}));
  areas.EndArea();
  EXPECT_EQ(areas.view().rings(), 0U);
  EXPECT_EQ(areas.view().areas(), 1U);
  EXPECT_TRUE(IsConsistent(areas.view()));
}

TEST(AreaPolygons, DropsRepeatedPoints) {
  AreaPolygons areas;
  ASSERT_TRUE(
      areas.AddRing(0, Ring{P(0, 0), P(0, 0), P(9, 0), P(9, 9), P(9, 9), P(0, 0), P(0, 0)}));
  areas.EndArea();
  EXPECT_EQ(areas.view().Ring(0).size(), 3U);
}

TEST(IsConsistent, NoticesColumnsThatDoNotFit) {
  AreaPolygons areas;
  areas.AddRing(0, kSquare);
  areas.AddRing(1, kHole);
  areas.EndArea();
  const AreaPolygonsView good = areas.view();
  ASSERT_TRUE(IsConsistent(good));
  EXPECT_FALSE(IsConsistent({}));
  const auto with_rings = [&](std::vector<std::uint32_t> offsets) {
    AreaPolygonsView view = good;
    view.ring_offsets = offsets;
    return IsConsistent(view);
  };
  EXPECT_TRUE(with_rings({0, 1, 2}));
  EXPECT_FALSE(with_rings({0, 3}));
  EXPECT_FALSE(with_rings({1, 2}));
  EXPECT_FALSE(with_rings({0, 3, 2}));
  const auto with_points = [&](std::vector<std::uint32_t> offsets) {
    AreaPolygonsView view = good;
    view.point_offsets = offsets;
    return IsConsistent(view);
  };
  EXPECT_TRUE(with_points({0, 0, 8}));  // an empty ring is odd but harmless
  EXPECT_FALSE(with_points({0, 8}));
  EXPECT_FALSE(with_points({0, 4, 9}));
  EXPECT_FALSE(with_points({0, 4, 4, 8}));
  const std::vector<LatLng> far = {P(0, 0), P(0, 0), P(0, 0), P(0, 900'000'001),
                                   P(0, 0), P(0, 0), P(0, 0), P(0, 0)};
  AreaPolygonsView outside = good;
  outside.points = far;
  EXPECT_FALSE(IsConsistent(outside));
}

BoostPolygon ToBoost(const Ring& ring) {
  BoostPolygon polygon;
  for (const LatLng p : ring) bg::append(polygon, BoostPoint(p.lon_e7(), p.lat_e7()));
  bg::correct(polygon);
  return polygon;
}

TEST(Covers, AgreesWithBoost) {
  std::mt19937_64 random = testing::MakeRandom();
  int covered = 0;
  int asked = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto size = static_cast<std::int32_t>(std::int64_t{8} << (random() % 16));
    const Ring ring = testing::StarRing(random, testing::SmallPoint(random, size), size,
                                        static_cast<int>(3 + random() % 40));
    const BoostPolygon polygon = ToBoost(ring);
    if (!bg::is_valid(polygon)) continue;
    AreaPolygons areas;
    ASSERT_TRUE(areas.AddRing(0, ring));
    areas.EndArea();
    for (int j = 0; j < 50; ++j) {
      const LatLng p =
          random() % 4 == 0 ? ring[random() % ring.size()] : testing::SmallPoint(random, 2 * size);
      const bool expected = bg::covered_by(BoostPoint(p.lon_e7(), p.lat_e7()), polygon);
      ASSERT_EQ(Covers(areas.view(), 0, p), expected)
          << bg::wkt(polygon) << " " << p.lon_e7() << " " << p.lat_e7();
      covered += expected ? 1 : 0;
      ++asked;
    }
  }
  EXPECT_GT(covered, asked / 5);
  EXPECT_LT(covered, asked * 4 / 5);
}

// Neighbours that share a border leave no point between them.
TEST(Covers, LeavesNoGapBetweenNeighbours) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int i = 0; i < 500; ++i) {
    Ring border;
    for (std::int32_t y = 0; y <= 20; ++y) {
      border.push_back(P(static_cast<std::int32_t>(testing::RandomWithin(random, 5, 15)), 3 * y));
    }
    Ring west = border;
    west.push_back(P(0, 60));
    west.push_back(P(0, 0));
    Ring east(border.rbegin(), border.rend());
    east.push_back(P(20, 0));
    east.push_back(P(20, 60));
    AreaPolygons areas;
    areas.AddRing(0, west);
    areas.EndArea();
    areas.AddRing(0, east);
    areas.EndArea();
    for (std::int32_t x = 0; x <= 20; ++x) {
      for (std::int32_t y = 0; y <= 60; ++y) {
        ASSERT_TRUE(Covers(areas.view(), 0, P(x, y)) || Covers(areas.view(), 1, P(x, y)));
      }
    }
  }
}

}  // namespace
}  // namespace waypost
