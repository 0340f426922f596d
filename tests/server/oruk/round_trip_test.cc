// What a 3.0 feed gave comes back through /oruk/v3 with no field lost.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/index_builder/sources/json_reading.h"
#include "tests/server/oruk/published.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kMade = WAYPOST_SOURCE_DIR "/tests/server/oruk/hsds_3.json";
const std::string kSample = WAYPOST_SOURCE_DIR "/data/sample/oruk3";

// Services of both that lose something; how many were compared.
std::size_t CompareAll(const std::string& path) {
  const std::map<std::string, Document> published = PublishedServices(path);
  const std::map<std::string, Document> answered = WholeServices(AskingOf(path));
  std::size_t compared = 0;
  for (const auto& [id, service] : published) {
    const auto back = answered.find(id);
    // Of what must not be found much is left out on purpose.
    if (back == answered.end() || back->second.HasMember("confidential")) continue;
    ++compared;
    EXPECT_THAT(LostFields(service, back->second), IsEmpty()) << path << " " << id;
  }
  return compared;
}

// Every member of the profile and of HSDS, members of nobody at every depth; and one service with
// what has to be mended.
TEST(RoundTripTest, AMadeFeedComesBackWithNoFieldLost) { EXPECT_EQ(CompareAll(kMade), 2U); }

TEST(RoundTripTest, TheSampleComesBackWithNoFieldLost) { EXPECT_GT(CompareAll(kSample), 800U); }

TEST(RoundTripTest, RealFeedsComeBackWithNoFieldLost) {
  const std::string page = sources::SharedData("oruk-feeds/bristol-oruk-v3-page1.json");
  if (page.empty()) GTEST_SKIP() << "no shared data";
  EXPECT_EQ(CompareAll(page), 3U);
  EXPECT_EQ(CompareAll(sources::SharedData("oruk-feeds/bristol-oruk-v3-service-1625ip.json")), 1U);
}

// Whether every member of `part` is the same in `whole`; elements of arrays are told by their ids.
bool IsWithin(const Value& part, const Value& whole) {
  if (part.IsObject() && whole.IsObject()) {
    for (const auto& member : part.GetObject()) {
      const auto found = whole.FindMember(member.name);
      if (found == whole.MemberEnd() || !IsWithin(member.value, found->value)) return false;
    }
    return true;
  }
  if (!part.IsArray() || !whole.IsArray()) return part == whole;
  return std::ranges::all_of(part.GetArray(), [&](const Value& element) {
    return std::ranges::any_of(
        whole.GetArray(), [&](const Value& candidate) { return IsWithin(element, candidate); });
  });
}

// Without `extras` the same things have the same ids and none of what is outside the profile.
TEST(RoundTripTest, ExtrasOnlyAdd) {
  const Asking asking = AskingOf(kMade);
  for (const auto& [own, whole] : WholeServices(asking)) {
    const std::string id = whole["id"].GetString();
    const Document plain = asking.Json("/oruk/v3/services/" + id);
    EXPECT_TRUE(IsWithin(plain, whole)) << own << TextOf(plain);
    EXPECT_THAT(TextOf(plain), ::testing::Not(HasSubstr("\"x_")));
    EXPECT_FALSE(plain.HasMember("phones"));
  }
}

// What the profile has needs no `extras`, wherever the record keeps it.
TEST(RoundTripTest, TheProfileIsThereWithoutExtras) {
  const Asking asking = AskingOf(kMade);
  const Document page = asking.Json("/oruk/v3/services?search=allotment&full=true");
  const Value& service = page["contents"][0];
  const Value& organization = service["organization"];
  EXPECT_STREQ(organization["parent_organization_id"].GetString(),
               "0b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0101");
  EXPECT_STREQ(organization["organization_identifiers"][0]["identifier"].GetString(), "1000001");
  const Value& location = service["service_at_locations"][0]["location"];
  EXPECT_STREQ(location["external_identifier"].GetString(), "10000001");
  EXPECT_STREQ(location["external_identifier_type"].GetString(), "UPRN");
  EXPECT_STREQ(location["accessibility"][0]["details"].GetString(), "1 in 12");
  ASSERT_EQ(location["addresses"].Size(), 2U);
  EXPECT_STREQ(location["addresses"][0]["attention"].GetString(), "The warden");
  EXPECT_STREQ(location["addresses"][0]["region"].GetString(), "South West");
  EXPECT_STREQ(location["addresses"][1]["address_type"].GetString(), "postal");
  const Value& attribute = location["attributes"][0];
  EXPECT_STREQ(attribute["link_type"].GetString(), "location");
  EXPECT_STREQ(attribute["link_id"].GetString(), location["id"].GetString());
  EXPECT_STREQ(attribute["taxonomy_term"]["description"].GetString(), "A quiet place");
  for (const Value& own : service["attributes"].GetArray()) {
    EXPECT_STRNE(own["taxonomy_term"]["name"].GetString(), "Quiet");
  }
  const std::string term = attribute["taxonomy_term_id"].GetString();
  EXPECT_EQ(asking.Json("/oruk/v3/services?taxonomy_term_id=" + term)["total_items"].GetInt(), 1);
}

// Of many parts each has what was stated of itself.
TEST(RoundTripTest, ManyPartsKeepWhatIsTheirs) {
  const auto id_of = [](int i) {
    return "0b0a5f7e-3a5e-4d44-8d59-" + std::to_string(700000000000 + i);
  };
  std::string rows;
  for (int i = 0; i < 300; ++i) {
    const std::string number = std::to_string((i * 7) % 300);
    rows += rows.empty() ? "" : ",";
    rows += R"({"id":")" + id_of((i * 7) % 300) + R"(","freq":"WEEKLY","byday":"MO","x_row":")";
    rows += number + R"("})";
  }
  record::Service service = sources::ReadOneService(
      R"({"id":"0b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0999","name":"Tea","schedules":[)" + rows + "]}");
  service.source = "alpha";
  const Asking asking({service});
  const Document whole =
      asking.Json("/oruk/v3/services/0b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0999?extras=true");
  ASSERT_EQ(whole["schedules"].Size(), 300U);
  for (const Value& row : whole["schedules"].GetArray()) {
    ASSERT_TRUE(row.HasMember("x_row"));
    EXPECT_EQ(row["id"].GetString(), id_of(std::stoi(row["x_row"].GetString())));
  }
}

// What is published there and is not valid comes with `extras` alone.
TEST(RoundTripTest, WhatCannotBeMendedNeedsExtras) {
  record::Service service = sources::ReadOneService(R"({"id": "s1", "name": "Tea",
    "organization": {"id": "o1", "name": "O", "parent_organization_id": "none of them",
    "organization_identifiers": [{"identifier": "7"}]}, "service_at_locations": [{"id": "p1",
    "location": {"id": "l1", "addresses": [{"address_1": "1 Road", "city": "X",
    "postal_code": "WE1 1AA"}, {"address_1": "Box 2", "address_type": "postal"}]}}]})");
  service.source = "alpha";
  const Asking asking({service});
  const Document page = asking.Json("/oruk/v3/services?full=true");
  const Value& plain = page["contents"][0];
  EXPECT_FALSE(plain["organization"].HasMember("parent_organization_id"));
  EXPECT_FALSE(plain["organization"].HasMember("organization_identifiers"));
  EXPECT_EQ(plain["service_at_locations"][0]["location"]["addresses"].Size(), 1U);
  const Document rich = asking.Json("/oruk/v3/services?full=true&extras=true");
  const Value& more = rich["contents"][0];
  EXPECT_STREQ(more["organization"]["parent_organization_id"].GetString(), "none of them");
  EXPECT_EQ(more["organization"]["organization_identifiers"].Size(), 1U);
  EXPECT_EQ(more["service_at_locations"][0]["location"]["addresses"].Size(), 2U);
}

// In 1.0 rows are alternatives, and all that one row says is needed together.
TEST(RoundTripTest, RowsOfEligibilityStayTogether) {
  record::Service service = sources::ReadOneService(R"({"id": "s1", "name": "Tea", "eligibilitys": [
    {"id": "1b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0221", "eligibility": "female", "minimum_age": 16,
     "maximum_age": 25, "taxonomys": [{"id": "circumstance:206", "name": "Unemployed"}]},
    {"eligibility": "child", "minimum_age": 5, "maximum_age": 11}, {"minimum_age": 60},
    {"eligibility": "male", "minimum_age": 9, "maximum_age": 3}]})");
  service.source = "alpha";
  service.ages.push_back({.minimum = 70, .maximum = 80});  // of no row
  const Asking asking({service});
  const std::string id = asking.Json("/oruk/v1/services")["content"][0]["id"].GetString();
  const Document one = asking.Json("/oruk/v1/services/" + id);
  const Value& rows = one["eligibilitys"];
  ASSERT_EQ(rows.Size(), 5U) << TextOf(rows);
  EXPECT_STREQ(rows[0]["id"].GetString(), "1b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0221");
  EXPECT_STREQ(rows[0]["eligibility"].GetString(), "female");
  EXPECT_EQ(rows[0]["minimum_age"].GetDouble(), 16);
  EXPECT_EQ(rows[0]["maximum_age"].GetDouble(), 25);
  EXPECT_STREQ(rows[0]["taxonomys"][0]["name"].GetString(), "Unemployed");
  EXPECT_STREQ(rows[1]["eligibility"].GetString(), "child");
  EXPECT_EQ(rows[1]["maximum_age"].GetDouble(), 11);
  EXPECT_EQ(rows[2]["minimum_age"].GetDouble(), 60);
  EXPECT_FALSE(rows[2].HasMember("maximum_age"));
  EXPECT_FALSE(rows[3].HasMember("minimum_age"));  // no range at all
  EXPECT_EQ(rows[4]["minimum_age"].GetDouble(), 70);
  const Document v3 = asking.Json("/oruk/v3/services/" + id + "?extras=true");
  EXPECT_STREQ(v3["eligibility_description"].GetString(), "female; child; male");
}

TEST(RoundTripTest, PlacesAndOrganisationsGiveTheirExtrasToo) {
  const Asking asking = AskingOf(kMade);
  const Document places = asking.Json("/oruk/v3/service_at_locations?search=allotment");
  const std::string place = places["contents"][0]["id"].GetString();
  const Document one = asking.Json("/oruk/v3/service_at_locations/" + place + "?extras=true");
  EXPECT_EQ(one["x_slot"].GetInt(), 4);
  EXPECT_STREQ(one["location"]["x_gate"].GetString(), "green");
  const std::string owner = one["service"]["organization_id"].GetString();
  const Document organization = asking.Json("/oruk/v3/organizations/" + owner + "?extras=true");
  EXPECT_STREQ(organization["legal_status"].GetString(), "charity");
  EXPECT_EQ(organization["organization_identifiers"].Size(), 1U);
}

// All that the profile says of a language: who answers in it.
TEST(RoundTripTest, LanguagesOfTelephonesAreRows) {
  const Asking asking = AskingOf(kMade);
  const Document page = asking.Json("/oruk/v3/services?search=allotment&full=true");
  const Value& languages = page["contents"][0]["languages"];
  ASSERT_EQ(languages.Size(), 2U);
  EXPECT_STREQ(languages[1]["id"].GetString(), "0b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0501");
  EXPECT_STREQ(languages[1]["phone_id"].GetString(), "0b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0531");
}

TEST(RoundTripTest, OfAConfidentialServiceNothingMoreIsGiven) {
  record::Service service = sources::ReadOneService(R"({"id": "r1", "name": "Quiet house",
    "confidential": true, "x_way": "Hidden Road", "service_at_locations": [{"id": "p1",
    "x_bell": "Hidden", "location": {"id": "l1", "x_key": "Hidden", "addresses": [
    {"address_1": "9 Hidden Road", "city": "Westton", "postal_code": "WE1 1AA", "x_door": "Hidden"},
    {"address_1": "8 Hidden Road", "address_type": "postal"}]}}]})");
  service.source = "alpha";
  const Asking asking({service});
  const Document page = asking.Json("/oruk/v3/services?full=true&extras=true");
  EXPECT_EQ(page["contents"].Size(), 1U);
  EXPECT_THAT(TextOf(page), ::testing::Not(HasSubstr("Hidden")));
}

// The comparison itself must see what is missing at every depth.
TEST(RoundTripTest, ALostFieldIsSeen) {
  const std::string path = kMade;
  const std::map<std::string, Document> published = PublishedServices(path);
  const std::map<std::string, Document> answered = WholeServices(AskingOf(path));
  const std::string id = "0b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0001";
  Document less;
  less.CopyFrom(answered.at(id), less.GetAllocator());
  less["service_at_locations"][0]["location"]["addresses"][1].RemoveMember("city");
  less["contacts"][0]["phones"][0].RemoveMember("x_sms");
  less.RemoveMember("fees");
  const std::vector<std::string> lost = LostFields(published.at(id), less);
  EXPECT_EQ(lost.size(), 3U);
  EXPECT_THAT(lost, Contains(HasSubstr("service_at_locations.location.addresses.city")));
  EXPECT_THAT(lost, Contains(HasSubstr("contacts.phones.x_sms")));
  EXPECT_THAT(lost, Contains(HasSubstr("fees")));
}

}  // namespace
}  // namespace waypost::server
