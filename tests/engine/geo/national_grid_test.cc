#include "engine/geo/national_grid.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace waypost {
namespace {

constexpr Metres kTolerance{5};

struct KnownPoint {
  std::string name;
  GridReference grid;
  double lat;
  double lon;
};

// Grid references from Code-Point Open 2025.4, latitudes and longitudes from the National
// Statistics Postcode Lookup of May 2025, which were computed with OSTN15. Contains OS data (c)
// Crown copyright and database right 2025, Royal Mail data (c) Royal Mail copyright and database
// right 2025, National Statistics data (c) Crown copyright and database right 2025. Open Government
// Licence v3.0.
const std::vector<KnownPoint>& KnownBritishPoints() {
  static const auto& points = *new std::vector<KnownPoint>{
      {"BS1 4TR, Bristol", {358653, 173159}, 51.45588, -2.59647},
      {"EC1A 1BB, London", {531073, 182317}, 51.52456, -0.11201},
      {"LS1 1UR, Leeds", {429833, 434079}, 53.80217, -1.54852},
      {"SA62 6RD, St Davids", {175235, 225348}, 51.88128, -5.26717},
      {"ZE1 0AA, Lerwick", {447759, 1141280}, 60.15323, -1.14160},
  };
  return points;
}

NationalGrid OpenOrDie(GridSystem system) {
  absl::StatusOr<NationalGrid> grid = NationalGrid::Open(system);
  if (!grid.ok()) ADD_FAILURE() << MessageOf(grid.status());
  return std::move(grid).value();
}

TEST(NationalGrid, FindsPostcodesWithinFiveMetresOfTheirPublishedPoint) {
  const NationalGrid grid = OpenOrDie(GridSystem::kBritish);
  for (const KnownPoint& known : KnownBritishPoints()) {
    const std::optional<LatLng> found = grid.ToLatLng(known.grid);
    ASSERT_TRUE(found.has_value()) << known.name;
    const LatLng expected = LatLng::FromDegrees(known.lat, known.lon).value();
    EXPECT_LE(HaversineDistance(*found, expected), kTolerance.ToMillimetres()) << known.name;
  }
}

// Computed by an independent program from the formulae and parameters of "A guide to coordinate
// systems in Great Britain" (Ordnance Survey), annexes B and C. At EC1A 1BB OSTN15 lies two metres
// away.
TEST(NationalGrid, IsPinnedToTheHelmertTransformation) {
  const NationalGrid grid = OpenOrDie(GridSystem::kBritish);
  const LatLng found = grid.ToLatLng({531073, 182317}).value();
  const LatLng by_helmert = LatLng::FromDegrees(51.524565087, -0.112042419).value();
  const LatLng by_ostn15 = LatLng::FromDegrees(51.52456, -0.11201).value();
  EXPECT_LE(HaversineDistance(found, by_helmert), Metres(0.02).ToMillimetres())
      << found.lat_e7() << "," << found.lon_e7();
  EXPECT_GE(HaversineDistance(found, by_ostn15), Metres(1).ToMillimetres());
}

TEST(NationalGrid, ReadsTheIrishGrid) {
  const NationalGrid grid = OpenOrDie(GridSystem::kIrish);
  // Belfast City Hall: Irish Grid J 338 740.
  const LatLng found = grid.ToLatLng({333850, 374050}).value();
  const LatLng city_hall = LatLng::FromDegrees(54.5965, -5.9301).value();
  EXPECT_LE(HaversineDistance(found, city_hall), Metres(100).ToMillimetres())
      << found.lat_degrees() << "," << found.lon_degrees();
}

TEST(NationalGrid, HasNoPointOutsideItsExtent) {
  const NationalGrid grid = OpenOrDie(GridSystem::kBritish);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  for (const GridReference outside :
       {GridReference{0, 0}, GridReference{-1, 200000}, GridReference{700001, 200000},
        GridReference{400000, 1300001}, GridReference{400000, -1}, GridReference{nan, 200000},
        GridReference{400000, nan}, GridReference{infinity, 200000}}) {
    EXPECT_EQ(grid.ToLatLng(outside), std::nullopt) << outside.easting << " " << outside.northing;
  }
  EXPECT_TRUE(grid.ToLatLng({0, 1}).has_value());
}

TEST(NationalGrid, ConvertsManyAsOneByOne) {
  const NationalGrid grid = OpenOrDie(GridSystem::kBritish);
  const std::vector<GridReference> references = {{358653, 173159}, {0, 0}, {447759, 1141280}};
  std::vector<std::optional<LatLng>> points(references.size());
  grid.ToLatLng(references, points);
  EXPECT_EQ(points[0], grid.ToLatLng(references[0]));
  EXPECT_EQ(points[1], std::nullopt);
  EXPECT_EQ(points[2], grid.ToLatLng(references[2]));
}

TEST(NationalGrid, KeepsWorkingAfterAMove) {
  NationalGrid first = OpenOrDie(GridSystem::kBritish);
  const LatLng expected = first.ToLatLng({358653, 173159}).value();
  const NationalGrid second = std::move(first);
  EXPECT_EQ(second.ToLatLng({358653, 173159}), expected);
}

}  // namespace
}  // namespace waypost
