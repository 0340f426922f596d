#include "index_builder/prepare/confidential.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/small_directory.h"

namespace waypost::prepare {
namespace {

using ::testing::ElementsAre;
using waypost::testing::AddLocation;
using waypost::testing::AddTerm;
using waypost::testing::Point;

TEST(Withhold, TakesFullPostcodesHoweverTheyAreWritten) {
  EXPECT_EQ(Withhold("at S11 8AB, or s118ab; S11-8AB", {}),
            "at [withheld], or [withheld]; [withheld]");
}

TEST(Withhold, LeavesDistrictsAndOtherNumbers) {
  const std::string text = "Serves S11 and S10 2; ring 0114 496 0178, room 4 1AB, open 9am";
  EXPECT_EQ(Withhold(text, {}), text);
}

TEST(Withhold, TakesLinesCaseBlindAndOverlapsOnce) {
  EXPECT_EQ(Withhold("The door of 12 Oak Road, 12 OAK ROAD S11 8AB.", {"12 oak road", "oak road"}),
            "The door of [withheld], [withheld] [withheld].");
}

TEST(RefugeKinds, ByNameAndByLabelOfATerm) {
  record::Taxonomy taxonomy;
  taxonomy.terms.push_back(
      {.vocabulary = "esdServiceTypes", .code = "9", .label = "Refuges for women"});
  const RefugeKinds refuges(taxonomy, {"refuge", "refuges", "safe house"});
  const auto named = [](const char* name) {
    record::Service service;
    service.name = name;
    return service;
  };
  EXPECT_TRUE(refuges.Hold(named("Women's REFUGE, north")));
  EXPECT_TRUE(refuges.Hold(named("A safe house")));
  EXPECT_FALSE(refuges.Hold(named("Refugee advice")));
  record::Service tagged = named("Haven");
  EXPECT_FALSE(refuges.Hold(tagged));
  AddTerm(tagged, "esdServiceTypes", "9");
  EXPECT_TRUE(refuges.Hold(tagged));
  record::Service labelled = named("Haven");
  labelled.terms.push_back({.vocabulary = "local", .code = "x", .label = "Refuge"});
  EXPECT_TRUE(refuges.Hold(labelled));
}

class HidePlacesTest : public ::testing::Test {
 protected:
  void Hide(record::Service& service) {
    HidePlaces(service, directory_.gazetteer, PostcodeFinder(directory_.gazetteer));
  }
  const record::Directory directory_ = waypost::testing::SmallDirectory({});
};

TEST_F(HidePlacesTest, TheDistrictIsFoundByThePostcodeElseByThePoint) {
  record::Service service = waypost::testing::Service("a");
  AddLocation(service, "x").location.address.postcode = "WE1 1AA";
  AddLocation(service, "y", Point(51.5, -2.51));
  AddLocation(service, "z");
  Hide(service);
  EXPECT_EQ(service.locations[0].location.hidden_district, "WE1");
  EXPECT_EQ(service.locations[0].location.precision, record::PointPrecision::kDistrict);
  EXPECT_EQ(service.locations[1].location.hidden_district, "WE1");
  EXPECT_EQ(service.locations[2].location.hidden_district, "");
  EXPECT_FALSE(service.locations[2].location.position);
}

TEST_F(HidePlacesTest, FeaturesOfAccessStayWithoutTheirWords) {
  record::Service service = waypost::testing::Service("a");
  record::Location& location = AddLocation(service, "x", Point(51.5, -2.5)).location;
  location.accessibility = {
      {.feature = Accessibility::kWheelchair, .fact = Fact::kYes, .text = "ramp in Oak Road"},
      {.feature = std::nullopt, .fact = Fact::kNotStated, .text = "blue door"}};
  Hide(service);
  EXPECT_THAT(service.locations[0].location.accessibility,
              ElementsAre(record::AccessibilityStatement{.feature = Accessibility::kWheelchair,
                                                         .fact = Fact::kYes}));
}

TEST_F(HidePlacesTest, AnIdMadeOfThePostcodeIsNotPublished) {
  record::Service service = waypost::testing::Service("Haven|WE1 1AA");
  service.public_id = "00000000-0000-5000-8000-000000000001";
  Hide(service);
  EXPECT_EQ(service.id, service.public_id);
  record::Service plain = waypost::testing::Service("haven-1");
  plain.public_id = service.public_id;
  Hide(plain);
  EXPECT_EQ(plain.id, "haven-1");
}

TEST_F(HidePlacesTest, APlaceCalledAsItsServiceTakesNoNameAway) {
  record::Service service = waypost::testing::Service("a");
  service.name = "Haven House";
  service.description = "Haven House is open. Ask at Larch Cottage.";
  AddLocation(service, "x").location.name = "Haven House";
  AddLocation(service, "y").location.name = "Larch Cottage";
  Hide(service);
  EXPECT_EQ(service.name, "Haven House");
  EXPECT_EQ(service.description, "Haven House is open. Ask at [withheld].");
}

}  // namespace
}  // namespace waypost::prepare
