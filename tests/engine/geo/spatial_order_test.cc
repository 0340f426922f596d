#include "engine/geo/spatial_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "engine/geo/bounding_box.h"
#include "tests/support/random_seed.h"

namespace waypost {
namespace {

using ::testing::ElementsAre;

TEST(HilbertKey, IsDifferentForDifferentPoints) {
  std::mt19937_64 random = testing::MakeRandom();
  std::set<std::uint64_t> keys;
  std::set<LatLng> points = {LatLng::FromE7(900'000'000, 1'800'000'000),
                             LatLng::FromE7(-900'000'000, -1'800'000'000), LatLng()};
  for (int i = 0; i < 20000; ++i) {
    points.insert(LatLng::FromE7(
        static_cast<std::int32_t>(testing::RandomWithin(random, 514'000'000, 514'000'200)),
        static_cast<std::int32_t>(testing::RandomWithin(random, -25'000'200, -25'000'000))));
  }
  for (const LatLng p : points) keys.insert(HilbertKey(p));
  EXPECT_EQ(keys.size(), points.size());
}

// What makes it a Hilbert curve: consecutive cells of the finest grid are neighbours.
TEST(HilbertKey, StepsFromCellToNeighbouringCell) {
  constexpr std::int32_t kSide = 64;  // a block of the curve that starts at a multiple of 64
  std::vector<std::pair<std::uint64_t, LatLng>> cells;
  // Latitude and longitude offsets that are multiples of 64 after adding 90 and 180 degrees.
  const std::int32_t south = 64 * 1'000'000 - 900'000'000;
  const std::int32_t west = 64 * 2'000'000 - 1'800'000'000;
  for (std::int32_t y = 0; y < kSide; ++y) {
    for (std::int32_t x = 0; x < kSide; ++x) {
      const LatLng p = LatLng::FromE7(south + y, west + x);
      cells.push_back({HilbertKey(p), p});
    }
  }
  std::ranges::sort(cells);
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const LatLng a = cells[i - 1].second;
    const LatLng b = cells[i].second;
    ASSERT_EQ(cells[i].first, cells[i - 1].first + 1);
    ASSERT_EQ(std::abs(a.lat_e7() - b.lat_e7()) + std::abs(a.lon_e7() - b.lon_e7()), 1);
  }
}

TEST(SpatialOrder, KeepsEqualPointsInTheOrderTheyCame) {
  const LatLng here = LatLng::FromE7(5, 5);
  const LatLng there = LatLng::FromE7(-5, -5);
  const std::vector<LatLng> points = {here, there, here, there, here};
  const bool there_first = HilbertKey(there) < HilbertKey(here);
  if (there_first) {
    EXPECT_THAT(SpatialOrder(points), ElementsAre(1, 3, 0, 2, 4));
  } else {
    EXPECT_THAT(SpatialOrder(points), ElementsAre(0, 2, 4, 1, 3));
  }
  EXPECT_TRUE(SpatialOrder({}).empty());
}

// The reason for the order: runs of it are small on the ground.
TEST(SpatialOrder, MakesSmallTiles) {
  std::mt19937_64 random = testing::MakeRandom();
  std::vector<LatLng> points;
  for (int i = 0; i < 10000; ++i) {
    points.push_back(LatLng::FromE7(
        static_cast<std::int32_t>(testing::RandomWithin(random, 500'000'000, 550'000'000)),
        static_cast<std::int32_t>(testing::RandomWithin(random, -50'000'000, 0))));
  }
  const std::vector<std::uint32_t> order = SpatialOrder(points);
  double area = 0;
  for (std::size_t first = 0; first + 100 <= order.size(); first += 100) {
    BoundingBox box;
    for (std::size_t i = first; i < first + 100; ++i) box.Add(points[order[i]]);
    area += (box.north_east.lat_degrees() - box.south_west.lat_degrees()) *
            (box.north_east.lon_degrees() - box.south_west.lon_degrees());
  }
  // 100 tiles over 25 square degrees: together little more than the whole. In random order: 2,500.
  EXPECT_LT(area, 60);
}

}  // namespace
}  // namespace waypost
