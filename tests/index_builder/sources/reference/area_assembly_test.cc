#include "index_builder/sources/reference/area_assembly.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace waypost::sources {
namespace {

using record::Area;
using record::AreaKind;
using testing::Contains;
using testing::ElementsAre;

AuthorityList Authorities() {
  AuthorityListBuilder builder;
  AuthorityRow recoding, sheffield;
  recoding.code = "E08000019";
  recoding.ended = true;
  recoding.successors = {"E08000039"};
  sheffield.code = "E08000019";
  sheffield.name = "Sheffield";
  sheffield.other_names = {"Sheffield City Council"};
  builder.Add({recoding, sheffield});
  return builder.Build();
}

Area Outline(std::string code, std::string name, double lat = 53) {
  Area area;
  area.kind = AreaKind::kPolygon;
  area.code = std::move(code);
  area.name = std::move(name);
  const auto at = [](double y, double x) { return LatLng::FromDegrees(y, x).value(); };
  area.polygons = {{{at(lat, 0), at(lat, 1), at(lat + 1, 1), at(lat, 0)}, {}}};
  return area;
}

const Area& Find(const std::vector<Area>& areas, std::string_view name) {
  static const auto& none = *new Area;
  for (const Area& area : areas) {
    if (area.name == name) return area;
  }
  ADD_FAILURE() << "no area " << name;
  return none;
}

TEST(AssembleAreas, GivesAnOutlineUnderAFormerCodeToTheAuthority) {
  const auto areas = AssembleAreas(Authorities(), {{Outline("E08000019", "Sheffield District")}});
  const Area& sheffield = Find(areas, "Sheffield");
  EXPECT_EQ(sheffield.code, "E08000039");
  EXPECT_EQ(sheffield.polygons.size(), 1u);
  EXPECT_THAT(sheffield.other_names, Contains("Sheffield District"));
  EXPECT_EQ(areas.size(), Authorities().areas().size());
}

TEST(AssembleAreas, FindsAnAreaByNameWhereThereIsNoCode) {
  const auto areas = AssembleAreas(Authorities(), {{Outline("", "Sheffield city council")}});
  EXPECT_EQ(Find(areas, "Sheffield").polygons.size(), 1u);
}

TEST(AssembleAreas, AddsAreasThatNoListKnows) {
  const auto areas = AssembleAreas(
      Authorities(),
      {{Outline("E07000110", "Maidstone"), Outline("", "Our patch"), Outline("ward-7", "Ward 7")}});
  EXPECT_EQ(Find(areas, "Maidstone").kind, AreaKind::kAuthority);
  EXPECT_THAT(Find(areas, "Maidstone").parents, ElementsAre("E92000001", "K02000001"));
  EXPECT_EQ(Find(areas, "Our patch").kind, AreaKind::kPolygon);
  EXPECT_EQ(Find(areas, "Ward 7").code, "ward-7");
}

TEST(AssembleAreas, KeepsTheOutlineOfTheFirstFile) {
  const auto areas = AssembleAreas(Authorities(), {{Outline("E08000039", "Sheffield", 53)},
                                                   {Outline("E08000019", "Sheffield", 60)}});
  const Area& sheffield = Find(areas, "Sheffield");
  ASSERT_EQ(sheffield.polygons.size(), 1u);
  EXPECT_EQ(sheffield.polygons[0].outer[0].lat_e7(), 530000000);
}

TEST(AssembleAreas, IsInOrderOfKindAndCode) {
  const auto areas = AssembleAreas(
      Authorities(), {{Outline("", "B"), Outline("", "A"), Outline("E06000001", "Hartlepool")}});
  EXPECT_TRUE(std::is_sorted(areas.begin(), areas.end(), [](const Area& a, const Area& b) {
    return std::tie(a.kind, a.code, a.name) < std::tie(b.kind, b.code, b.name);
  }));
  EXPECT_EQ(areas.front().name, "Hartlepool");
  EXPECT_EQ(areas.back().name, "B");
}

}  // namespace
}  // namespace waypost::sources
