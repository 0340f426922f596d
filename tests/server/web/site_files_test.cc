#include "server/web/site_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> LocationsOf(const HttpResponse& response, const char* root) {
  pugi::xml_document xml;
  EXPECT_TRUE(xml.load_buffer(response.body.data(), response.body.size())) << response.body;
  std::vector<std::string> locations;
  for (const pugi::xml_node& node : xml.child(root)) {
    locations.emplace_back(node.child_value("loc"));
  }
  return locations;
}

HttpResponse Get(const Asking& asking, std::string_view path) {
  return asking.Ask("GET", path, {{"host", "help.example.org"}});
}

const Asking& Site() {
  static const Asking asking([] {
    record::Service secret = testing::ServiceAt("secret", 51.5, -2.5);
    secret.confidential = true;
    return std::vector<record::Service>{StatedService(), secret};
  }());
  return asking;
}

TEST(SiteFiles, TheIndexOfMapsLeadsToEveryOpenService) {
  const auto maps = LocationsOf(Get(Site(), "/sitemap.xml"), "sitemapindex");
  ASSERT_EQ(maps, std::vector<std::string>{"http://help.example.org/sitemap-1.xml"});
  const auto pages = LocationsOf(Get(Site(), "/sitemap-1.xml"), "urlset");
  EXPECT_EQ(pages.front(), "http://help.example.org/");
  const auto services = std::ranges::count_if(
      pages, [](const std::string& page) { return page.find("/services/") != std::string::npos; });
  EXPECT_EQ(services, 1) << "the confidential one stands in no map";
}

TEST(SiteFiles, WhatIsNoMapIsNotThere) {
  for (const char* path : {"/sitemap-0.xml", "/sitemap-2.xml", "/sitemap-x.xml",
                           "/sitemap-99999999999.xml", "/sitemap--1.xml"}) {
    EXPECT_EQ(Get(Site(), path).status, 404) << path;
  }
}

TEST(SiteFiles, RobotsLeaveQuestionsAlone) {
  const HttpResponse response = Get(Site(), "/robots.txt");
  EXPECT_EQ(response.content_type, "text/plain; charset=utf-8");
  EXPECT_THAT(response.body, HasSubstr("Disallow: /search\n"));
  EXPECT_THAT(response.body, HasSubstr("Sitemap: http://help.example.org/sitemap.xml\n"));
  EXPECT_THAT(Site().Get("/robots.txt").body, Not(HasSubstr("Sitemap:")));
}

}  // namespace
}  // namespace waypost::server
