#include "index_builder/sources/reference/area_geojson.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "index_builder/record/collecting_sink.h"

namespace waypost::sources {
namespace {

using record::Area;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string Feature(const std::string& properties, const std::string& geometry) {
  return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}

std::string Collection(const std::vector<std::string>& features) {
  std::string text = R"({"type":"FeatureCollection","features":[)";
  for (std::size_t i = 0; i < features.size(); ++i) text += (i == 0 ? "" : ",\n") + features[i];
  return text + "]}";
}

constexpr char kSquare[] =
    R"({"type":"Polygon","coordinates":[[[0,50],[1,50],[1,51],[0,51],[0,50]]]})";

std::vector<Area> Parse(const std::string& text, std::size_t problems = 0) {
  record::CollectingSink sink;
  auto areas = ParseAreaGeoJson("areas.geojson", text, sink);
  EXPECT_EQ(sink.problems.size(), problems);
  for (const auto& problem : sink.problems) {
    EXPECT_EQ(problem.kind, record::ProblemKind::kBadCoordinates);
    EXPECT_EQ(problem.source, "areas.geojson");
  }
  if (!areas.ok()) ADD_FAILURE() << MessageOf(areas.status());
  return areas.ok() ? std::move(areas).value() : std::vector<Area>();
}

TEST(ParseAreaGeoJson, FindsCodeAndNameUnderTheNamesOfPublishers) {
  const std::vector<std::string> spellings = {
      R"("code":"E06000023","name":"Bristol")", R"("LAD24CD":"E06000023","LAD24NM":"Bristol")",
      R"("FID":1,"ctyua19cd":"E06000023","ctyua19nm":"Bristol")",
      R"("id":"E06000023","label":"Bristol")", R"("GSS_CODE":"E06000023","NAME":"Bristol")"};
  for (const std::string& properties : spellings) {
    const auto areas = Parse(Collection({Feature(properties, kSquare)}));
    ASSERT_EQ(areas.size(), 1u) << properties;
    EXPECT_EQ(areas[0].code, "E06000023") << properties;
    EXPECT_EQ(areas[0].name, "Bristol") << properties;
  }
}

TEST(ParseAreaGeoJson, KeepsTheWelshName) {
  const auto areas = Parse(Collection(
      {Feature(R"("LAD24CD":"W06000022","LAD24NM":"Newport","LAD24NMW":"Casnewydd")", kSquare)}));
  EXPECT_THAT(areas.at(0).other_names, ElementsAre("Casnewydd"));
}

TEST(ParseAreaGeoJson, ReadsHolesAndSeveralPolygons) {
  const auto areas = Parse(Feature(R"("name":"Two islands")",
                                   R"({"type":"MultiPolygon","coordinates":[
        [[[0,50],[3,50],[3,53],[0,53],[0,50]],[[1,51],[2,51],[2,52],[1,52],[1,51]]],
        [[[5,50,12.5],[6,50,12.5],[6,51,12.5],[5,50,12.5]]]]})"));
  ASSERT_EQ(areas.size(), 1u);
  ASSERT_EQ(areas[0].polygons.size(), 2u);
  EXPECT_EQ(areas[0].polygons[0].outer.size(), 5u);
  EXPECT_EQ(areas[0].polygons[0].holes.size(), 1u);
  EXPECT_EQ(areas[0].polygons[1].outer[1], LatLng::FromE7(500000000, 60000000));
}

TEST(ParseAreaGeoJson, ClosesAnOpenRing) {
  const auto areas = Parse(Collection(
      {Feature(R"("name":"x")", R"({"type":"Polygon","coordinates":[[[0,50],[1,50],[1,51]]]})")}));
  const auto& ring = areas.at(0).polygons.at(0).outer;
  ASSERT_EQ(ring.size(), 4u);
  EXPECT_EQ(ring.front(), ring.back());
}

TEST(ParseAreaGeoJson, JoinsFeaturesOfOneCode) {
  const auto areas = Parse(Collection({Feature(R"("code":"A","name":"x")", kSquare),
                                       Feature(R"("code":"B","name":"y")", kSquare),
                                       Feature(R"("code":"A","name":"x")", kSquare)}));
  ASSERT_EQ(areas.size(), 2u);
  EXPECT_EQ(areas[0].polygons.size(), 2u);
}

TEST(ParseAreaGeoJson, LeavesOutWhatHasNoOutlineAndReportsIt) {
  const auto areas = Parse(
      Collection({Feature(R"("code":"A")", "null"),
                  Feature(R"("code":"B")", R"({"type":"Point","coordinates":[0,50]})"),
                  Feature(R"("code":"C")", R"({"type":"Polygon","coordinates":[[[0,50],[0,50]]]})"),
                  Feature(R"("code":"D")", R"({"type":"Polygon","coordinates":[7]})"),
                  Feature(R"("code":"E")", R"({"type":"Polygon","coordinates":[[["a","b"]]]})")}),
      // C, D and E lose a ring each, and all five are left without an outline.
      8);
  EXPECT_THAT(areas, IsEmpty());
}

TEST(ParseAreaGeoJson, RefusesGridMetres) {
  record::CollectingSink sink;
  const auto areas = ParseAreaGeoJson(
      "grid.geojson",
      Feature(
          R"("name":"x")",
          R"({"type":"Polygon","coordinates":[[[358653,173159],[1,1],[2,2],[358653,173159]]]})"),
      sink);
  ASSERT_FALSE(areas.ok());
  EXPECT_THAT(MessageOf(areas.status()), HasSubstr("EPSG:4326"));
}

TEST(ParseAreaGeoJson, NamesFileAndLineOfWhatIsNotJson) {
  record::CollectingSink sink;
  const auto broken = ParseAreaGeoJson("a.geojson", "{\"type\":\n\"Feature\",\n\"x\" 1}", sink);
  ASSERT_FALSE(broken.ok());
  EXPECT_THAT(MessageOf(broken.status()), HasSubstr("a.geojson: line 3"));
  const auto other = ParseAreaGeoJson("a.geojson", "{\"type\":\"Topology\"}", sink);
  ASSERT_FALSE(other.ok());
  EXPECT_THAT(MessageOf(other.status()), HasSubstr("Topology"));
}

TEST(ParseAreaGeoJson, SurvivesNestedCollections) {
  std::string geometry = kSquare;
  for (int i = 0; i < 300; ++i) {
    geometry = R"({"type":"GeometryCollection","geometries":[)" + geometry + "]}";
  }
  // Deeper than anybody means it: left out.
  EXPECT_THAT(Parse(Feature(R"("name":"x")", geometry), 1), IsEmpty());
}

}  // namespace
}  // namespace waypost::sources
