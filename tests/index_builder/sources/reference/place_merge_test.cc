#include "index_builder/sources/reference/place_merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace waypost::sources {
namespace {

using record::Place;
using record::PlaceKind;
using testing::ElementsAre;

Place MakePlace(std::string name, PlaceKind kind, double lat, double lon, std::string nation,
                std::uint32_t population = 0) {
  Place place;
  place.name = std::move(name);
  place.kind = kind;
  place.point = LatLng::FromDegrees(lat, lon).value();
  place.nation = std::move(nation);
  place.population = population;
  return place;
}

const Place kCornishSheffield =
    MakePlace("Sheffield", PlaceKind::kVillage, 50.08598, -5.55519, "England");
const Place kSheffield =
    MakePlace("Sheffield", PlaceKind::kTown, 53.38297, -1.4659, "England", 447047);

TEST(MergePlaces, PutsTheCityBeforeTheVillageOfItsName) {
  const auto places = MergePlaces(
      {{PlaceOrigin::kOsOpenNames, {kCornishSheffield}}, {PlaceOrigin::kGeoNames, {kSheffield}}});
  ASSERT_EQ(places.size(), 2u);
  EXPECT_EQ(places[0].kind, PlaceKind::kCity);
  EXPECT_EQ(places[0].population, 447047u);
  EXPECT_EQ(places[1].kind, PlaceKind::kVillage);
}

TEST(MergePlaces, MakesOnePlaceOfNeighboursWithOneName) {
  Place os = MakePlace("Newport", PlaceKind::kTown, 50.70023, -1.29367, "England");
  os.authority = "E06000046";
  const Place geonames =
      MakePlace("Newport", PlaceKind::kTown, 50.70146, -1.29124, "England", 24200);
  const auto places =
      MergePlaces({{PlaceOrigin::kGeoNames, {geonames}}, {PlaceOrigin::kOsOpenNames, {os}}});
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].point, os.point);
  EXPECT_EQ(places[0].population, 24200u);
  EXPECT_EQ(places[0].authority, "E06000046");
}

TEST(MergePlaces, FindsThePlaceByAnyOfItsNames) {
  Place os = MakePlace("Inbhir Nis", PlaceKind::kCity, 57.48, -4.22622, "Scotland");
  os.other_names = {"Inverness"};
  Place geonames = MakePlace("Inverness", PlaceKind::kTown, 57.479, -4.224, "Scotland", 40755);
  geonames.other_names = {"Inverness City"};
  const auto places =
      MergePlaces({{PlaceOrigin::kOsOpenNames, {os}}, {PlaceOrigin::kGeoNames, {geonames}}});
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].name, "Inbhir Nis");
  EXPECT_THAT(places[0].other_names, ElementsAre("Inverness", "Inverness City"));
}

TEST(MergePlaces, OrdersTheManyNewports) {
  const Place welsh = MakePlace("Newport", PlaceKind::kTown, 51.58774, -2.99835, "Wales", 117326);
  const Place pembrokeshire = MakePlace("Newport", PlaceKind::kTown, 52.01628, -4.83268, "Wales");
  const Place wight = MakePlace("Newport", PlaceKind::kTown, 50.7, -1.29, "England", 24200);
  const Place suburb = MakePlace("Newport", PlaceKind::kSuburb, 51.07, -4.05, "England");
  const auto places = MergePlaces({{PlaceOrigin::kOsOpenNames, {suburb, pembrokeshire}},
                                   {PlaceOrigin::kGeoNames, {wight, welsh}}});
  ASSERT_EQ(places.size(), 4u);
  // One city of Newport in Wales: the other Welsh town of the name stays a town.
  EXPECT_EQ(places[0].point, welsh.point);
  EXPECT_EQ(places[0].kind, PlaceKind::kCity);
  EXPECT_EQ(places[1].point, wight.point);
  EXPECT_EQ(places[1].kind, PlaceKind::kTown);
  EXPECT_EQ(places[2].point, pembrokeshire.point);
  EXPECT_EQ(places[2].kind, PlaceKind::kTown);
  EXPECT_EQ(places[3].kind, PlaceKind::kSuburb);
}

TEST(MergePlaces, DoesNotDependOnTheOrderOfRows) {
  std::vector<Place> rows = {kSheffield, kCornishSheffield,
                             MakePlace("Ely", PlaceKind::kCity, 52.4, 0.26, "England"),
                             MakePlace("Ely", PlaceKind::kSuburb, 51.48, -3.25, "Wales")};
  const auto forward = MergePlaces({{PlaceOrigin::kOsOpenNames, rows}});
  std::reverse(rows.begin(), rows.end());
  const auto backward = MergePlaces({{PlaceOrigin::kOsOpenNames, rows}});
  ASSERT_EQ(forward.size(), backward.size());
  for (std::size_t i = 0; i < forward.size(); ++i) {
    EXPECT_EQ(forward[i].name, backward[i].name);
    EXPECT_EQ(forward[i].point, backward[i].point);
  }
}

TEST(MergePlaces, KeepsTheShippedListForWhatOtherFilesLack) {
  Place shipped = kSheffield;
  shipped.kind = PlaceKind::kCity;
  const Place village = MakePlace("Dore", PlaceKind::kVillage, 53.32, -1.54, "England");
  const auto places =
      MergePlaces({{PlaceOrigin::kWaypost, {shipped}}, {PlaceOrigin::kOsOpenNames, {village}}});
  ASSERT_EQ(places.size(), 2u);
  EXPECT_EQ(places[1].kind, PlaceKind::kCity);
}

TEST(HasCityStatus, GoesByNameAndNation) {
  EXPECT_TRUE(HasCityStatus("Newport", "Wales"));
  EXPECT_FALSE(HasCityStatus("Newport", "England"));
  EXPECT_TRUE(HasCityStatus("Saint Albans", "England"));
  EXPECT_TRUE(HasCityStatus("Stoke-on-Trent", "England"));
  EXPECT_FALSE(HasCityStatus("Reading", "England"));
  EXPECT_FALSE(HasCityStatus("York", ""));
}

AuthorityList Authorities() {
  AuthorityListBuilder builder;
  AuthorityRow kent, maidstone, medway;
  kent.kind = record::AreaKind::kCounty;
  kent.code = "E10000016";
  kent.name = "Kent";
  maidstone.code = "E07000110";
  maidstone.name = "Maidstone";
  maidstone.parents = {"E10000016", "South East"};
  medway.code = "E06000035";
  medway.name = "Medway";
  builder.Add({kent, maidstone, medway});
  return builder.Build();
}

TEST(CompletePlaces, StatesCountyRegionAndNationOfAnAuthority) {
  Place place = MakePlace("Maidstone", PlaceKind::kTown, 51.27, 0.52, "");
  place.authority = "E07000110";
  std::vector<Place> places = {place};
  CompletePlaces({}, Authorities(), places);
  EXPECT_EQ(places[0].county, "Kent");
  EXPECT_EQ(places[0].region, "South East");
  EXPECT_EQ(places[0].nation, "England");
}

TEST(CompletePlaces, FindsTheAuthorityOfThePostcodesAround) {
  const auto sector = [](std::string text, double lat, double lon, std::vector<std::string> codes) {
    return PostcodeGroupRow{std::move(text), LatLng::FromDegrees(lat, lon).value(), 10,
                            std::move(codes)};
  };
  const std::vector<PostcodeGroupRow> sectors = {
      sector("ME4 1", 51.380, 0.520, {"E06000035"}),
      sector("ME4 2", 51.381, 0.521, {"E06000035", "E07000110"}),
      sector("ME14 1", 51.382, 0.522, {"E07000110"}),
      sector("ME14 2", 51.383, 0.523, {"E07000110"}), sector("ME99 9", 52.5, 0.52, {"E06000035"})};
  std::vector<Place> places = {MakePlace("Chatham", PlaceKind::kTown, 51.380, 0.520, "England"),
                               MakePlace("Far away", PlaceKind::kTown, 54.0, -2.0, "England"),
                               MakePlace("Medway", PlaceKind::kTown, 51.380, 0.520, "England")};
  CompletePlaces(sectors, Authorities(), places);
  EXPECT_EQ(places[0].authority, "E07000110");
  EXPECT_EQ(places[1].authority, "");
  // Called like an authority nearby, although most sectors around are of another one.
  EXPECT_EQ(places[2].authority, "E06000035");
}

}  // namespace
}  // namespace waypost::sources
