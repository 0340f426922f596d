#include "engine/geo/area_cover.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "tests/engine/geo/random_areas.h"

namespace waypost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr LatLng P(std::int32_t x, std::int32_t y) { return LatLng::FromE7(y, x); }

TEST(AreaCover, FindsTheAreasOfAPoint) {
  AreaPolygons areas;
  areas.AddRing(0, testing::Ring{P(0, 0), P(10, 0), P(10, 10), P(0, 10)});
  areas.EndArea();
  areas.EndArea();  // no outline
  areas.AddRing(0, testing::Ring{P(5, 0), P(15, 0), P(15, 10), P(5, 10)});
  areas.EndArea();
  AreaCover made(areas.view());
  const AreaCover cover = std::move(made);
  EXPECT_THAT(cover.AreasContaining(P(7, 5)), ElementsAre(0, 2));
  EXPECT_THAT(cover.AreasContaining(P(12, 5)), ElementsAre(2));
  EXPECT_THAT(cover.AreasContaining(P(16, 5)), IsEmpty());
  EXPECT_TRUE(cover.Envelope(1).empty());
  EXPECT_EQ(cover.Envelope(2).north_east, P(15, 10));
  EXPECT_FALSE(cover.Covers(1, P(7, 5)));
}

TEST(AreaCover, FindsNothingWithoutAreas) {
  EXPECT_THAT(AreaCover().AreasContaining(P(0, 0)), IsEmpty());
}

// Small coordinates put many points on lines and corners; many corners make several runs a ring.
TEST(AreaCover, AgreesWithThePlainVersion) {
  std::mt19937_64 random = testing::MakeRandom();
  std::size_t found = 0;
  for (int world = 0; world < 300; ++world) {
    const auto size = static_cast<std::int32_t>(std::int64_t{4} << (random() % 24));
    const std::size_t corners = 1 + random() % 200;
    const AreaPolygons areas = testing::WildAreas(random, 8, size, corners);
    ASSERT_TRUE(IsConsistent(areas.view()));
    const AreaCover cover(areas.view());
    for (int i = 0; i < 200; ++i) {
      const LatLng p = testing::SmallPoint(random, size);
      std::vector<std::uint32_t> expected;
      for (std::uint32_t a = 0; a < areas.view().areas(); ++a) {
        const bool covers = Covers(areas.view(), a, p);
        ASSERT_EQ(cover.Covers(a, p), covers);
        if (covers) expected.push_back(a);
      }
      ASSERT_EQ(cover.AreasContaining(p), expected);
      found += expected.size();
    }
  }
  EXPECT_GT(found, 60000U);
}

// Consistent but senseless columns, as a damaged artefact could hold: any answer, no harm.
TEST(AreaCover, SurvivesRingsOfFewPoints) {
  const std::vector<std::uint32_t> ring_offsets = {0, 3};
  const std::vector<std::uint32_t> polygons = {7, 0, 7};
  const std::vector<std::uint32_t> point_offsets = {0, 0, 1, 3};
  const std::vector<LatLng> points = {P(1, 1), P(2, 2), P(4, 4)};
  const AreaPolygonsView view{.ring_offsets = ring_offsets,
                              .ring_polygons = polygons,
                              .point_offsets = point_offsets,
                              .points = points};
  ASSERT_TRUE(IsConsistent(view));
  const AreaCover cover(view);
  for (std::int32_t i = 0; i < 6; ++i) {
    EXPECT_EQ(cover.Covers(0, P(i, i)), Covers(view, 0, P(i, i))) << i;
  }
}

}  // namespace
}  // namespace waypost
