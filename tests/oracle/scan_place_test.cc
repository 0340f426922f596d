// Place, area, box, authority and reach: answers worked out by hand from
// QUERY.md.

#include <gtest/gtest.h>

#include "tests/oracle/asking.h"
#include "tests/oracle/scan.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

using query::Query;
using testing::AddLocation;
using testing::Point;
using testing::Service;
using testing::ServiceAt;
using testing::SmallDirectory;

record::Service With(record::Service service, EnumSet<Attending> attending) {
  service.attending = attending;
  return service;
}

record::Service For(record::Service service, const std::string& area) {
  record::ServiceArea stated;
  stated.name = area;
  service.areas.push_back(std::move(stated));
  return service;
}

record::Service ForExtent(record::Service service, const std::string& coordinates) {
  record::ServiceArea stated;
  stated.extent = R"({"type":"Polygon","coordinates":)" + coordinates + "}";
  service.areas.push_back(std::move(stated));
  return service;
}

record::Service Virtual(const std::string& id) {
  record::Service service = Service(id);
  AddLocation(service, "").location.type = record::LocationType::kVirtual;
  return service;
}

// 0.01 degrees of latitude are 1111.951 m, 0.02 are 2223.902 m.
const std::vector<record::Service> kLine = {ServiceAt("far", 51.52, -2.5),
                                            ServiceAt("near", 51.51, -2.5),
                                            ServiceAt("here", 51.5, -2.5), Service("nowhere")};

TEST(ScanPlace, RanksByDistanceAndCutsNothingWithoutWithin) {
  // A service without location has no known reach and no area: not stated, so possible and last.
  EXPECT_EQ(Ask(kLine, {.near = NearPoint(51.5, -2.5)}), "here near far nowhere?");
}

TEST(ScanPlace, WithinIsInclusiveToTheMillimetre) {
  const auto ask = [](double metres) {
    return Ask(kLine, {.near = NearPoint(51.5, -2.5),
                       .within = WithinMetres(metres),
                       .unknown = query::UnknownMode::kDrop});
  };
  EXPECT_EQ(ask(1111.951), "here near");
  EXPECT_EQ(ask(1111.950), "here");
  EXPECT_EQ(ask(3000), "here near far");
}

TEST(ScanPlace, WithinAndSortByDistanceNeedAPlace) {
  EXPECT_EQ(Ask(kLine, {.within = WithinMetres(1000)}), "error");
  EXPECT_EQ(Ask(kLine, {.sort = query::Sort::kDistance}), "error");
}

TEST(ScanPlace, GivesDistanceOfTheNearestVenue) {
  record::Service service = Service("two");
  AddLocation(service, "far", Point(51.52, -2.5));
  AddLocation(service, "near", Point(51.51, -2.5));
  const record::Directory directory = SmallDirectory({service});
  const Query query{.near = NearPoint(51.5, -2.5)};
  const auto answer = Scan(directory, query, {});
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->hits.size(), 1U);
  EXPECT_EQ(answer->hits[0].location_id, "near");
  EXPECT_EQ(answer->hits[0].distance_mm, 1'111'951);
  EXPECT_EQ(answer->total, 1);
}

TEST(ScanPlace, VisitingServicesComeIfTheirAreaContainsThePlace) {
  const std::vector<record::Service> services = {
      For(With(Service("here"), {Attending::kHomeVisit}), "West"),
      For(With(Service("there"), {Attending::kHomeVisit}), "East"),
      With(Service("somewhere"), {Attending::kHomeVisit})};
  const Query query{.near = NearText("WE1 1AA"), .within = WithinMetres(500)};
  EXPECT_EQ(Ask(services, query), "here somewhere?");
}

TEST(ScanPlace, RemoteServicesAreWithinAnyDistance) {
  const std::vector<record::Service> services = {With(Service("online"), {Attending::kOnline}),
                                                 With(Service("phone"), {Attending::kPhone}),
                                                 Virtual("virtual")};
  const Query query{.near = NearPoint(51.5, -2.5), .within = WithinMetres(1), .use_area = false};
  EXPECT_EQ(Ask(services, query), "online phone virtual");
}

TEST(ScanPlace, EitherReachWillDo) {
  const std::vector<record::Service> services = {
      With(ServiceAt("office", 51.9, -2.5), {Attending::kVenue, Attending::kPhone}),
      With(ServiceAt("venue", 51.9, -2.5), {Attending::kVenue})};
  const Query query{.near = NearPoint(51.5, -2.5), .within = WithinMetres(1000)};
  EXPECT_EQ(Ask(services, query), "office");
}

TEST(ScanReach, AddressOfAPhoneServiceIsNoPlace) {
  const std::vector<record::Service> services = {
      ServiceAt("address", 51.5, -2.5),
      With(ServiceAt("phone", 51.5, -2.5), {Attending::kPhone}),
      With(Service("home"), {Attending::kHomeVisit}),
      Service("silent"),
      With(Service("venue"), {Attending::kVenue}),
      For(Service("area"), "West")};
  EXPECT_EQ(Ask(services, {.reach = {Reach::kPlace}}), "address silent? venue?");
  EXPECT_EQ(Ask(services, {.reach = {Reach::kVisits}}), "area home silent? venue?");
  EXPECT_EQ(Ask(services, {.reach = {Reach::kRemote}}), "phone silent? venue?");
  EXPECT_EQ(Ask(services, {.reach = {Reach::kRemote, Reach::kVisits}}),
            "area home phone silent? venue?");
}

TEST(ScanReach, PostalAddressAndVirtualLocationAreNoPlace) {
  record::Service postal = ServiceAt("postal", 51.5, -2.5);
  postal.locations[0].location.type = record::LocationType::kPostal;
  record::Service online = ServiceAt("virtual", 51.5, -2.5);
  online.locations[0].location.type = record::LocationType::kVirtual;
  EXPECT_EQ(Ask({postal, online}, {.reach = {Reach::kPlace}}), "postal?");
  EXPECT_EQ(Ask({postal, online}, {.reach = {Reach::kRemote}}), "virtual postal?");
}

TEST(ScanArea, NamedAreasContainByAuthority) {
  const std::vector<record::Service> services = {
      For(ServiceAt("city", 51.5, -2.5), "west"),
      For(ServiceAt("code", 51.5, -2.5), "E06000001"),
      For(ServiceAt("county", 51.5, -2.5), "Westshire"),
      For(ServiceAt("nation", 51.5, -2.5), "England"),
      For(ServiceAt("uk", 51.5, -2.5), "national"),
      For(ServiceAt("other", 51.5, -2.5), "East"),
      For(ServiceAt("vague", 51.5, -2.5), "Atlantis"),
      For(For(ServiceAt("both", 51.5, -2.5), "East"), "Atlantis")};
  EXPECT_EQ(Ask(services, {.near = NearText("WE1 1AA"), .sort = query::Sort::kName}),
            "city code county nation uk both? vague?");
  EXPECT_EQ(Ask(services, {.near = NearText("EA1 1AA"), .sort = query::Sort::kName}),
            "both nation other uk vague?");
  EXPECT_EQ(
      Ask(services, {.near = NearText("EA1 1AA"), .use_area = false, .sort = query::Sort::kName}),
      "both city code county nation other uk vague");
}

TEST(ScanArea, AStraddlingSectorIsNotStatedForEitherSide) {
  const std::vector<record::Service> services = {For(Service("west"), "West"),
                                                 For(Service("england"), "England")};
  EXPECT_EQ(Ask(services, {.near = NearText("BO1 1")}), "england west?");
  EXPECT_EQ(Ask(services, {.near = NearText("BO1 1AA")}), "england west");
  EXPECT_EQ(Ask(services, {.near = NearText("BO1 1AB")}), "england");
}

TEST(ScanArea, PolygonsContainPointsAndUnitsOnly) {
  const std::vector<record::Service> services = {
      ForExtent(Service("around"),
                "[[[-2.6,51.4],[-2.4,51.4],[-2.4,51.6],[-2.6,51.6],[-2.6,51.4]]]"),
      ForExtent(Service("edge"), "[[[-2.5,51.4],[-2.4,51.4],[-2.4,51.6],[-2.5,51.6],[-2.5,51.4]]]"),
      ForExtent(Service("hole"),
                "[[[-2.6,51.4],[-2.4,51.4],[-2.4,51.6],[-2.6,51.6],[-2.6,51.4]],"
                "[[-2.55,51.45],[-2.45,51.45],[-2.45,51.55],[-2.55,51.55],[-2.55,51.45]]]")};
  EXPECT_EQ(Ask(services, {.near = NearText("WE1 1AA")}), "around edge");
  EXPECT_EQ(Ask(services, {.near = NearPoint(51.5, -2.5)}), "around edge");
  EXPECT_EQ(Ask(services, {.near = NearText("WE1 1")}), "around? edge? hole?");
  EXPECT_EQ(Ask(services, {.near = NearText("Westton")}), "around? edge? hole?");
}

TEST(ScanArea, WithoutStatedAreaALocatedServiceIsForEverybody) {
  EXPECT_EQ(Ask({ServiceAt("far", 51.5, -1.1), With(Service("phone"), {Attending::kPhone})},
                {.near = NearPoint(51.5, -2.9)}),
            "far phone?");
}

TEST(ScanNear, ReadsPostcodesAndNames) {
  const std::vector<record::Service> services = {ServiceAt("west", 51.5, -2.5),
                                                 ServiceAt("east", 51.5, -1.5)};
  const auto nearest = [&](const std::string& text) {
    return Ask(services, {.near = NearText(text), .per_page = 1});
  };
  EXPECT_EQ(nearest("WE1 1AA"), "west");
  EXPECT_EQ(nearest("ea1 1"), "east");
  EXPECT_EQ(nearest("EA1"), "east");
  EXPECT_EQ(nearest("EA"), "east");
  EXPECT_EQ(nearest("EA1 1ZZ"), "east");  // an unknown unit is read as its sector
  EXPECT_EQ(nearest("WE1 1ZX"), "west");  // so is one without a point
  EXPECT_EQ(nearest("Westton"), "west");
  EXPECT_EQ(nearest("TWINHAM"), "east");  // of two towns the larger one
  EXPECT_EQ(nearest("Twinham, westshire"), "west");
  EXPECT_EQ(nearest("Twinham, West Council"), "west");
  EXPECT_EQ(nearest("Tiely, Eastshire"), "east");
  EXPECT_EQ(nearest("ox"), "west");  // no postcode area of the file, so a place
  EXPECT_EQ(nearest("Tiely"), "error");
  EXPECT_EQ(nearest("Nowhere"), "error");
  EXPECT_EQ(nearest("WE9 1AA"), "error");
  EXPECT_EQ(nearest("WE1 2"), "error");
}

TEST(ScanBox, IncludesItsEdges) {
  const auto ask = [](double south, double west, double north, double east) {
    return Ask({ServiceAt("a", 51.5, -2.5), ServiceAt("b", 51.6, -2.4), Service("nowhere")},
               {.bbox = query::BoundingBox{Point(south, west), Point(north, east)}});
  };
  EXPECT_EQ(ask(51.5, -2.5, 51.6, -2.4), "a b nowhere?");
  EXPECT_EQ(ask(51.5, -2.5, 51.5, -2.5), "a nowhere?");
  EXPECT_EQ(ask(51.5000001, -2.5, 51.6, -2.4), "b nowhere?");
  EXPECT_EQ(ask(51.5, -2.5, 51.6, -2.4000001), "a nowhere?");
}

TEST(ScanAuthority, LocatedInsideOrServingIt) {
  record::Service by_postcode = ServiceAt("postcode", 51.5, -1.5);
  by_postcode.locations[0].location.address.postcode = "WE1 1AA";  // the file beats the outline
  record::Service border = ServiceAt("border", 51.5, -2);
  border.locations[0].location.precision = record::PointPrecision::kSector;
  border.locations[0].location.address.postcode = "BO1 1";
  const std::vector<record::Service> services = {ServiceAt("west", 51.5, -2.5),
                                                 ServiceAt("east", 51.5, -1.5),
                                                 by_postcode,
                                                 border,
                                                 ServiceAt("outside", 53.5, -2.5),
                                                 For(Service("visits"), "England"),
                                                 For(Service("vague"), "Atlantis"),
                                                 Service("silent"),
                                                 For(ServiceAt("serves", 51.5, -1.5), "Westshire")};
  EXPECT_EQ(Ask(services, {.authorities = {"West"}, .per_page = 20}),
            "postcode serves visits west border? silent? vague?");
  EXPECT_EQ(Ask(services, {.authorities = {"E06000002"}, .per_page = 20}),
            "east serves visits border? silent? vague?");
  EXPECT_EQ(Ask(services, {.authorities = {"West", "East"}, .per_page = 20}),
            "east postcode serves visits west border? silent? vague?");
  EXPECT_EQ(Ask(services, {.authorities = {"England"}, .per_page = 20}),
            "border east postcode serves visits west silent? vague?");
  EXPECT_EQ(Ask(services, {.authorities = {"Atlantis"}}), "error");
}

TEST(ScanAuthority, PolygonAreaMeetsWhatItTouches) {
  const std::vector<record::Service> services = {
      ForExtent(Service("both"), "[[[-2.2,51.4],[-1.8,51.4],[-1.8,51.6],[-2.2,51.6],[-2.2,51.4]]]"),
      ForExtent(Service("inside"),
                "[[[-2.9,51.4],[-2.8,51.4],[-2.8,51.6],[-2.9,51.6],[-2.9,51.4]]]"),
      ForExtent(Service("around"), "[[[-3.5,50],[0,50],[0,53],[-3.5,53],[-3.5,50]]]")};
  EXPECT_EQ(Ask(services, {.authorities = {"West"}}), "around both inside");
  EXPECT_EQ(Ask(services, {.authorities = {"East"}}), "around both");
}

TEST(ScanVenues, AllConditionsHoldAtOneVenue) {
  record::Service split = Service("split");
  AddLocation(split, "near", Point(51.5, -2.5));
  AddLocation(split, "far", Point(51.9, -2.5)).schedules = {
      testing::WeeklyRow({Weekday::kMonday}, 600, 720)};
  record::Service both = Service("both");
  AddLocation(both, "near", Point(51.5, -2.5)).schedules = {
      testing::WeeklyRow({Weekday::kMonday}, 600, 720)};
  const Query query{
      .near = NearPoint(51.5, -2.5), .within = WithinMetres(1000), .days = {Weekday::kMonday}};
  EXPECT_EQ(Ask({split, both}, query), "both split?");
  Query strict = query;
  strict.unknown = query::UnknownMode::kDrop;
  EXPECT_EQ(Ask({split, both}, strict), "both");
}

}  // namespace
}  // namespace waypost::oracle
