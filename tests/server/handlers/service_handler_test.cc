// /api/services/{id} and /api/sources.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;

class ServiceHandlerTest : public ::testing::Test {
 protected:
  std::string Path() const {
    return std::string("/api/services/") +
           asking_.Json("/api/search")["items"][0]["id"].GetString();
  }

  const Asking asking_{{StatedService()}};
};

TEST_F(ServiceHandlerTest, GivesTheWholeRecordAndItsSource) {
  const Document answer = asking_.Json(Path());
  EXPECT_STREQ(answer["service"]["name"].GetString(), "Memory Café");
  EXPECT_STREQ(answer["source"]["id"].GetString(), "alpha");
  EXPECT_STREQ(answer["built_at"].GetString(), "2026-11-21");
  EXPECT_TRUE(answer.HasMember("build"));
}

TEST_F(ServiceHandlerTest, AnUnknownIdIsAProblem) {
  for (const char* path : {"/api/services/", "/api/services/x", "/api/services/%00%ff",
                           "/api/services/00000000-0000-0000-0000-000000000000"}) {
    EXPECT_STREQ(asking_.Problem(path, 404)["code"].GetString(), "unknown_service") << path;
  }
  EXPECT_STREQ(asking_.Problem(Path() + "/x", 404)["code"].GetString(), "unknown_path");
}

TEST_F(ServiceHandlerTest, ItTakesNoParameters) {
  const Document problem = asking_.Problem(Path() + "?x=1");
  EXPECT_STREQ(problem["code"].GetString(), "unknown_parameter");
  EXPECT_STREQ(problem["parameter"].GetString(), "x");
}

TEST(SourcesHandlerTest, NamesEverySourceAndTheGazetteers) {
  record::Directory directory = testing::SmallDirectory({StatedService()});
  directory.sources[1].attribution = "Contains data of Beta";
  directory.sources[1].contact = "beta@example.org";
  directory.sources[1].checked_every_days = 7;
  const Document answer = Asking(std::move(directory)).Json("/api/sources");
  ASSERT_EQ(answer["sources"].Size(), 2U);
  EXPECT_STREQ(answer["sources"][0]["id"].GetString(), "alpha");
  EXPECT_STREQ(answer["sources"][1]["attribution"].GetString(), "Contains data of Beta");
  EXPECT_STREQ(answer["sources"][1]["contact"].GetString(), "beta@example.org");
  EXPECT_EQ(answer["sources"][1]["checked_every_days"].GetInt(), 7);
  EXPECT_FALSE(answer["sources"][0].HasMember("contact"));
  EXPECT_FALSE(answer["sources"][0].HasMember("checked_every_days"));
  EXPECT_GT(answer["gazetteer"].Size(), 0U);
}

TEST(SourcesHandlerTest, ItTakesNoParameters) {
  const Document problem = Asking({StatedService()}).Problem("/api/sources?x=1");
  EXPECT_STREQ(problem["code"].GetString(), "unknown_parameter");
  EXPECT_STREQ(problem["parameter"].GetString(), "x");
}

}  // namespace
}  // namespace waypost::server
