#include "index_builder/sources/reference/area_outline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace waypost::sources {
namespace {

LatLng At(double lat, double lon) { return LatLng::FromDegrees(lat, lon).value(); }

std::vector<LatLng> Square(double south, double west, double size) {
  return {At(south, west), At(south, west + size), At(south + size, west + size),
          At(south + size, west), At(south, west)};
}

TEST(PolygonContains, TellsInsideFromOutsideAndHole) {
  const record::Polygon polygon{Square(50, 0, 3), {Square(51, 1, 1)}};
  EXPECT_TRUE(PolygonContains(polygon, At(50.5, 0.5)));
  EXPECT_FALSE(PolygonContains(polygon, At(51.5, 1.5)));
  EXPECT_FALSE(PolygonContains(polygon, At(49.9, 1)));
  EXPECT_FALSE(PolygonContains(polygon, At(51, 3.1)));
  EXPECT_TRUE(PolygonContains(polygon, At(52.5, 1.5)));
}

TEST(PolygonContains, DoesNotDependOnTheDirectionOfTheRing) {
  std::vector<LatLng> ring = {At(50, 0), At(53, 1), At(51, 3), At(50, 0)};
  EXPECT_TRUE(PolygonContains({ring, {}}, At(51, 1)));
  EXPECT_FALSE(PolygonContains({ring, {}}, At(50.2, 2.5)));
  const record::Polygon reversed{{ring.rbegin(), ring.rend()}, {}};
  EXPECT_TRUE(PolygonContains(reversed, At(51, 1)));
  EXPECT_FALSE(PolygonContains(reversed, At(50.2, 2.5)));
}

TEST(PolygonContains, OfNothingIsFalse) {
  EXPECT_FALSE(PolygonContains({}, At(0, 0)));
  EXPECT_FALSE(PolygonContains({{At(50, 0)}, {}}, At(50, 0)));
}

TEST(AuthorityOutlines, FindsTheAuthorityOfAPoint) {
  record::Area west, east, county;
  west.name = "West";
  west.polygons = {{Square(50, 0, 1), {}}};
  east.name = "East";
  east.polygons = {{Square(50, 1, 1), {}}, {Square(55, 5, 1), {}}};
  county.kind = record::AreaKind::kCounty;
  county.name = "Both";
  county.polygons = {{Square(50, 0, 2), {}}};
  const std::vector<record::Area> areas = {county, west, east, record::Area()};
  const AuthorityOutlines outlines(areas);
  EXPECT_EQ(outlines.Find(At(50.5, 0.5)), &areas[1]);
  EXPECT_EQ(outlines.Find(At(50.5, 1.5)), &areas[2]);
  EXPECT_EQ(outlines.Find(At(55.5, 5.5)), &areas[2]);
  EXPECT_EQ(outlines.Find(At(51.5, 0.5)), nullptr);
}

}  // namespace
}  // namespace waypost::sources
