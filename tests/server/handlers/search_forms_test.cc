// What the answers of /api/search have in common, whatever their form.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kForms[] = {"json", "ics", "geojson", "csv", "ndjson", "atom"};

std::string Target(const char* form, const std::string& question) {
  return "/api/search?format=" + std::string(form) + question;
}

TEST(SearchForms, AreKeptAsJsonIs) {
  const Asking asking({StatedService()});
  for (const char* form : kForms) {
    const HttpResponse response = asking.Get(Target(form, ""));
    EXPECT_EQ(HeaderOf(response, "Access-Control-Allow-Origin"), "*") << form;
    EXPECT_EQ(HeaderOf(response, "Cache-Control"), "public, max-age=30") << form;
    const std::string tag = HeaderOf(response, "ETag");
    EXPECT_EQ(tag, HeaderOf(asking.Get("/api/search"), "ETag")) << form;
    EXPECT_EQ(asking.Ask("GET", Target(form, ""), {{"if-none-match", tag}}).status, 304) << form;
    EXPECT_EQ(asking.Ask("HEAD", Target(form, "")).status, 200) << form;
    for (const char* home : {"&near=WE1+1AA", "&near=WE1+1ZZ", "&near=51.5,-2.5"}) {
      EXPECT_THAT(HeaderOf(asking.Get(Target(form, home)), "Cache-Control"), StartsWith("private"))
          << form << home;
    }
    EXPECT_EQ(asking.Get(Target(form, "&q=coffee")).body,
              asking.Get(Target(form, "&q=coffee")).body);
  }
}

TEST(SearchForms, AnErrorIsAProblemInEveryForm) {
  const Asking asking({StatedService()});
  for (const char* form : kForms) {
    EXPECT_STREQ(asking.Problem(Target(form, "&within=1km"))["code"].GetString(),
                 "within_needs_near");
  }
  EXPECT_STREQ(asking.Problem("/api/search?format=atoms")["nearest"].GetString(), "atom");
}

TEST(SearchForms, AcceptIsNotNegotiated) {
  const Asking asking({StatedService()});
  const HttpResponse response = asking.Ask("GET", "/api/search", {{"accept", "text/csv"}});
  EXPECT_EQ(response.content_type, "application/json");
}

TEST(SearchForms, NoneTellsAConfidentialPlace) {
  record::Service secret = testing::ServiceAt("refuge", 51.54321, -2.54321);
  secret.confidential = true;
  secret.last_modified = testing::DayOf2026(11, 1);
  secret.schedules = {testing::WeeklyRow({Weekday::kMonday}, 600, 660)};
  record::Location& location = secret.locations.front().location;
  location.name = "Hidden House";
  location.address = {{"7 Secret Lane"}, "Westton", "", "BO1 1AA", "GB"};
  const Asking asking({secret, StatedService()});
  for (const char* form : kForms) {
    for (const char* question :
         {"", "&near=WE1+1AA", "&near=51.54321,-2.54322&within=50km&explain=true", "&q=refuge"}) {
      const std::string body = asking.Get(Target(form, question)).body;
      if (std::string_view(form) != "geojson") {
        EXPECT_THAT(body, HasSubstr("refuge")) << form;
      }
      for (const char* told : {"51.54321", "-2.54321", "Secret Lane", "BO1 1AA"}) {
        if (std::string_view(question).find("51.54321") != std::string_view::npos &&
            std::string_view(form) == "json") {
          continue;  // the question itself is repeated
        }
        EXPECT_THAT(body, Not(HasSubstr(told))) << form << question;
      }
    }
  }
  const auto map = JsonOf(asking.Get(Target("geojson", "&q=refuge")));
  EXPECT_EQ(map["features"].Size(), 0U);
  EXPECT_EQ(map["without_point"].GetInt(), 1);
}

TEST(SearchForms, ATableCanBeOpenedWithoutHarm) {
  record::Service service = StatedService();
  service.name = "=1+1";
  service.description = "@SUM(A1), \"quoted\"";
  service.phones = {{.number = "+44 114 496 0000"}};
  const Asking asking({service, testing::Service("silent")});
  const HttpResponse response = asking.Get(Target("csv", "&near=WE1+1AA"));
  EXPECT_EQ(response.content_type, "text/csv; charset=utf-8");
  EXPECT_THAT(HeaderOf(response, "Content-Disposition"), HasSubstr("filename=\"services.csv\""));
  EXPECT_THAT(response.body, StartsWith("\xEF\xBB\xBFid,name,organization,"));
  EXPECT_THAT(response.body, HasSubstr(",'=1+1,Town Hall,\"'@SUM(A1), \"\"quoted\"\"\",The Hall,"));
  EXPECT_THAT(response.body, HasSubstr(",51.5,-2.5,exact,0,place,yes,,yes,"));
  EXPECT_THAT(response.body, HasSubstr(",+44 114 496 0000,"));
  EXPECT_THAT(response.body, HasSubstr(",not stated,"));
}

}  // namespace
}  // namespace waypost::server
