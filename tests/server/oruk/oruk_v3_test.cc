// /oruk/v3 over small indexes: what a record becomes, and what each list takes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> NamesOf(const Document& page) {
  std::vector<std::string> names;
  for (const Value& row : page["contents"].GetArray()) names.emplace_back(row["name"].GetString());
  std::sort(names.begin(), names.end());
  return names;
}

record::Service Rough() {
  record::Service service = testing::ServiceAt("rough", 51.5, -2.5);
  service.url = "www.rough.org/a b";
  service.email = "via website";
  record::Location& location = service.locations.front().location;
  location.address = {{"1 High Street", "Westton"}, "", "", "WE1 1AA", "United Kingdom"};
  location.accessibility = {{.feature = Accessibility::kRamp, .fact = Fact::kYes},
                            {.feature = Accessibility::kCd, .fact = Fact::kNo}};
  record::Schedule daily = testing::WeeklyRow({}, 9 * 60, 24 * 60);
  daily.freq = "DAILY";
  record::Schedule yearly = testing::WeeklyRow({}, 9 * 60, 10 * 60);
  yearly.freq = "YEARLY";
  yearly.dtstart = testing::DayOf2026(12, 1);
  service.schedules = {daily, yearly};
  service.ages = {{5.0, 12.0}, {16.0, std::nullopt}};
  service.cost_options = {{.option = "Entry", .amount = -1.0}};
  return service;
}

class OrukV3Test : public ::testing::Test {
 protected:
  Document OneByName(const char* name, std::string_view rest = "") const {
    const Document page = asking_.Json("/oruk/v3/services?search=" + std::string(name));
    const std::string id = page["contents"][0]["id"].GetString();
    return asking_.Json("/oruk/v3/services/" + id + std::string(rest));
  }

  const Asking asking_{{StatedService(), Rough(), testing::Service("bare")}};
};

TEST_F(OrukV3Test, RootSaysTheVersion) {
  for (const char* path : {"/oruk/v3", "/oruk/v3/"}) {
    EXPECT_STREQ(asking_.Json(path)["version"].GetString(), "HSDS-UK-3.0");
  }
}

TEST_F(OrukV3Test, RootLeadsToOurOwnDescription) {
  const HttpResponse response =
      asking_.Ask("GET", "/oruk/v3/", {{"host", "help.example.org:8080"}});
  EXPECT_STREQ(JsonOf(response)["openapi_url"].GetString(),
               "http://help.example.org:8080/openapi.json");
}

TEST_F(OrukV3Test, WhatIsInvalidIsMendedOrLeftOut) {
  const Document rough = OneByName("rough");
  EXPECT_STREQ(rough["url"].GetString(), "https://www.rough.org/a%20b");
  EXPECT_FALSE(rough.HasMember("email"));
  EXPECT_STREQ(rough["status"].GetString(), "active");
  EXPECT_EQ(rough["minimum_age"].GetDouble(), 5);
  EXPECT_FALSE(rough.HasMember("maximum_age"));
  EXPECT_FALSE(rough["cost_options"][0].HasMember("amount"));
  const Value& location = rough["service_at_locations"][0]["location"];
  EXPECT_STREQ(location["location_type"].GetString(), "physical");
  const Value& address = location["addresses"][0];
  EXPECT_STREQ(address["address_1"].GetString(), "1 High Street");
  EXPECT_STREQ(address["city"].GetString(), "Westton");
  EXPECT_STREQ(address["state_province"].GetString(), "Westton");
  EXPECT_STREQ(address["country"].GetString(), "GB");
  EXPECT_STREQ(location["accessibility"][0]["accessibility"].GetString(), "ramp");
  EXPECT_STREQ(location["accessibility"][1]["description"].GetString(), "no cd");
}

TEST_F(OrukV3Test, OnlyWeeklyAndMonthlyRulesAreWritten) {
  const Document rough = OneByName("rough");
  const Value& daily = rough["schedules"][0];
  EXPECT_STREQ(daily["freq"].GetString(), "WEEKLY");
  EXPECT_STREQ(daily["byday"].GetString(), "MO,TU,WE,TH,FR,SA,SU");
  EXPECT_STREQ(daily["closes_at"].GetString(), "23:59");
  const Value& yearly = rough["schedules"][1];
  EXPECT_FALSE(yearly.HasMember("freq"));
  EXPECT_STREQ(yearly["dtstart"].GetString(), "2026-12-01");
  EXPECT_STREQ(yearly["description"].GetString(), "Repeats: yearly");
}

// A feed that names no organisation leaves services that validators refuse.
TEST_F(OrukV3Test, AServiceOfNoOrganisationBelongsToItsSource) {
  const Document bare = OneByName("bare");
  const std::string id = bare["organization_id"].GetString();
  EXPECT_EQ(bare["organization"]["id"].GetString(), id);
  const Document page = asking_.Json("/oruk/v3/services?organization_id=" + id);
  EXPECT_THAT(NamesOf(page), ElementsAre("bare", "rough"));
  const Document organization = asking_.Json("/oruk/v3/organizations/" + id);
  EXPECT_EQ(organization["services"].Size(), 2U);
}

TEST_F(OrukV3Test, ListsAreFoundByTheIdsThatTheyGive) {
  for (const char* list :
       {"services", "service_at_locations", "taxonomies", "taxonomy_terms", "organizations"}) {
    const std::string path = std::string("/oruk/v3/") + list;
    const Document page = asking_.Json(path);
    ASSERT_GT(page["contents"].Size(), 0U) << list;
    for (const Value& row : page["contents"].GetArray()) {
      const Document one = asking_.Json(path + "/" + row["id"].GetString());
      EXPECT_STREQ(one["id"].GetString(), row["id"].GetString());
    }
    EXPECT_EQ(asking_.Get(path + "/00000000-0000-4000-8000-000000000000").status, 404);
    EXPECT_EQ(asking_.Get(path + "/nobody").status, 404);
  }
}

TEST_F(OrukV3Test, TermsAndTaxonomiesFilter) {
  const Document cafe = OneByName("memory");
  const Value& term = cafe["attributes"][0]["taxonomy_term"];
  const auto names = [&](const std::string& question) {
    return NamesOf(asking_.Json("/oruk/v3/services?" + question));
  };
  EXPECT_THAT(names(std::string("taxonomy_term_id=") + term["id"].GetString()),
              ElementsAre("Memory Café"));
  EXPECT_THAT(names(std::string("taxonomy_id=") + term["taxonomy_id"].GetString()),
              ElementsAre("Memory Café"));
  EXPECT_THAT(names("taxonomy_term_id=esdServiceType:1"), ElementsAre("Memory Café"));
  EXPECT_THAT(names("taxonomy_term_id=esdServiceType:1&taxonomy_term_id=esdServiceType:2"),
              IsEmpty());
  EXPECT_THAT(names("taxonomy_term_id=00000000-0000-4000-8000-000000000000"), IsEmpty());
}

TEST_F(OrukV3Test, MinimalRowsAreAllOnOnePageAndFullOnesAreDetails) {
  const Document minimal = asking_.Json("/oruk/v3/services?minimal=true");
  EXPECT_EQ(minimal["contents"].Size(), 3U);
  EXPECT_EQ(minimal["total_pages"].GetInt(), 1);
  const Document full = asking_.Json("/oruk/v3/services?full=true&per_page=1");
  const std::string id = full["contents"][0]["id"].GetString();
  EXPECT_EQ(TextOf(full["contents"][0]), asking_.Get("/oruk/v3/services/" + id).body);
}

TEST_F(OrukV3Test, LinesAreTheRowsOfTheList) {
  const HttpResponse lines = asking_.Get("/oruk/v3/services?format=ndjson");
  EXPECT_EQ(lines.content_type, "application/x-ndjson");
  std::string expected;
  const Document page = asking_.Json("/oruk/v3/services");
  for (const Value& row : page["contents"].GetArray()) {
    expected += TextOf(row) + "\n";
  }
  EXPECT_EQ(lines.body, expected);
}

TEST_F(OrukV3Test, ExtrasAreThereWhenAskedFor) {
  EXPECT_FALSE(OneByName("memory").HasMember("phones"));
  EXPECT_STREQ(OneByName("memory", "?extras=true")["phones"][0]["number"].GetString(),
               "0114 496 0000");
}

TEST_F(OrukV3Test, BadValuesAreProblemsAndUnknownNamesNone) {
  for (const char* question :
       {"page=0", "per_page=x", "minimum_age=old", "start_time=25:00", "day=XX", "format=xml",
        "minimal=perhaps", "modified_after=yesterday", "postcode=WE1+1AA&proximity=-5",
        "postcode=ZZ99+9ZZ", "status=open", "minimum_age=9&maximum_age=8", "start_time=09:00:xx",
        "start_time=09:00:60", "start_time=09:00:00Z", "per_page=00000000000005"}) {
    asking_.Problem(std::string("/oruk/v3/services?") + question, 400);
  }
  EXPECT_STREQ(asking_.Problem("/oruk/v3/services?postcode=nowhere")["parameter"].GetString(),
               "postcode");
  EXPECT_STREQ(asking_.Problem("/oruk/v3/services?start_time=24:00")["parameter"].GetString(),
               "start_time");
  EXPECT_EQ(asking_.Json("/oruk/v3/services?latitude=x&empty=&day=")["total_items"].GetInt(), 3);
}

TEST_F(OrukV3Test, AnswersAreKeptUntilTheIndexChanges) {
  const HttpResponse first = asking_.Get("/oruk/v3/services");
  const std::string tag = HeaderOf(first, "ETag");
  ASSERT_NE(tag, "");
  const HttpResponse again = asking_.Ask("GET", "/oruk/v3/services", {{"if-none-match", tag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
}

}  // namespace
}  // namespace waypost::server
