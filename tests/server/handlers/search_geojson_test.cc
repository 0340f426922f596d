// /api/search?format=geojson.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

// Two halls in West, one in East, and a page on the web.
record::Service SeveralVenues() {
  record::Service service = testing::ServiceAt("venues", 51.5, -2.5);
  testing::AddLocation(service, "second", testing::Point(51.6, -2.5));
  testing::AddLocation(service, "far", testing::Point(51.5, -1.5));
  testing::AddLocation(service, "unlocated");
  return service;
}

rapidjson::Document MapOf(const Asking& asking, const std::string& question) {
  const HttpResponse response = asking.Get("/api/search?format=geojson&" + question);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, "application/geo+json");
  return JsonOf(response);
}

// "-2.5 51.5, ..."
std::string PointsOf(const rapidjson::Document& map) {
  std::string points;
  for (const auto& feature : map["features"].GetArray()) {
    EXPECT_STREQ(feature["type"].GetString(), "Feature");
    EXPECT_STREQ(feature["geometry"]["type"].GetString(), "Point");
    points += (points.empty() ? "" : ", ") + TextOf(feature["geometry"]["coordinates"]);
  }
  return points;
}

TEST(SearchGeoJson, HasAFeatureForEachMatchingLocatedDocument) {
  const Asking asking({SeveralVenues()});
  const auto all = MapOf(asking, "near=51.5,-1.5");
  EXPECT_STREQ(all["type"].GetString(), "FeatureCollection");
  EXPECT_EQ(all["total"].GetInt(), 1);
  // The best first, then in no order that is promised.
  EXPECT_EQ(TextOf(all["features"][0]["geometry"]["coordinates"]), "[-1.5,51.5]");
  EXPECT_EQ(all["features"].Size(), 3U);
  EXPECT_EQ(PointsOf(MapOf(asking, "near=51.5,-1.5&within=1km")), "[-1.5,51.5]");
  EXPECT_EQ(PointsOf(MapOf(asking, "bbox=-3,51,-2,51.55")), "[-2.5,51.5]");
}

TEST(SearchGeoJson, FeaturesOfOneServiceHaveIdsOfTheirOwn) {
  const auto map = MapOf(Asking({SeveralVenues()}), "");
  ASSERT_EQ(map["features"].Size(), 3U);
  EXPECT_STRNE(map["features"][0]["id"].GetString(), map["features"][1]["id"].GetString());
  EXPECT_STREQ(map["features"][0]["properties"]["id"].GetString(),
               map["features"][1]["properties"]["id"].GetString());
}

TEST(SearchGeoJson, PropertiesAreFlatAndOnlyWhatIsStated) {
  const Asking asking({StatedService()});
  const auto map = MapOf(asking, "q=coffee&near=WE1+1AA");
  const auto& properties = map["features"][0]["properties"];
  EXPECT_STREQ(properties["name"].GetString(), "Memory Café");
  EXPECT_STREQ(properties["organization"].GetString(), "Town Hall");
  EXPECT_STREQ(properties["postcode"].GetString(), "WE1 1AA");
  EXPECT_STREQ(properties["checked"].GetString(), "2026-09-01");
  EXPECT_STREQ(properties["precision"].GetString(), "exact");
  EXPECT_STREQ(properties["ages"].GetString(), "5 to 12");
  EXPECT_STREQ(properties["access"].GetString(), "drop-in");
  EXPECT_STREQ(properties["next_session"].GetString(), "2026-11-28T10:00:00+00:00");
  EXPECT_THAT(properties["why_text"].GetString(), ::testing::HasSubstr("coffee"));
  EXPECT_EQ(properties["distance_m"].GetInt(), 0);
  EXPECT_TRUE(properties["free"].GetBool());
  EXPECT_TRUE(properties["certain"].GetBool());
  for (const auto& [name, value] : properties.GetObject()) {
    EXPECT_TRUE(value.IsString() || value.IsInt() || value.IsBool()) << name.GetString();
    if (value.IsString()) {
      EXPECT_GT(value.GetStringLength(), 0U) << name.GetString();
    }
  }
  const auto silent = MapOf(Asking({testing::ServiceAt("a", 51.5, -2.5)}), "");
  for (const char* name : {"free", "phone", "checked", "distance_m", "sessions", "modified"}) {
    EXPECT_FALSE(silent["features"][0]["properties"].HasMember(name)) << name;
  }
}

TEST(SearchGeoJson, APointThatIsOnlyAboutRightSaysSo) {
  record::Service service = testing::Service("about");
  record::ServiceAtLocation& at = testing::AddLocation(service, "about-place");
  at.location.address.postcode = "WE1 1ZX";  // known without a point: its sector's
  const auto map = MapOf(Asking({service}), "");
  ASSERT_EQ(map["features"].Size(), 1U);
  EXPECT_STREQ(map["features"][0]["properties"]["precision"].GetString(), "sector");
}

TEST(SearchGeoJson, FollowsThePageAndCountsWhatHasNoPoint) {
  const Asking asking({testing::ServiceAt("a", 51.5, -2.5), testing::Service("b"),
                       testing::ServiceAt("c", 51.6, -2)});
  const auto first = MapOf(asking, "per_page=2");
  EXPECT_EQ(PointsOf(first), "[-2.5,51.5]");
  EXPECT_EQ(first["without_point"].GetInt(), 1);
  EXPECT_EQ(first["total"].GetInt(), 3);
  EXPECT_EQ(first["total_pages"].GetInt(), 2);
  EXPECT_EQ(PointsOf(MapOf(asking, "per_page=2&page=2")), "[-2,51.6]");
  EXPECT_EQ(first["sources"].Size(), 1U);
}

}  // namespace
}  // namespace waypost::server
