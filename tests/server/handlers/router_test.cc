// What every answer has in common, whatever was asked.

#include "server/handlers/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::MatchesRegex;

constexpr std::string_view kPaths[] = {
    "/",        "/api/search", "/api/places?q=Westton", "/api/sources", "/api/places",
    "/healthz", "/docs",       "/openapi.json",         "/readyz",      "/api/services/none",
    "/nowhere"};

class RouterTest : public ::testing::Test {
 protected:
  const Asking asking_{{StatedService()}};
};

TEST_F(RouterTest, EveryReadMayBeSeenByAnyOriginAndTellsNone) {
  for (const std::string_view path : kPaths) {
    for (const std::string_view method : {"GET", "HEAD", "OPTIONS"}) {
      const HttpResponse response = asking_.Ask(method, path);
      EXPECT_EQ(HeaderOf(response, "Access-Control-Allow-Origin"), "*") << method << " " << path;
      EXPECT_EQ(HeaderOf(response, "Referrer-Policy"), "no-referrer");
      EXPECT_EQ(HeaderOf(response, "X-Content-Type-Options"), "nosniff");
      EXPECT_THAT(HeaderOf(response, "Server-Timing"), MatchesRegex("total;dur=[0-9]+\\.[0-9]{3}"));
    }
  }
}

TEST_F(RouterTest, AnswersToWritesAreForNoOtherOrigin) {
  for (const std::string_view path : kPaths) {
    for (const std::string_view method : {"POST", "PUT", "PATCH", "DELETE"}) {
      const HttpResponse response = asking_.Ask(method, path);
      EXPECT_EQ(response.status, 405) << method << " " << path;
      EXPECT_EQ(HeaderOf(response, "Access-Control-Allow-Origin"), "");
      EXPECT_EQ(HeaderOf(response, "Allow"), "GET, HEAD, OPTIONS");
      EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
      EXPECT_EQ(HeaderOf(response, "Referrer-Policy"), "no-referrer");
      EXPECT_STREQ(JsonOf(response)["code"].GetString(), "method_not_allowed");
    }
  }
}

TEST_F(RouterTest, OptionsSaysWhatIsAllowed) {
  const HttpResponse response = asking_.Ask("OPTIONS", "/api/search?no=matter");
  EXPECT_EQ(response.status, 204);
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(HeaderOf(response, "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(HeaderOf(response, "Access-Control-Allow-Methods"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(HeaderOf(response, "Access-Control-Allow-Headers"), "*");
}

// The transport leaves the body out; what is said about it must be the same.
TEST_F(RouterTest, HeadIsAnsweredAsGet) {
  const HttpResponse get = asking_.Get("/api/sources");
  const HttpResponse head = asking_.Ask("HEAD", "/api/sources");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body, get.body);
  EXPECT_EQ(HeaderOf(head, "ETag"), HeaderOf(get, "ETag"));
}

TEST_F(RouterTest, AnUnknownPathIsAProblem) {
  for (const char* path :
       {"/api", "/api/", "/api/search/", "/api/nowhere", "/oruk", "/oruk/v2/services"}) {
    EXPECT_STREQ(asking_.Problem(path, 404)["code"].GetString(), "unknown_path") << path;
  }
}

TEST_F(RouterTest, OutsideOfTheInterfacesAnUnknownPathIsAPage) {
  for (const char* path : {"/nowhere", "/API/search", "//", "/orukv3"}) {
    const HttpResponse response = asking_.Ask("GET", path);
    EXPECT_EQ(response.status, 404) << path;
    EXPECT_EQ(response.content_type, "text/html; charset=utf-8") << path;
  }
}

TEST_F(RouterTest, HealthIsToldWhateverIsAdded) {
  EXPECT_STREQ(asking_.Json("/healthz?probe=1")["status"].GetString(), "ok");
  const rapidjson::Document ready = asking_.Json("/readyz");
  EXPECT_STREQ(ready["status"].GetString(), "ready");
  EXPECT_STREQ(ready["built_at"].GetString(), "2026-11-21");
  EXPECT_EQ(ready["services"].GetInt(), 1);
  EXPECT_EQ(HeaderOf(asking_.Get("/healthz"), "Cache-Control"), "no-store");
  EXPECT_EQ(HeaderOf(asking_.Get("/readyz"), "Cache-Control"), "no-store");
}

// What is typed stands in no address, is kept nowhere, and is for our own pages.
TEST_F(RouterTest, SuggestionsAreAskedByAFormToo) {
  const HttpResponse form = asking_.Post("/api/suggest", "q=type+on&limit=3");
  EXPECT_EQ(form.status, 200);
  EXPECT_EQ(form.body, asking_.Get("/api/suggest?q=type+on&limit=3").body);
  EXPECT_EQ(HeaderOf(form, "Cache-Control"), "no-store");
  EXPECT_EQ(HeaderOf(form, "ETag"), "");
  EXPECT_EQ(HeaderOf(form, "Access-Control-Allow-Origin"), "");
  EXPECT_EQ(HeaderOf(asking_.Get("/api/suggest?q=type"), "Cache-Control"), "public, max-age=60");
  EXPECT_EQ(asking_.Post("/api/suggest", "q=").status, 400);
  EXPECT_EQ(asking_.Post("/api/suggest", "q=type&colour=red").status, 400);
  EXPECT_EQ(HeaderOf(asking_.Ask("OPTIONS", "/api/suggest"), "Allow"), "GET, HEAD, OPTIONS, POST");
}

TEST_F(RouterTest, WhoHasWaitedTooLongIsToldAsHeAsked) {
  const Router router(asking_.serving());
  const auto busy = [&](std::string_view path) {
    return router.Busy({.method = "GET", .path = std::string(path)});
  };
  for (const std::string_view path :
       {"/api/search", "/oruk/v3/services", "/search", "/", "/list"}) {
    const HttpResponse response = busy(path);
    EXPECT_EQ(response.status, 503) << path;
    EXPECT_EQ(HeaderOf(response, "Retry-After"), "1") << path;
    EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store") << path;
    EXPECT_EQ(HeaderOf(response, "Access-Control-Allow-Origin"), "*") << path;
    EXPECT_EQ(HeaderOf(response, "Referrer-Policy"), "no-referrer") << path;
  }
  EXPECT_EQ(busy("/oruk/v1/services").content_type, "application/problem+json");
  EXPECT_EQ(busy("/search").content_type, "text/html; charset=utf-8");
  EXPECT_THAT(busy("/search").body, ::testing::HasSubstr("Try again in a moment"));
}

TEST_F(RouterTest, OnlyWhatTakesWorkWaitsForItsTurn) {
  const auto is_query = [](const char* method, const char* path) {
    return Router::IsQuery({.method = method, .path = path});
  };
  EXPECT_TRUE(is_query("GET", "/api/search"));
  EXPECT_TRUE(is_query("HEAD", "/"));
  EXPECT_FALSE(is_query("OPTIONS", "/api/search"));
  EXPECT_FALSE(is_query("POST", "/api/search"));  // is refused at once
  for (const char* form : {"/search", "/questions/tree", "/api/suggest"}) {
    EXPECT_TRUE(is_query("POST", form)) << form;
  }
  EXPECT_FALSE(is_query("GET", "/healthz"));
  EXPECT_FALSE(is_query("GET", "/readyz"));
}

}  // namespace
}  // namespace waypost::server
