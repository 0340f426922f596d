#include "server/web/start_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Asking& Site() {
  static const Asking asking({StatedService(), testing::ServiceAt("bare", 51.51, -2.5)});
  return asking;
}

TEST(StartPage, AsksWhatAndWhereWithOneButton) {
  const HttpResponse response = Site().Get("/");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(response.body, HasSubstr("<title>Find help near you – Waypost</title>"));
  EXPECT_THAT(response.body, HasSubstr("2 services, as known on 21 November 2026"));
  EXPECT_THAT(response.body, HasSubstr("method=\"post\" action=\"/search\""));
  EXPECT_THAT(response.body, Not(HasSubstr("There is a problem")));
}

TEST(StartPage, TheFootNamesWhoseDataItIs) {
  EXPECT_THAT(Site().Get("/").body, HasSubstr("Contains OS data © Crown copyright"));
}

TEST(StartPage, IsThereInWelsh) {
  EXPECT_THAT(Site().Get("/").body,
              HasSubstr("href=\"/?lang=cy\" hreflang=\"cy\" lang=\"cy\">Cymraeg</a>"));
  const std::string page = Site().Get("/?lang=cy").body;
  EXPECT_THAT(page, HasSubstr("Dod o hyd i help"));
  EXPECT_THAT(page, HasSubstr("href=\"/\" hreflang=\"en\" lang=\"en\">English</a>"));
}

TEST(Pages, WhatIsNotThereIsAPageWithItsStatus) {
  const HttpResponse response = Site().Get("/nowhere");
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(response.body, HasSubstr("Page not found"));
}

TEST(Pages, KindsOfServiceAreListedWithTheirCounts) {
  const std::string page = Site().Get("/types").body;
  EXPECT_THAT(page, HasSubstr(">type hundred</a> <span class=\"wp-option__count\">1 service"));
}

TEST(Pages, BrowsingNearAPlaceKeepsIt) {
  EXPECT_THAT(Site().Get("/types?near=Westton").body, HasSubstr("near=Westton&amp;service_type="));
  const HttpResponse wrong = Site().Get("/types?near=Atlantis");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, HasSubstr("<a href=\"#near\">We do not know a place of that name"));
}

TEST(Pages, EveryPageHasOneMainHeading) {
  for (const char* target : {"/", "/needs", "/types", "/personas", "/questions", "/sources",
                             "/privacy", "/accessibility", "/search?q=coffee", "/nowhere"}) {
    const std::string page = Site().Get(target).body;
    std::size_t count = 0;
    for (std::size_t at = page.find("<h1"); at != std::string::npos;
         at = page.find("<h1", at + 1)) {
      ++count;
    }
    EXPECT_EQ(count, 1U) << target;
    EXPECT_THAT(page, Not(HasSubstr("[["))) << target;
    EXPECT_THAT(page, Not(HasSubstr("{{"))) << target;
  }
}

}  // namespace
}  // namespace waypost::server
