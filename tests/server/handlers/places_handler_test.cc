#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using ::testing::HasSubstr;

class PlacesHandlerTest : public ::testing::Test {
 protected:
  void Expect(const char* target, std::string_view code, std::string_view parameter) {
    const Document problem = asking_.Problem(target);
    EXPECT_EQ(problem["code"].GetString(), code) << target;
    EXPECT_EQ(problem["parameter"].GetString(), parameter) << target;
  }

  const Asking asking_{{StatedService()}};
};

TEST_F(PlacesHandlerTest, SaysWhatAPlaceIsReadAs) {
  const Document answer = asking_.Json("/api/places?q=%20we1%201aa");
  EXPECT_STREQ(answer["place"]["text"].GetString(), "we1 1aa");
  EXPECT_STREQ(answer["place"]["label"].GetString(), "WE1 1AA");
  EXPECT_STREQ(answer["place"]["precision"].GetString(), "unit");
  EXPECT_TRUE(answer.HasMember("build"));
}

// The answer comes from data of others, and named none of them.
TEST_F(PlacesHandlerTest, NamesWhoseDataTellThePlace) {
  const Document answer = asking_.Json("/api/places?q=Westton");
  ASSERT_GT(answer["gazetteer"].Size(), 0U);
  const std::string text = TextOf(answer["gazetteer"]);
  for (const char* publisher : {"OS data ©", "Royal Mail data ©", "National Statistics data ©",
                                "GeoNames", "OGL-UK-3.0", "CC-BY-4.0"}) {
    EXPECT_THAT(text, HasSubstr(publisher));
  }
}

TEST_F(PlacesHandlerTest, ErrorsAreAboutTheParameterOfThisAddress) {
  Expect("/api/places", "empty_place", "q");
  Expect("/api/places?q=", "empty_place", "q");
  Expect("/api/places?q=Atlantis", "unknown_place", "q");
  Expect("/api/places?q=WE1+1A", "malformed_postcode", "q");
  Expect("/api/places?q=Tiely", "ambiguous_place", "q");
}

TEST_F(PlacesHandlerTest, OtherParametersAreErrors) {
  Expect("/api/places?q=Westton&foo=1", "unknown_parameter", "foo");
  Expect("/api/places?near=Westton", "unknown_parameter", "near");
  Expect("/api/places?q=Westton&q=Westton", "repeated_parameter", "q");
}

}  // namespace
}  // namespace waypost::server
