#include "index_builder/record/place_values.h"

#include "gtest/gtest.h"
#include "index_builder/record/collecting_sink.h"

namespace waypost::record {
namespace {

class PlaceValues : public ::testing::Test {
 protected:
  CollectingSink sink_;
  FieldReport report_{sink_, "s", "1"};
};

TEST_F(PlaceValues, LocationTypes) {
  EXPECT_EQ(LocationTypeValue(report_, "Physical"), LocationType::kPhysical);
  EXPECT_EQ(LocationTypeValue(report_, "postal"), LocationType::kPostal);
  EXPECT_EQ(LocationTypeValue(report_, "online"), LocationType::kVirtual);
  EXPECT_EQ(LocationTypeValue(report_, " "), LocationType::kNotStated);
  EXPECT_TRUE(sink_.problems.empty());
  EXPECT_EQ(LocationTypeValue(report_, "tent"), LocationType::kNotStated);
  EXPECT_EQ(sink_.problems.size(), 1u);
}

TEST_F(PlaceValues, AddressLinesLoseStrayCommas) {
  EXPECT_EQ(AddressLine(report_, "address_1", " High  Street, , "), "High Street");
  EXPECT_EQ(AddressLine(report_, "address_1", ", 1, The Row"), "1, The Row");
  EXPECT_EQ(AddressLine(report_, "address_1", " , "), "");
}

TEST_F(PlaceValues, PostcodesAreWrittenTheirUsualWay) {
  EXPECT_EQ(PostcodeValue(report_, "s63bs"), "S6 3BS");
  EXPECT_EQ(PostcodeValue(report_, " bs1 4TR "), "BS1 4TR");
  EXPECT_EQ(PostcodeValue(report_, "94401-1234"), "94401-1234");
  EXPECT_EQ(PostcodeValue(report_, ""), "");
}

TEST_F(PlaceValues, RoundedCoordinatesAndACutPostcodeAreAMask) {
  Address address;
  address.postcode = "BS1";
  EXPECT_TRUE(LooksMasked(address, LatLng::FromDegrees(51.45, -2.58)));
  EXPECT_FALSE(LooksMasked(address, LatLng::FromDegrees(51.451, -2.58)));
  EXPECT_FALSE(LooksMasked(address, std::nullopt));
  address.postcode = "BS1 4TR";
  EXPECT_FALSE(LooksMasked(address, LatLng::FromDegrees(51.45, -2.58)));
}

TEST_F(PlaceValues, AccessibilityWithDetails) {
  std::vector<AccessibilityStatement> statements;
  AddAccessibility(report_, "ramp", "at the back", "example.org/a", statements);
  AddAccessibility(report_, "", "", "", statements);
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_EQ(statements[0].feature, Accessibility::kRamp);
  EXPECT_EQ(statements[0].text, "ramp (at the back)");
  EXPECT_EQ(statements[0].url, "http://example.org/a");
}

}  // namespace
}  // namespace waypost::record
