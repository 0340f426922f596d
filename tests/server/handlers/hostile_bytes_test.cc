// Bytes that are meant to break out of JSON or HTML, in what is asked and in what is published.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// As they stand in an address: markup, quotation marks, a backslash, control characters, broken and
// overlong UTF-8, a surrogate, a template's brackets.
constexpr std::string_view kHostile[] = {
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "%22%27%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    "%5C%22%5C",
    "%00%01%1f%7f",
    "%0d%0aSet-Cookie:x=y",
    "%ff%fe",
    "%c0%af",
    "%ed%a0%80",
    "%f0%9f%98",
    "{{title}}{{{title}}}{{%3Etitle}}",
    "%u0041%%%",
};

record::Service HostileService() {
  record::Service service = StatedService();
  service.name = "<script>alert(\"name\")</script> & 'x' {{title}}";
  service.description = "</p><script>\x01 \"\\";
  service.organisation->name = "\"><b>Org</b>";
  service.phones = {{.number = "0114\"><script>"}};
  service.url = "javascript:alert(1)";
  service.locations.front().location.address.lines = {"<i>1</i> High Street"};
  return service;
}

class HostileBytes : public ::testing::Test {
 protected:
  void SetUp() override {
    record::Directory directory = testing::SmallDirectory({HostileService()});
    directory.sources[0].attribution = "<script>source</script>";
    asking_ = std::make_unique<Asking>(std::move(directory));
  }

  std::unique_ptr<Asking> asking_;
};

TEST_F(HostileBytes, EveryJsonAnswerStaysJson) {
  for (const std::string_view bytes : kHostile) {
    for (const char* start : {"/api/search?q=",
                              "/api/search?near=",
                              "/api/search?source=",
                              "/api/search?language=",
                              "/api/search?service_type=",
                              "/api/search?",
                              "/api/places?q=",
                              "/api/places?",
                              "/api/sources?",
                              "/api/services/",
                              "/oruk/v3/",
                              "/oruk/v3/services/",
                              "/oruk/v3/services?search=",
                              "/oruk/v3/services?postcode=",
                              "/oruk/v3/services?day=",
                              "/oruk/v3/taxonomy_terms?search=",
                              "/oruk/v3/organizations?search=",
                              "/oruk/v3/service_at_locations?taxonomy_id=",
                              "/oruk/v1/services?taxonomy_id=",
                              "/oruk/v1/services?text=",
                              "/oruk/v1/taxonomies/",
                              "/oruk/v1/taxonomies?vocabulary=",
                              "/oruk/v1/services?"}) {
      const HttpResponse response = asking_->Get(std::string(start) + std::string(bytes));
      EXPECT_TRUE(response.status == 200 || response.status == 400 || response.status == 404)
          << start << bytes << ": " << response.status;
      EXPECT_TRUE(JsonOf(response).IsObject()) << start << bytes;
    }
  }
}

TEST_F(HostileBytes, WhatWasAskedComesBackAsItWas) {
  const rapidjson::Document answer = asking_->Json("/api/search?q=a%22%5C%3Cb%3E%01%ff");
  EXPECT_STREQ(answer["query"]["q"].GetString(), "a\"\\<b>\x01\xEF\xBF\xBD");
}

TEST_F(HostileBytes, ThePageNeverShowsMarkupOfOthers) {
  for (const std::string_view bytes : kHostile) {
    for (const char* start : {"/search?q=", "/search?near=", "/search?q=a&within=", "/search?q=a&page=",
                              "/search?text=", "/search?", "/?text=", "/needs?near=", "/list?ids=",
                              "/l/", "/services/", "/questions/"}) {
      const HttpResponse response = asking_->Get(std::string(start) + std::string(bytes));
      EXPECT_THAT(response.body, Not(HasSubstr("<script"))) << start << bytes;
      EXPECT_THAT(response.body, Not(HasSubstr("<img"))) << start << bytes;
      EXPECT_THAT(response.body, HasSubstr("</html>"));
    }
  }
}

TEST_F(HostileBytes, WhatWasPublishedIsShownAsText) {
  const std::string page = asking_->Get("/search?near=Westton").body;
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(&quot;name&quot;)&lt;/script&gt; &amp; "));
  EXPECT_THAT(page, HasSubstr("{{title}}"));
  EXPECT_THAT(page, HasSubstr("&lt;i&gt;1&lt;/i&gt; High Street"));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;source"));
  EXPECT_THAT(page, Not(HasSubstr("javascript:")));
  EXPECT_THAT(page, Not(HasSubstr("tel:0114\"")));
  EXPECT_THAT(page, Not(HasSubstr("<b>")));
}

}  // namespace
}  // namespace waypost::server
