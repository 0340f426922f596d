// Services at locations, locations, and what is confidential of them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kHall[] = "11111111-1111-4111-8111-111111111111";

record::Service AtHall(const std::string& id, const std::string& source) {
  record::Service service = testing::Service(id);
  service.source = source;
  record::ServiceAtLocation& at = testing::AddLocation(service, kHall, testing::Point(51.5, -2.5));
  at.location.name = "Hall of " + source;
  at.location.address = {{"1 High Street"}, "Westton", "Westshire", "WE1 1AA", "GB"};
  return service;
}

record::Service Refuge() {
  record::Service service = AtHall("hidden", "alpha");
  service.name = "Harbour";
  service.confidential = true;
  return service;
}

class OrukPlacesTest : public ::testing::Test {
 protected:
  const Asking asking_{{AtHall("one", "alpha"), AtHall("two", "alpha"), AtHall("other", "beta"),
                        testing::Service("nowhere"), Refuge()}};
};

TEST_F(OrukPlacesTest, ServicesOfOneSourceShareALocation) {
  const Document hall = asking_.Json(std::string("/oruk/v1/locations/") + kHall);
  EXPECT_STREQ(hall["name"].GetString(), "Hall of alpha");
  ASSERT_EQ(hall["service_at_locations"].Size(), 2U);
  EXPECT_EQ(asking_.Json("/oruk/v1/locations")["totalElements"].GetInt(), 3);
}

TEST_F(OrukPlacesTest, AServiceWithoutLocationsIsAtNone) {
  const Document page = asking_.Json("/oruk/v3/service_at_locations");
  EXPECT_EQ(page["total_items"].GetInt(), 4);
  for (const Value& row : page["contents"].GetArray()) {
    const Document one =
        asking_.Json(std::string("/oruk/v3/service_at_locations/") + row["id"].GetString());
    EXPECT_STREQ(one["location"]["id"].GetString(), row["location_id"].GetString());
    EXPECT_STREQ(one["name"].GetString(), one["service"]["name"].GetString());
  }
}

TEST_F(OrukPlacesTest, AConfidentialServiceIsNowhereInAnyAnswer) {
  const Document found = asking_.Json("/oruk/v3/services?search=harbour");
  const std::string id = found["contents"][0]["id"].GetString();
  const Document page = asking_.Json("/oruk/v3/service_at_locations?search=harbour");
  const std::string location = page["contents"][0]["location_id"].GetString();
  for (const std::string& path :
       {"/oruk/v3/services/" + id + "?extras=true", "/oruk/v1/services/" + id,
        "/oruk/v1/locations/" + location,
        std::string("/oruk/v3/service_at_locations?full=true&search=harbour"),
        std::string("/oruk/v1/services.csv?text=harbour&include=service_at_locations")}) {
    const HttpResponse answer = asking_.Get(path);
    EXPECT_EQ(answer.status, 200) << path;
    for (const char* told : {"latitude", "High Street", "WE1", "Westton", kHall}) {
      EXPECT_THAT(answer.body, Not(HasSubstr(told))) << path;
    }
  }
  EXPECT_THAT(asking_.Get(std::string("/oruk/v1/locations/") + kHall).body,
              Not(HasSubstr("Harbour")));
}

// In pages of `per_page`, one after the other.
std::vector<std::string> IdsOfPages(const Asking& asking, const std::string& question,
                                    int per_page) {
  std::vector<std::string> ids;
  for (int page = 1;; ++page) {
    const Document answer =
        asking.Json("/oruk/v3/service_at_locations?per_page=" + std::to_string(per_page) +
                    "&page=" + std::to_string(page) + question);
    for (const Value& row : answer["contents"].GetArray()) ids.push_back(row["id"].GetString());
    if (answer["last_page"].GetBool()) return ids;
  }
}

TEST(OrukPlacesPages, AreCutFromOneOrder) {
  std::vector<record::Service> services;
  for (int i = 0; i < 17; ++i) {
    services.push_back(AtHall("s" + std::to_string(i), "alpha"));
    services.back().status = i % 5 == 0 ? Status::kInactive : Status::kActive;
    services.back().description = i % 2 == 0 ? "tea" : "tea and cake";
  }
  const Asking asking(std::move(services));
  for (const char* question : {"", "&status=active,inactive", "&search=tea", "&search=cake",
                               "&postcode=WE1+1AA", "&postcode=EA1+1AA&status=inactive"}) {
    const std::vector<std::string> whole = IdsOfPages(asking, question, 1'000);
    EXPECT_GT(whole.size(), 3U) << question;
    EXPECT_TRUE(std::ranges::is_sorted(whole)) << question;
    EXPECT_EQ(IdsOfPages(asking, question, 3), whole) << question;
    const std::string lines =
        asking.Get(std::string("/oruk/v3/service_at_locations?format=ndjson") + question).body;
    EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(lines, '\n')), whole.size()) << question;
  }
  EXPECT_EQ(IdsOfPages(asking, "", 3).size(), 13U);
}

// What is cut from the catalogue depends on no minute, and may be kept as long as the index.
TEST_F(OrukPlacesTest, AllOfThemAreNoSearch) {
  const auto kept = [&](const char* list) {
    return HeaderOf(asking_.Get(list), "Cache-Control") + HeaderOf(asking_.Get(list), "ETag");
  };
  EXPECT_EQ(kept("/oruk/v3/service_at_locations"), kept("/oruk/v3/services"));
  EXPECT_NE(kept("/oruk/v3/service_at_locations?search=one"), kept("/oruk/v3/services"));
}

TEST_F(OrukPlacesTest, ProximityCutsAndPostcodeOrders) {
  const auto total = [&](const std::string& question) {
    return asking_.Json("/oruk/v3/service_at_locations?" + question)["total_items"].GetInt();
  };
  EXPECT_EQ(total("postcode=WE1+1AA"), 4);
  EXPECT_EQ(total("postcode=we11aa&proximity=100"), 3);
  EXPECT_EQ(total("postcode=EA1+1AA&proximity=100"), 0);
  // A service that is nowhere is reached in ways that nobody stated, so v1 keeps it.
  EXPECT_EQ(
      asking_.Json("/oruk/v1/services?postcode=EA1+1AA&proximity=100")["totalElements"].GetInt(),
      1);
}

}  // namespace
}  // namespace waypost::server
