// /oruk/v1 over small indexes: addresses, nested members, taxonomies, reviews, richness.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

record::Service Reviewed() {
  record::Service service = StatedService();
  service.attending = {Attending::kVenue};
  service.deliverable_types = {"advice"};
  service.contacts = {{.name = "Jo", .title = "Warden", .phones = {{.number = "0114 496 0001"}}}};
  service.holiday_schedules = {
      {.closed = true, .start_date = testing::DayOf2026(12, 25), .end_date = std::nullopt}};
  service.reviews = {{.id = "r1",
                      .reviewer_organisation_id = "cqc",
                      .title = "Good",
                      .date = "2026-01-02T00:00:00"}};
  return service;
}

class OrukV1Test : public ::testing::Test {
 protected:
  std::string Id() const {
    return asking_.Json("/oruk/v1/services?text=memory")["content"][0]["id"].GetString();
  }

  const Asking asking_{{Reviewed(), testing::Service("bare")}};
};

TEST_F(OrukV1Test, ListsHaveSeveralNames) {
  for (const char* list : {"services", "taxonomies", "organizations", "locations", "reviews"}) {
    const std::string path = std::string("/oruk/v1/") + list;
    const std::string body = asking_.Get(path).body;
    EXPECT_EQ(asking_.Get(path + "/").body, body);
    EXPECT_EQ(asking_.Get(path + ".json").body, body);
    const HttpResponse table = asking_.Get(path + ".csv");
    EXPECT_THAT(table.content_type, StartsWith("text/csv"));
    EXPECT_EQ(HeaderOf(table, "Content-Disposition"), "attachment; filename=result.csv");
    EXPECT_THAT(table.body, StartsWith("id,"));
    EXPECT_EQ(asking_.Get(path + "/nobody").status, 404);
  }
  EXPECT_EQ(asking_.Get("/oruk/v1/hservices").body, asking_.Get("/oruk/v1/services").body);
  EXPECT_EQ(asking_.Get("/oruk/v1/nothing").status, 404);
  EXPECT_EQ(asking_.Get("/oruk/v1").status, 404);
}

TEST_F(OrukV1Test, ASingleServiceHasAllNestedMembers) {
  const Document service = asking_.Json("/oruk/v1/services/" + Id());
  EXPECT_STREQ(service["attending_type"].GetString(), "venue");
  EXPECT_STREQ(service["attending_access"].GetString(), "drop-in");
  EXPECT_STREQ(service["deliverable_type"].GetString(), "Advice");
  EXPECT_EQ(service["eligibilitys"][0]["minimum_age"].GetDouble(), 5);
  EXPECT_EQ(service["contacts"].Size(), 2U);
  EXPECT_STREQ(service["contacts"][0]["phones"][0]["number"].GetString(), "0114 496 0001");
  EXPECT_STREQ(service["contacts"][1]["phones"][0]["number"].GetString(), "0114 496 0000");
  EXPECT_TRUE(service["holiday_schedules"][0]["closed"].GetBool());
  EXPECT_STREQ(service["holiday_schedules"][0]["end_date"].GetString(), "2026-12-25");
  EXPECT_STREQ(service["service_taxonomys"][0]["taxonomy"]["id"].GetString(), "esdServiceType:111");
  const Value& at = service["service_at_locations"][0];
  EXPECT_STREQ(at["location"]["physical_addresses"][0]["postal_code"].GetString(), "WE1 1AA");
}

TEST_F(OrukV1Test, RowsHaveTheNestedMembersThatAreIncluded) {
  const Document plain = asking_.Json("/oruk/v1/services?text=memory");
  EXPECT_FALSE(plain["content"][0].HasMember("contacts"));
  for (const char* include :
       {"include=contacts,service_at_locations", "include=contacts&include=service_at_locations"}) {
    const Document page = asking_.Json(std::string("/oruk/v1/services?text=memory&") + include);
    EXPECT_EQ(page["number"].GetInt(), 1);
    EXPECT_TRUE(page["content"][0].HasMember("contacts"));
    EXPECT_TRUE(page["content"][0].HasMember("service_at_locations"));
    EXPECT_FALSE(page["content"][0].HasMember("eligibilitys"));
  }
}

TEST_F(OrukV1Test, TaxonomiesAreTermsAndRootsHaveANullParent) {
  const auto ids = [&](const std::string& question) {
    std::vector<std::string> found;
    const Document page = asking_.Json("/oruk/v1/taxonomies?per_page=500&" + question);
    for (const Value& row : page["content"].GetArray()) found.emplace_back(row["id"].GetString());
    return found;
  };
  EXPECT_THAT(ids("vocabulary=esdServiceTypes&root_only=true"),
              ElementsAre("esdServiceType:1", "esdServiceType:2"));
  EXPECT_THAT(ids("parent_id=service:1%20"), ElementsAre("esdServiceType:11"));
  EXPECT_THAT(ids("needs=need:5"), ElementsAre("esdServiceType:11"));
  EXPECT_THAT(ids("vocabulary=esdServiceTypes&text=type%20two"), ElementsAre("esdServiceType:2"));
  EXPECT_TRUE(asking_.Json("/oruk/v1/taxonomies/esdServiceType:1")["parent"].IsNull());
  const Document child = asking_.Json("/oruk/v1/taxonomies/http://id.esd.org.uk/service/11");
  EXPECT_STREQ(child["parent"]["id"].GetString(), "esdServiceType:1");
  EXPECT_THAT(asking_.Get("/oruk/v1/vocabularies").body, HasSubstr("\"esdNeeds\""));
}

TEST_F(OrukV1Test, ReviewsNameTheirServiceAndReviewer) {
  const Document page = asking_.Json("/oruk/v1/reviews");
  ASSERT_EQ(page["content"].Size(), 1U);
  const std::string id = page["content"][0]["id"].GetString();
  const Document review = asking_.Json("/oruk/v1/reviews/" + id);
  EXPECT_STREQ(review["service"]["name"].GetString(), "Memory Café");
  EXPECT_STREQ(review["date"].GetString(), "2026-01-02");
  EXPECT_EQ(std::string(review["reviewer_organization_id"].GetString()).size(), 36U);
}

// name 10, locations 9, description 5, url 2, attending 2, access 2, ages 2, contacts 2, assured 2
// of 42: areas, an email and hours elsewhere are missing, and the last cannot be had at a venue.
TEST(OrukV1OrganizationsTest, AreThoseOfServicesWithTheTerm) {
  record::Service typed = testing::Service("typed");
  typed.organisation = record::Organisation{.id = "a", .name = "Typed org"};
  testing::AddTerm(typed, "esdServiceTypes", "111");
  record::Service other = testing::Service("other");
  other.organisation = record::Organisation{.id = "b", .name = "Other org"};
  const Asking asking({typed, other, testing::Service("nobody's")});
  const auto names = [&](const std::string& question) {
    std::vector<std::string> all;
    const Document page = asking.Json("/oruk/v1/organizations?" + question);
    for (const Value& row : page["content"].GetArray()) all.emplace_back(row["name"].GetString());
    return all;
  };
  EXPECT_EQ(names("").size(), 3U);
  EXPECT_THAT(names("taxonomy=11&scheme=esdServiceTypes"), ElementsAre("Typed org"));
  EXPECT_THAT(names("taxonomy=esdServiceType:111"), ElementsAre("Typed org"));
  EXPECT_THAT(names("scheme=esdServiceTypes"), ElementsAre("Typed org"));
  EXPECT_TRUE(names("taxonomy=2&scheme=esdServiceTypes").empty());
  EXPECT_TRUE(names("taxonomy=11&scheme=nothing").empty());
}

TEST_F(OrukV1Test, RichnessIsWeighedOverWhatCanBeHad) {
  const Document rich = asking_.Json("/oruk/v1/services/" + Id() + "/richness");
  EXPECT_EQ(TextOf(rich["not_populated"]), R"(["service_areas","email"])");
  EXPECT_DOUBLE_EQ(rich["richness_percentage"].GetDouble(), 83.72);
  EXPECT_EQ(asking_.Get("/oruk/v1/services/nobody/richness").status, 404);
  const Document all = asking_.Json("/oruk/v1/services/richness?text=memory");
  EXPECT_EQ(all["sample_size"].GetInt(), 1);
  EXPECT_DOUBLE_EQ(all["average"].GetDouble(), 83.72);
  EXPECT_EQ(TextOf(asking_.Json("/oruk/v1/services/richness/?page=9")), R"({"sample_size":0})");
}

}  // namespace
}  // namespace waypost::server
