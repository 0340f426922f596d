#include "engine/geo/area_meeting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/geometry.hpp>
#include <vector>

#include "tests/engine/geo/random_areas.h"

namespace waypost {
namespace {

namespace bg = boost::geometry;
using BoostPoint = bg::model::d2::point_xy<double>;
using BoostPolygon = bg::model::polygon<BoostPoint>;

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Ring;

constexpr LatLng P(std::int32_t x, std::int32_t y) { return LatLng::FromE7(y, x); }

Ring Square(std::int32_t x, std::int32_t y, std::int32_t side) {
  return {P(x, y), P(x + side, y), P(x + side, y + side), P(x, y + side)};
}

// Area 0 has a lake; 1 lies within the lake, 2 within the land, 3 touches a corner, 4 crosses the
// border, 5 is far away, 6 is empty, 7 is around everything.
TEST(Intersects, KnowsTheCases) {
  AreaPolygons areas;
  areas.AddRing(0, Square(0, 0, 100));
  areas.AddRing(0, Square(40, 40, 20));
  areas.EndArea();
  for (const Ring& ring : {Square(45, 45, 5), Square(10, 10, 5), Square(100, 100, 5),
                           Square(90, 90, 20), Square(300, 300, 5)}) {
    areas.AddRing(0, ring);
    areas.EndArea();
  }
  areas.EndArea();
  areas.AddRing(0, Square(-500, -500, 1000));
  areas.EndArea();
  const AreaPolygonsView view = areas.view();
  EXPECT_FALSE(Intersects(view, 0, 1));
  EXPECT_TRUE(Intersects(view, 0, 2));
  EXPECT_TRUE(Intersects(view, 2, 0));
  EXPECT_TRUE(Intersects(view, 0, 3));
  EXPECT_TRUE(Intersects(view, 0, 4));
  EXPECT_FALSE(Intersects(view, 0, 5));
  EXPECT_FALSE(Intersects(view, 6, 6));
  EXPECT_TRUE(Intersects(view, 0, 0));
  const auto meeting = MeetingAreas(view);
  EXPECT_THAT(meeting[0], ElementsAre(2, 3, 4, 7));
  EXPECT_THAT(meeting[1], ElementsAre(7));
  EXPECT_THAT(meeting[3], ElementsAre(0, 4, 7));
  EXPECT_THAT(meeting[6], IsEmpty());
  EXPECT_THAT(meeting[7], ElementsAre(0, 1, 2, 3, 4, 5));
}

BoostPolygon ToBoost(const Ring& ring) {
  BoostPolygon polygon;
  for (const LatLng p : ring) bg::append(polygon, BoostPoint(p.lon_e7(), p.lat_e7()));
  bg::correct(polygon);
  return polygon;
}

TEST(MeetingAreas, AgreesWithBoost) {
  std::mt19937_64 random = testing::MakeRandom();
  std::size_t meeting_pairs = 0;
  std::size_t other_pairs = 0;
  for (int world = 0; world < 100; ++world) {
    std::vector<BoostPolygon> polygons;
    AreaPolygons areas;
    while (polygons.size() < 12) {
      const auto size = static_cast<std::int32_t>(8 << (random() % 6));
      const Ring ring = testing::StarRing(random, testing::SmallPoint(random, 300), size,
                                          static_cast<int>(3 + random() % 80));
      BoostPolygon polygon = ToBoost(ring);
      if (!bg::is_valid(polygon) || !areas.AddRing(0, ring)) continue;
      areas.EndArea();
      polygons.push_back(std::move(polygon));
    }
    const auto meeting = MeetingAreas(areas.view());
    for (std::uint32_t a = 0; a < polygons.size(); ++a) {
      std::vector<std::uint32_t> expected;
      for (std::uint32_t b = 0; b < polygons.size(); ++b) {
        if (a != b && bg::intersects(polygons[a], polygons[b])) expected.push_back(b);
      }
      ASSERT_EQ(meeting[a], expected) << "world " << world << " area " << a;
      meeting_pairs += expected.size();
      other_pairs += polygons.size() - 1 - expected.size();
    }
  }
  EXPECT_GT(meeting_pairs, 1000U);
  EXPECT_GT(other_pairs, 1000U);
}

}  // namespace
}  // namespace waypost
