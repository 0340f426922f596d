// What an answer says about being kept.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class SearchCaching : public ::testing::Test {
 protected:
  std::string CacheControl(std::string_view target) const {
    return HeaderOf(asking_.Get(target), "Cache-Control");
  }

  const Asking asking_{{StatedService()}};
};

TEST_F(SearchCaching, WhatTellsAHomeIsPrivate) {
  for (const char* address : {"/api/search?near=", "/api/places?q="}) {
    for (const char* place : {"WE1+1AA", "we11aa", "51.5,-2.5"}) {
      EXPECT_THAT(CacheControl(std::string(address) + place), StartsWith("private")) << place;
    }
    for (const char* place : {"WE1+1", "WE1", "Westton"}) {
      EXPECT_THAT(CacheControl(std::string(address) + place), StartsWith("public")) << place;
    }
  }
  EXPECT_THAT(CacheControl("/api/search"), StartsWith("public"));
}

// A postcode that is not in the file was read as its sector and kept by shared caches under its
// whole address.
TEST_F(SearchCaching, AnUnknownUnitReadAsItsSectorIsPrivateToo) {
  EXPECT_THAT(CacheControl("/api/search?near=WE1+1ZZ"), StartsWith("private"));
  EXPECT_THAT(CacheControl("/api/places?q=WE1+1ZZ"), StartsWith("private"));
}

TEST_F(SearchCaching, AnAnswerLastsToTheEndOfItsMinute) {
  EXPECT_EQ(CacheControl("/api/search?day=SA"), "public, max-age=30");  // it is 14:05:30
  EXPECT_EQ(CacheControl("/api/search?day=SA&at=2026-11-21T09:00"), "public, max-age=60");
  EXPECT_EQ(CacheControl("/api/search"), "public, max-age=30");
}

TEST_F(SearchCaching, TheEntityTagNamesTheBuildAndTheMinute) {
  const std::string build = asking_.Json("/readyz")["build"].GetString();
  const std::string tag = HeaderOf(asking_.Get("/api/search"), "ETag");
  EXPECT_THAT(tag, StartsWith("\"" + build + "-"));
  EXPECT_THAT(tag, EndsWith("-2026-11-21T14:05\""));
}

TEST_F(SearchCaching, WhoHasTheAnswerIsToldSo) {
  for (const char* target :
       {"/api/search?day=SA", "/api/search", "/api/places?q=Westton", "/api/sources"}) {
    const std::string tag = HeaderOf(asking_.Get(target), "ETag");
    for (const std::string& asked : {tag, "W/" + tag, "\"other\", " + tag, std::string("*")}) {
      const HttpResponse response = asking_.Ask("GET", target, {{"if-none-match", asked}});
      EXPECT_EQ(response.status, 304) << target << " " << asked;
      EXPECT_EQ(response.body, "");
      EXPECT_EQ(HeaderOf(response, "ETag"), tag);
      EXPECT_NE(HeaderOf(response, "Cache-Control"), "");
    }
    EXPECT_EQ(asking_.Ask("GET", target, {{"if-none-match", "\"other\""}}).status, 200);
  }
}

TEST_F(SearchCaching, AProblemIsAnsweredWhateverTheClientHas) {
  EXPECT_EQ(asking_.Ask("GET", "/api/search?x=1", {{"if-none-match", "*"}}).status, 400);
}

TEST_F(SearchCaching, TheBodyIsTheSameEveryTime) {
  const char* target = "/api/search?q=coffee&near=WE1+1AA&facets=cost&explain=true";
  EXPECT_EQ(asking_.Get(target).body, asking_.Get(target).body);
  EXPECT_THAT(asking_.Get(target).body, Not(HasSubstr("dur=")));
}

}  // namespace
}  // namespace waypost::server
