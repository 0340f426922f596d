#include "engine/geo/bounding_box.h"

#include <gtest/gtest.h>

#include <vector>

namespace waypost {
namespace {

constexpr LatLng At(std::int32_t lat, std::int32_t lon) { return LatLng::FromE7(lat, lon); }

TEST(BoundingBox, IsEmptyUntilSomethingIsAdded) {
  BoundingBox box;
  EXPECT_TRUE(box.empty());
  EXPECT_FALSE(box.Contains(At(0, 0)));
  EXPECT_FALSE(box.Intersects(box));
  box.Add(At(3, 4));
  EXPECT_FALSE(box.empty());
  EXPECT_TRUE(box.Contains(At(3, 4)));
  EXPECT_TRUE(box.Intersects(box));
  EXPECT_TRUE(BoundingBox::Of({}).empty());
}

TEST(BoundingBox, ContainsItsEdges) {
  const std::vector<LatLng> points = {At(10, -5), At(2, 7), At(4, 0)};
  const BoundingBox box = BoundingBox::Of(points);
  EXPECT_EQ(box, (BoundingBox{.south_west = At(2, -5), .north_east = At(10, 7)}));
  EXPECT_TRUE(box.Contains(At(2, -5)));
  EXPECT_TRUE(box.Contains(At(10, 7)));
  EXPECT_TRUE(box.Contains(At(2, 7)));
  EXPECT_FALSE(box.Contains(At(1, 0)));
  EXPECT_FALSE(box.Contains(At(11, 0)));
  EXPECT_FALSE(box.Contains(At(5, -6)));
  EXPECT_FALSE(box.Contains(At(5, 8)));
}

TEST(BoundingBox, IntersectsWhatItTouches) {
  const BoundingBox box{.south_west = At(0, 0), .north_east = At(10, 10)};
  EXPECT_TRUE(box.Intersects({.south_west = At(10, 10), .north_east = At(20, 20)}));
  EXPECT_TRUE(box.Intersects({.south_west = At(-5, 4), .north_east = At(15, 5)}));
  EXPECT_FALSE(box.Intersects({.south_west = At(11, 0), .north_east = At(20, 10)}));
  EXPECT_FALSE(box.Intersects({.south_west = At(0, 11), .north_east = At(10, 20)}));
  EXPECT_FALSE(box.Intersects({.south_west = At(-9, 0), .north_east = At(-1, 10)}));
  EXPECT_FALSE(box.Intersects({.south_west = At(0, -9), .north_east = At(10, -1)}));
}

}  // namespace
}  // namespace waypost
