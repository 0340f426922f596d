#include "engine/geo/ring_arithmetic.h"

#include <gtest/gtest.h>

namespace waypost {
namespace {

// x, y in units of 1e-7 degree.
constexpr LatLng P(std::int32_t x, std::int32_t y) { return LatLng::FromE7(y, x); }

TEST(TurnOf, IsExactAcrossTheWholeGlobe) {
  constexpr std::int32_t kX = 1'800'000'000;
  constexpr std::int32_t kY = 900'000'000;
  EXPECT_EQ(TurnOf(P(0, 0), P(1, 0), P(2, 1)), 1);
  EXPECT_EQ(TurnOf(P(0, 0), P(1, 0), P(2, -1)), -1);
  EXPECT_EQ(TurnOf(P(0, 0), P(1, 0), P(2, 0)), 0);
  // One unit off a diagonal of the world: in doubles the products (6e18) would be equal.
  EXPECT_EQ(TurnOf(P(-kX, -kY), P(kX, kY), P(kX - 2, kY - 1)), 0);
  EXPECT_EQ(TurnOf(P(-kX, -kY), P(kX, kY), P(kX - 2, kY)), 1);
  EXPECT_EQ(TurnOf(P(-kX, -kY), P(kX, kY), P(kX - 1, kY - 1)), -1);
}

TEST(SegmentsMeet, CountsTouchingAndOverlapping) {
  EXPECT_TRUE(SegmentsMeet(P(0, 0), P(4, 4), P(0, 4), P(4, 0)));   // cross
  EXPECT_TRUE(SegmentsMeet(P(0, 0), P(4, 0), P(2, 0), P(2, 5)));   // T
  EXPECT_TRUE(SegmentsMeet(P(0, 0), P(4, 0), P(4, 0), P(9, 9)));   // end to end
  EXPECT_TRUE(SegmentsMeet(P(0, 0), P(4, 0), P(3, 0), P(9, 0)));   // overlap
  EXPECT_TRUE(SegmentsMeet(P(0, 0), P(9, 0), P(3, 0), P(4, 0)));   // within
  EXPECT_FALSE(SegmentsMeet(P(0, 0), P(4, 0), P(5, 0), P(9, 0)));  // in line, apart
  EXPECT_FALSE(SegmentsMeet(P(0, 0), P(4, 0), P(0, 1), P(4, 1)));  // parallel
  EXPECT_FALSE(SegmentsMeet(P(0, 0), P(4, 4), P(3, 0), P(9, 1)));  // would meet if longer
}

TEST(AskEdge, TellsCrossingFromTouching) {
  EXPECT_EQ(AskEdge(P(5, 0), P(5, 9), P(0, 4)), EdgeSays::kCrossesRay);
  EXPECT_EQ(AskEdge(P(5, 9), P(5, 0), P(0, 4)), EdgeSays::kCrossesRay);
  EXPECT_EQ(AskEdge(P(5, 0), P(5, 9), P(6, 4)), EdgeSays::kNothing);
  EXPECT_EQ(AskEdge(P(5, 0), P(5, 9), P(5, 4)), EdgeSays::kOnEdge);
  EXPECT_EQ(AskEdge(P(5, 0), P(5, 9), P(5, 0)), EdgeSays::kOnEdge);
  EXPECT_EQ(AskEdge(P(5, 0), P(5, 9), P(5, 9)), EdgeSays::kOnEdge);
  // The lower end of an edge is met by the ray, the upper end is not.
  EXPECT_EQ(AskEdge(P(5, 0), P(5, 9), P(0, 0)), EdgeSays::kCrossesRay);
  EXPECT_EQ(AskEdge(P(5, 0), P(5, 9), P(0, 9)), EdgeSays::kNothing);
  // Level edges never cross the ray but can hold the point.
  EXPECT_EQ(AskEdge(P(0, 3), P(9, 3), P(4, 3)), EdgeSays::kOnEdge);
  EXPECT_EQ(AskEdge(P(5, 3), P(9, 3), P(4, 3)), EdgeSays::kNothing);
}

}  // namespace
}  // namespace waypost
