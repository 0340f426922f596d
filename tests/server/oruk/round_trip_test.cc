// What a 3.0 feed gave comes back through /oruk/v3 with no field lost.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/index_builder/sources/shared_data.h"
#include "tests/server/oruk/published.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kSourceFolder = WAYPOST_SOURCE_DIR;

// Services of both that lose something; how many were compared.
std::size_t CompareAll(const std::string& path) {
  const std::map<std::string, Document> published = PublishedServices(path);
  const std::map<std::string, Document> answered = WholeServices(AskingOf(path));
  std::size_t compared = 0;
  for (const auto& [id, service] : published) {
    const auto back = answered.find(id);
    if (back == answered.end()) continue;
    ++compared;
    EXPECT_THAT(LostFields(service, back->second), IsEmpty()) << path << " " << id;
  }
  return compared;
}

// Every member of the profile and of HSDS, members of nobody at every depth; and one service with
// what has to be mended.
TEST(RoundTripTest, AMadeFeedComesBackWithNoFieldLost) {
  EXPECT_EQ(CompareAll(kSourceFolder + "/tests/server/oruk/hsds_3.json"), 2U);
}

TEST(RoundTripTest, TheSampleComesBackWithNoFieldLost) {
  EXPECT_GT(CompareAll(kSourceFolder + "/data/sample/oruk3"), 800U);
}

TEST(RoundTripTest, RealFeedsComeBackWithNoFieldLost) {
  const std::string page = sources::SharedData("oruk-feeds/bristol-oruk-v3-page1.json");
  if (page.empty()) GTEST_SKIP() << "no shared data";
  EXPECT_EQ(CompareAll(page), 3U);
  EXPECT_EQ(CompareAll(sources::SharedData("oruk-feeds/bristol-oruk-v3-service-1625ip.json")), 1U);
}

// Without `extras` the same things have the same ids and none of what is outside the profile.
TEST(RoundTripTest, ExtrasOnlyAdd) {
  const Asking asking = AskingOf(kSourceFolder + "/tests/server/oruk/hsds_3.json");
  for (const auto& [own, whole] : WholeServices(asking)) {
    const std::string id = whole["id"].GetString();
    const Document plain = asking.Json("/oruk/v3/services/" + id);
    EXPECT_THAT(LostFields(plain, whole), IsEmpty()) << own;
    EXPECT_THAT(TextOf(plain), ::testing::Not(HasSubstr("\"x_")));
    EXPECT_FALSE(plain.HasMember("phones"));
  }
}

TEST(RoundTripTest, PlacesAndOrganisationsGiveTheirExtrasToo) {
  const Asking asking = AskingOf(kSourceFolder + "/tests/server/oruk/hsds_3.json");
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

// The comparison itself must see what is missing at every depth.
TEST(RoundTripTest, ALostFieldIsSeen) {
  const std::string path = kSourceFolder + "/tests/server/oruk/hsds_3.json";
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
