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

// And no others: of a term that has none below it, and that no feed names otherwise.
TEST(PublishedTermsTest, ACodeOfTheSampleFindsNothingElse) {
  const Asking asking = AskingOf(kSample);
  const std::string code = "esdServiceType:1747";
  const Document found = asking.Json("/oruk/v3/services?taxonomy_term_id=" + code + kEveryStatus);
  EXPECT_EQ(found["contents"].Size(), 7U);
  EXPECT_EQ(IdsIn(found, "contents"), Tagged(asking, "term").at(code));
}

// Whatever ids the publisher made up for them.
TEST(PublishedTermsTest, EachIdOfTheSampleFindsItsServices) {
  const Asking asking = AskingOf(kSample);
  const ServicesByTerm tagged = Tagged(asking, "id");
  EXPECT_GT(tagged.size(), 50U);
  for (const auto& [id, services] : tagged) {
    const Document found = asking.Json("/oruk/v3/services?taxonomy_term_id=" + id + kEveryStatus);
    EXPECT_THAT(IdsIn(found, "contents"), ::testing::IsSupersetOf(services)) << id;
    EXPECT_EQ(asking.Get("/oruk/v3/taxonomy_terms/" + id).status, 200) << id;
  }
}

std::string Made(std::string_view end) {
  return "0b0a5f7e-3a5e-4d44-8d59-5a5a8f0a0" + std::string(end);
}

// Of a service's own terms, its organisation's, and those of who is eligible.
TEST(PublishedTermsTest, AreInTheListAsTheFeedSaysThem) {
  const Asking asking = AskingOf(WAYPOST_SOURCE_DIR "/tests/server/oruk/hsds_3.json");
  const Document chess = asking.Json("/oruk/v3/taxonomy_terms/" + Made("571"));
  EXPECT_EQ(chess["id"].GetString(), Made("571"));
  EXPECT_STREQ(chess["description"].GetString(), "Chess for all ages");
  EXPECT_EQ(chess["parent_id"].GetString(), Made("561"));
  EXPECT_STREQ(asking.Json("/oruk/v3/taxonomy_terms/" + Made("111"))["name"].GetString(), "Mutual");
  EXPECT_STREQ(asking.Json("/oruk/v3/taxonomy_terms/" + Made("581"))["term"].GetString(),
               "esdCircumstance:206");
  EXPECT_EQ(asking.Get("/oruk/v1/taxonomies/circumstance:206").status, 200);
  for (const std::string& text : {Made("571"), Made("561"), std::string("plot%20terms:CH"),
                                  std::string("https://plot.example.org/Terms/Chess")}) {
    const Document found = asking.Json("/oruk/v3/services?taxonomy_term_id=" + text);
    EXPECT_EQ(found["total_items"].GetInt(), 1) << text;
  }
}

}  // namespace
}  // namespace waypost::server
