// Terms as a 3.0 feed publishes them find the services that carry them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/server/oruk/published.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;

const std::string kSample = WAYPOST_SOURCE_DIR "/data/sample/oruk3";
const std::string kEveryStatus = "&per_page=1000&status=active,inactive,defunct,temporarily+closed";

using ServicesByTerm = std::map<std::string, std::set<std::string>>;

// The ids of services that an answer has, as the dialect names them.
std::set<std::string> IdsIn(const Document& page, const char* list) {
  std::set<std::string> ids;
  for (const Value& row : page[list].GetArray()) ids.insert(row["id"].GetString());
  return ids;
}

// What `member` of each published taxonomy term says, with the public ids of its services.
ServicesByTerm Tagged(const Asking& asking, const char* member) {
  const std::map<std::string, Document> answered = WholeServices(asking);
  ServicesByTerm services;
  for (const auto& [own, service] : PublishedServices(kSample)) {
    const auto back = answered.find(own);
    if (back == answered.end() || !service.HasMember("attributes")) continue;
    for (const Value& attribute : service["attributes"].GetArray()) {
      const Value& term = attribute["taxonomy_term"];
      if (term.HasMember(member)) {
        services[term[member].GetString()].insert(back->second["id"].GetString());
      }
    }
  }
  return services;
}

TEST(PublishedTermsTest, EachCodeOfTheSampleFindsItsServices) {
  const Asking asking = AskingOf(kSample);
  const ServicesByTerm tagged = Tagged(asking, "term");
  EXPECT_GT(tagged.size(), 50U);
  for (const auto& [code, services] : tagged) {
    const Document v3 = asking.Json("/oruk/v3/services?taxonomy_term_id=" + code + kEveryStatus);
    EXPECT_THAT(IdsIn(v3, "contents"), ::testing::IsSupersetOf(services)) << code;
    const Document v1 = asking.Json(
        "/oruk/v1/services?vocabulary=esdServiceTypes&taxonomy_id=" + code + kEveryStatus);
    EXPECT_THAT(IdsIn(v1, "content"), ::testing::IsSupersetOf(services)) << code;
  }
}

}  // namespace
}  // namespace waypost::server
