#include "server/response/service_json_ld.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Of a service that is the only one.
std::string JsonLdOf(record::Service service) {
  const Asking asking({std::move(service)});
  const ServiceOrdinal only = ServiceOrdinal::At(0);
  const auto facts = ReadServiceFacts(asking.index(), only);
  EXPECT_TRUE(facts.ok()) << facts.status();
  return ServiceJsonLd(asking.index(), only, *facts);
}

rapidjson::Document Parsed(const std::string& text) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  EXPECT_FALSE(json.HasParseError()) << text;
  return json;
}

TEST(ServiceJsonLd, SaysWhatIsStated) {
  const rapidjson::Document json = Parsed(JsonLdOf(StatedService()));
  EXPECT_STREQ(json["@context"].GetString(), "https://schema.org");
  EXPECT_STREQ(json["@type"].GetString(), "Service");
  EXPECT_STREQ(json["name"].GetString(), "Memory Café");
  EXPECT_EQ(TextOf(json["serviceType"]), R"(["type hundred"])");
  EXPECT_EQ(TextOf(json["provider"]), R"({"@type":"Organization","name":"Town Hall"})");
  EXPECT_TRUE(json["isAccessibleForFree"].GetBool());
  EXPECT_EQ(TextOf(json["hoursAvailable"]),
            R"([{"@type":"OpeningHoursSpecification","dayOfWeek":["https://schema.org/Saturday"],)"
            R"("opens":"10:00","closes":"12:00"}])");
  EXPECT_DOUBLE_EQ(json["audience"][0]["suggestedMinAge"].GetDouble(), 5);
  EXPECT_DOUBLE_EQ(json["offers"][0]["price"].GetDouble(), 0);
  EXPECT_FALSE(json["offers"][0].HasMember("priceCurrency"));
  const auto& channels = json["availableChannel"];
  ASSERT_EQ(channels.Size(), 2U);
  EXPECT_STREQ(channels[0]["servicePhone"]["telephone"].GetString(), "0114 496 0000");
  const auto& place = channels[1]["serviceLocation"];
  EXPECT_STREQ(place["name"].GetString(), "The Hall");
  EXPECT_STREQ(place["address"]["streetAddress"].GetString(), "1 High Street");
  EXPECT_STREQ(place["address"]["postalCode"].GetString(), "WE1 1AA");
  EXPECT_DOUBLE_EQ(place["geo"]["latitude"].GetDouble(), 51.5);
}

TEST(ServiceJsonLd, IsSilentWhereNothingIsStated) {
  EXPECT_EQ(JsonLdOf(testing::Service("bare")),
            R"({"@context":"https://schema.org","@type":"Service","name":"bare"})");
}

TEST(ServiceJsonLd, VenuesThatDifferHaveTheirOwnHours) {
  record::Service service = testing::Service("walks");
  testing::AddLocation(service, "a", testing::Point(51.5, -2.5)).schedules = {
      testing::WeeklyRow({Weekday::kMonday}, 22 * 60, 24 * 60)};
  testing::AddLocation(service, "b", testing::Point(51.6, -2.5)).schedules = {
      testing::WeeklyRow({Weekday::kFriday}, 9 * 60, 10 * 60)};
  const rapidjson::Document json = Parsed(JsonLdOf(service));
  EXPECT_FALSE(json.HasMember("hoursAvailable"));
  const auto& first = json["availableChannel"][0]["providesService"]["hoursAvailable"][0];
  EXPECT_STREQ(first["dayOfWeek"][0].GetString(), "https://schema.org/Monday");
  EXPECT_STREQ(first["closes"].GetString(), "00:00");
  const auto& second = json["availableChannel"][1]["providesService"]["hoursAvailable"][0];
  EXPECT_STREQ(second["opens"].GetString(), "09:00");
}

TEST(ServiceJsonLd, APointFoundByPostcodeIsNoStatement) {
  record::Service service = testing::Service("coarse");
  testing::AddLocation(service, "place").location.address.postcode = "WE1 1AA";
  const std::string json = JsonLdOf(service);
  EXPECT_THAT(json, HasSubstr("WE1 1AA"));
  EXPECT_THAT(json, Not(HasSubstr("GeoCoordinates")));
}

TEST(ServiceJsonLd, ConfidentialPlacesAreNotTold) {
  record::Service service = testing::ServiceAt("secret", 51.5, -2.5);
  service.confidential = true;
  service.locations.front().location.name = "Hidden House";
  service.locations.front().location.address = {{"1 Hidden Lane"}, "", "", "WE1 1AA", ""};
  const std::string json = JsonLdOf(service);
  for (const char* secret : {"Hidden", "WE1", "51.5", "geo", "address"}) {
    EXPECT_THAT(json, Not(HasSubstr(secret)));
  }
}

}  // namespace
}  // namespace waypost::server
