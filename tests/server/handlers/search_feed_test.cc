// /api/search?format=atom, read back by pugixml.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "engine/format/public_id.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

record::Service Changed(const std::string& id, Moment moment) {
  record::Service service = testing::ServiceAt(id, 51.5, -2.5);
  service.last_modified = moment;
  return service;
}

class Feed {
 public:
  Feed(const Asking& asking, const std::string& question,
       const std::string& host = "find.example") {
    response_ = asking.Ask("GET", "/api/search?format=atom" + question, {{"host", host}});
    EXPECT_EQ(response_.status, 200);
    EXPECT_EQ(response_.content_type, "application/atom+xml; charset=utf-8");
    EXPECT_TRUE(document_.load_buffer(response_.body.data(), response_.body.size()))
        << response_.body;
  }

  pugi::xml_node root() const { return document_.child("feed"); }
  pugi::xml_node entry() const { return root().child("entry"); }
  const std::string& body() const { return response_.body; }
  std::string self() const { return root().child("link").attribute("href").value(); }
  std::string Titles() const {
    std::string titles;
    for (const pugi::xml_node one : root().children("entry")) {
      titles += (titles.empty() ? "" : " ") + std::string(one.child_value("title"));
    }
    return titles;
  }

 private:
  HttpResponse response_;
  pugi::xml_document document_;
};

TEST(SearchFeed, IsByChangeNewestFirstWhateverTheOrder) {
  record::Service free = Changed("free", testing::DayOf2026(5, 1));
  free.cost_options = {{.option = "Free", .amount = 0.0}};
  const Asking asking(
      {Changed("old", testing::DayOf2026(1, 1)), Changed("new", testing::DayOf2026(11, 21)),
       Changed("future", testing::DayOf2026(11, 22)), testing::Service("never"), free});
  for (const char* question : {"", "&sort=name", "&near=WE1&sort=distance", "&page=2&per_page=1"}) {
    EXPECT_EQ(Feed(asking, question).Titles(), "new free old") << question;
  }
  // What is only possible is not hidden behind what is certain, and says so.
  const Feed doubtful(asking, "&free=yes");
  EXPECT_EQ(doubtful.Titles(), "new free old");
  EXPECT_STREQ(doubtful.entry().child("category").attribute("term").value(), "possible");
}

TEST(SearchFeed, HasWhatRfc4287Requires) {
  record::Service service = StatedService();
  service.last_modified = testing::DayOf2026(11, 20) + std::chrono::hours(9);
  record::Directory directory = testing::SmallDirectory({service});
  directory.sources[0].attribution = "Contains Town Hall data";
  const Asking asking(std::move(directory));
  const Feed feed(asking, "&q=coffee&day=SA");
  EXPECT_STREQ(feed.root().attribute("xmlns").value(), "http://www.w3.org/2005/Atom");
  EXPECT_THAT(feed.root().child_value("id"), StartsWith("urn:uuid:"));
  EXPECT_STREQ(feed.root().child_value("title"), "Services for “coffee” (day: SA)");
  EXPECT_STREQ(feed.root().child_value("updated"), "2026-11-20T09:00:00Z");
  EXPECT_EQ(feed.self(), "http://find.example/api/search?day=SA&q=coffee&format=atom");
  EXPECT_THAT(feed.root().child_value("rights"), HasSubstr("Contains Town Hall data"));
  EXPECT_STRNE(feed.root().child("author").child_value("name"), "");
  const std::string id = asking.Json("/api/search")["items"][0]["id"].GetString();
  const pugi::xml_node entry = feed.entry();
  EXPECT_EQ(entry.child_value("id"), "urn:uuid:" + id);
  EXPECT_STREQ(entry.child_value("title"), "Memory Café");
  EXPECT_STREQ(entry.child_value("updated"), "2026-11-20T09:00:00Z");
  EXPECT_STREQ(entry.child_value("summary"), "Coffee and company");
  EXPECT_STREQ(entry.child("author").child_value("name"), "Town Hall");
  EXPECT_STREQ(entry.child("link").attribute("rel").value(), "alternate");
  EXPECT_EQ(entry.child("link").attribute("href").value(), "http://find.example/services/" + id);
  EXPECT_STREQ(entry.child("category").attribute("term").value(), "esdServiceType:111");
  EXPECT_THAT(entry.child("category").attribute("label").value(), StartsWith("type "));
}

TEST(SearchFeed, HasAtMostFiftyEntries) {
  std::vector<record::Service> services;
  for (int i = 0; i < 120; ++i) {
    services.push_back(
        Changed("s" + std::to_string(i), testing::DayOf2026(1, 1) + std::chrono::hours(i)));
    if (i % 2 == 0) services.back().cost_options = {{.option = "Free", .amount = 0.0}};
  }
  const Asking asking(std::move(services));
  const Feed feed(asking, "&free=yes");
  int number = 119;
  for (const pugi::xml_node entry : feed.root().children("entry")) {
    EXPECT_EQ(entry.child_value("title"), "s" + std::to_string(number--));
  }
  EXPECT_EQ(number, 69);
}

TEST(SearchFeed, ItsIdIsThatOfTheQuestion) {
  const Asking asking({Changed("a", testing::DayOf2026(1, 1))});
  const auto id = [&](const char* question) {
    return std::string(Feed(asking, question).root().child_value("id"));
  };
  EXPECT_EQ(id("&q=tea&free=yes"), id("&free=yes&q=tea&sort=name&per_page=3&at=2026-11-20T10:00"));
  EXPECT_NE(id("&q=tea"), id("&q=coffee"));
  EXPECT_EQ(id("&near=WE1+1AA"), id("&near=we1"));
  EXPECT_NE(id(""), Feed(asking, "", "other.example").root().child_value("id"));
}

TEST(SearchFeed, NeverTellsWhereSomebodyLives) {
  const Asking asking({Changed("a", testing::DayOf2026(1, 1))});
  for (const char* near : {"WE1+1AA", "we11aa", "WE1+1ZZ"}) {  // the last is read as its sector
    const Feed feed(asking, std::string("&within=5km&near=") + near);
    EXPECT_EQ(feed.self(), "http://find.example/api/search?near=WE1&within=5km&format=atom");
    EXPECT_STREQ(feed.root().child_value("title"), "Services near WE1 (within: 5km)");
    EXPECT_THAT(feed.body(), Not(HasSubstr("1AA")));
  }
  const Feed point(asking, "&near=51.49876,-2.50123");
  EXPECT_THAT(point.self(), HasSubstr("near=51.50%2c-2.50"));
  EXPECT_THAT(point.body(), Not(HasSubstr("51.4987")));
}

TEST(SearchFeed, WithoutAHostAddressesAreRelative) {
  const Asking asking({Changed("a", testing::DayOf2026(1, 1))});
  EXPECT_EQ(Feed(asking, "&q=a", "<evil>").self(), "/api/search?q=a&format=atom");
}

TEST(SearchFeed, AnEmptyFeedIsOneToo) {
  const Feed feed(Asking({testing::Service("a")}), "");
  EXPECT_EQ(feed.Titles(), "");
  EXPECT_STREQ(feed.root().child_value("updated"), "2026-11-21T00:00:00Z");
}

TEST(SearchFeed, HostileTextStaysText) {
  record::Service service = Changed("a", testing::DayOf2026(1, 1));
  service.name = "</title><script>&\"' ]]> =1+1";
  service.description = "line\nline <b>\x01";
  service.organisation = record::Organisation{.id = "o", .name = "<A> & Co"};
  const Asking asking({service});
  const Feed feed(asking, "");
  EXPECT_STREQ(feed.entry().child_value("title"), "</title><script>&\"' ]]> =1+1");
  EXPECT_STREQ(feed.entry().child("author").child_value("name"), "<A> & Co");
  EXPECT_THAT(feed.entry().child_value("summary"), StartsWith("line line <b>"));
  for (const char* words : {"%3C/title%3E%00%01%ff%22%26", "%ed%a0%80%ef%bf%bf", "%0d%0a%09"}) {
    Feed(asking, std::string("&q=") + words);
  }
}

}  // namespace
}  // namespace waypost::server
