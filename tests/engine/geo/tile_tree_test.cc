#include "engine/geo/tile_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/geo/distance_bound.h"
#include "tests/engine/geo/geo_world.h"

namespace waypost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

LatLng At(double lat, double lon) { return LatLng::FromDegrees(lat, lon).value(); }

std::vector<BoundingBox> RandomBoxes(std::mt19937_64& random, std::size_t count) {
  std::vector<BoundingBox> boxes;
  for (std::size_t i = 0; i < count; ++i) {
    boxes.push_back(random() % 50 == 0 ? BoundingBox{} : testing::AwkwardBox(random));
  }
  return boxes;
}

TEST(TileTree, HasNothingToFindWithoutTiles) {
  const TileTree tree;
  EXPECT_EQ(tree.size(), 0U);
  EXPECT_THAT(tree.CoverCircle(At(51, -2), Millimetres(1'000'000'000'000)), IsEmpty());
  EXPECT_THAT(tree.CoverBox({.south_west = At(-90, -180), .north_east = At(90, 180)}), IsEmpty());
}

TEST(TileTree, FindsThreeTowns) {
  const std::vector<BoundingBox> boxes = {
      {.south_west = At(51.40, -2.70), .north_east = At(51.50, -2.50)},   // Bristol
      {.south_west = At(53.30, -1.60), .north_east = At(53.45, -1.30)},   // Sheffield
      {.south_west = At(51.45, -3.30), .north_east = At(51.55, -3.10)}};  // Cardiff
  const TileTree tree(boxes);
  EXPECT_THAT(tree.CoverCircle(At(51.45, -2.60), Millimetres(1'000'000)), ElementsAre(0));
  EXPECT_THAT(tree.CoverCircle(At(51.45, -2.90), Millimetres(20'000'000)), ElementsAre(0, 2));
  EXPECT_THAT(tree.CoverCircle(At(51.45, -2.90), Millimetres(1'000'000)), IsEmpty());
  EXPECT_THAT(tree.CoverBox({.south_west = At(51, -4), .north_east = At(52, -2)}),
              ElementsAre(0, 2));
  EXPECT_THAT(tree.CoverBox({}), IsEmpty());
}

TEST(TileTree, StaysWholeWhenMoved) {
  TileTree tree(std::vector<BoundingBox>{{.south_west = At(1, 1), .north_east = At(2, 2)}});
  const TileTree moved = std::move(tree);
  EXPECT_THAT(moved.CoverCircle(At(1, 1), Millimetres(0)), ElementsAre(0));
}

// Some points of a box, its corners among them.
std::vector<LatLng> PointsOf(std::mt19937_64& random, const BoundingBox& box) {
  std::vector<LatLng> points = {box.south_west, box.north_east};
  for (int i = 0; i < 10; ++i) {
    points.push_back(LatLng::FromE7(
        static_cast<std::int32_t>(
            testing::RandomWithin(random, box.south_west.lat_e7(), box.north_east.lat_e7())),
        static_cast<std::int32_t>(
            testing::RandomWithin(random, box.south_west.lon_e7(), box.north_east.lon_e7()))));
  }
  return points;
}

TEST(TileTree, CoverCircleAgreesWithALinearScan) {
  std::mt19937_64 random = testing::MakeRandom();
  std::size_t found = 0;
  for (int world = 0; world < 20; ++world) {
    const std::vector<BoundingBox> boxes = RandomBoxes(random, random() % 500);
    const TileTree tree(boxes);
    for (int i = 0; i < 200; ++i) {
      const LatLng centre = testing::AwkwardPoint(random);
      const Millimetres radius = testing::AwkwardRadius(random);
      const CircleBoxes around(centre, radius);
      std::vector<std::uint32_t> expected;
      for (std::uint32_t tile = 0; tile < boxes.size(); ++tile) {
        if (boxes[tile].empty() || DistanceLowerBound(centre, boxes[tile]) > radius) continue;
        const bool touches = std::ranges::any_of(
            around.boxes(), [&](const BoundingBox& box) { return box.Intersects(boxes[tile]); });
        if (touches) expected.push_back(tile);
      }
      ASSERT_EQ(tree.CoverCircle(centre, radius), expected)
          << centre.lat_e7() << "," << centre.lon_e7() << " radius " << radius.value();
      found += expected.size();
    }
  }
  EXPECT_GT(found, 10000U);
}

// What callers rely on: a circle through a point always finds the point's tile.
TEST(TileTree, CoverCircleFindsTheTileOfEveryPointInTheCircle) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int world = 0; world < 20; ++world) {
    const std::vector<BoundingBox> boxes = RandomBoxes(random, 100);
    const TileTree tree(boxes);
    for (int i = 0; i < 100; ++i) {
      const auto tile = static_cast<std::uint32_t>(random() % boxes.size());
      if (boxes[tile].empty()) continue;
      const LatLng centre = testing::AwkwardPoint(random);
      for (const LatLng p : PointsOf(random, boxes[tile])) {
        const auto tiles = tree.CoverCircle(centre, HaversineDistance(centre, p));
        ASSERT_TRUE(std::ranges::binary_search(tiles, tile));
      }
    }
  }
}

TEST(TileTree, CoverBoxAgreesWithALinearScan) {
  std::mt19937_64 random = testing::MakeRandom();
  std::size_t found = 0;
  for (int world = 0; world < 20; ++world) {
    const std::vector<BoundingBox> boxes = RandomBoxes(random, random() % 500);
    const TileTree tree(boxes);
    for (int i = 0; i < 200; ++i) {
      const BoundingBox box = testing::AwkwardBox(random);
      std::vector<std::uint32_t> expected;
      for (std::uint32_t tile = 0; tile < boxes.size(); ++tile) {
        if (boxes[tile].Intersects(box)) expected.push_back(tile);
      }
      ASSERT_EQ(tree.CoverBox(box), expected);
      found += expected.size();
    }
  }
  EXPECT_GT(found, 1000U);
}

}  // namespace
}  // namespace waypost
