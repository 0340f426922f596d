#include "server/web/search_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SearchPageTest : public ::testing::Test {
 protected:
  static std::vector<record::Service> Services() {
    std::vector<record::Service> services = {StatedService(),
                                             testing::ServiceAt("bare", 51.51, -2.5)};
    record::Service coarse = testing::Service("coarse");
    testing::AddLocation(coarse, "coarse-place").location.address.postcode = "WE1 1ZZ";
    services.push_back(coarse);
    record::Service secret = testing::ServiceAt("secret", 51.5, -2.5);
    secret.confidential = true;
    secret.locations.front().location.address = {{"1 Hidden Lane"}, "", "", "WE1 1AA", ""};
    services.push_back(secret);
    record::Service elsewhere = testing::Service("elsewhere");
    elsewhere.areas = {{.name = "Atlantis"}};
    elsewhere.attending = {Attending::kHomeVisit};
    services.push_back(elsewhere);
    return services;
  }

  std::string Page(std::string_view target) const { return asking_.Get(target).body; }

  const Asking asking_{Services()};
};

TEST_F(SearchPageTest, TheFormAloneAsksNothing) {
  const HttpResponse response = asking_.Get("/");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(response.body, HasSubstr("<title>Find help near you – Waypost</title>"));
  EXPECT_THAT(response.body, HasSubstr("5 services, as known on 21 November 2026"));
  EXPECT_THAT(response.body, Not(HasSubstr("id=\"results\"")));
  EXPECT_THAT(response.body, Not(HasSubstr("There is a problem")));
}

TEST_F(SearchPageTest, NothingRunsInItAndNothingFramesIt) {
  for (const char* target : {"/", "/?q=coffee", "/?near=Atlantis"}) {
    const std::string policy = HeaderOf(asking_.Get(target), "Content-Security-Policy");
    EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
    EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'"));
    EXPECT_THAT(policy, HasSubstr("form-action 'self'"));
    EXPECT_THAT(Page(target), Not(HasSubstr("<script")));
  }
}

TEST_F(SearchPageTest, ShowsWhatAServiceStates) {
  const std::string page = Page("/?q=coffee");
  EXPECT_THAT(page, HasSubstr("1 service for “coffee”</h2>"));
  EXPECT_THAT(page,
              HasSubstr("<a href=\"https://cafe.example.org\" rel=\"noreferrer\">Memory Café"));
  EXPECT_THAT(page, HasSubstr("<dd>1 High Street, Westton, WE1 1AA</dd>"));
  EXPECT_THAT(page, HasSubstr("<dt>When</dt><dd>Saturdays 10am to 12pm"));
  EXPECT_THAT(page, HasSubstr("<a href=\"tel:01144960000\">0114 496 0000</a>"));
  EXPECT_THAT(page, HasSubstr("Checked 1 September 2026"));
  EXPECT_THAT(page, HasSubstr("value=\"coffee\""));
}

TEST_F(SearchPageTest, FreeIsSaidWhateverTheFeedCallsIt) {
  const std::pair<const char*, const char*> cases[] = {
      {"Everyone", "<dd>Free (Everyone)</dd>"},
      {"Free of charge", "<dd>Free of charge</dd>"},
      {"", "<dd>Free</dd>"}};
  for (const auto& [option, shown] : cases) {
    record::Service service = StatedService();
    service.cost_options = {{.option = option, .amount = 0.0}};
    EXPECT_THAT(Asking({service}).Get("/?q=coffee").body, HasSubstr(shown));
  }
}

// An item without a summary showed the heading of the answer in its place.
TEST_F(SearchPageTest, WhatIsNotStatedIsNotShown) {
  const std::string page = Page("/?q=bare");
  EXPECT_THAT(page, Not(HasSubstr("<p>1 service for")));
  EXPECT_THAT(page, Not(HasSubstr("<dt>Phone")));
  EXPECT_THAT(page, Not(HasSubstr("<dt>When")));
  EXPECT_THAT(page, HasSubstr("No date of checking is stated"));
}

// Distances to and from the middle of a sector looked as exact as those between two doors.
TEST_F(SearchPageTest, DistancesSayWhenTheyAreOnlyAbout) {
  const std::string exact = Page("/?near=WE1+1AB&q=coffee");
  EXPECT_THAT(exact, HasSubstr("<dd>1.4 miles"));
  EXPECT_THAT(Page("/?near=WE1+1&q=coffee"), HasSubstr("<dd>About 0.7 miles"));
  EXPECT_THAT(Page("/?near=Westton&q=coffee"), HasSubstr("<dd>About 0.1 miles"));
  EXPECT_THAT(Page("/?near=WE1+1AA&q=coarse"), HasSubstr("<dd>About 0.7 miles"));
}

TEST_F(SearchPageTest, AConfidentialPlaceIsNotShown) {
  const std::string page = Page("/?near=WE1+1AA&q=secret");
  EXPECT_THAT(page, HasSubstr("Address not published. Phone first."));
  EXPECT_THAT(page, Not(HasSubstr("Hidden")));
  EXPECT_THAT(page, Not(HasSubstr("<dt>Distance")));
}

TEST_F(SearchPageTest, DoubtsAreInPlainWords) {
  const std::string page = Page("/?near=WE1+1AA&q=elsewhere");
  EXPECT_THAT(page, HasSubstr("1 of them does not say everything you asked for, and comes last."));
  EXPECT_THAT(page, HasSubstr("Not stated: whether it covers where you are. Check first."));
}

TEST_F(SearchPageTest, AnUnknownUnitIsReadAsItsSectorAndSaysSo) {
  EXPECT_THAT(Page("/?near=WE1+1ZZ"),
              HasSubstr("We do not have this exact postcode, so distances are from the middle of "
                        "WE1 1."));
}

TEST_F(SearchPageTest, AnErrorStandsAboveAndAtItsField) {
  const HttpResponse response = asking_.Get("/?q=tea&near=Atlantis");
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
  EXPECT_THAT(response.body, HasSubstr("<title>Error: "));
  EXPECT_THAT(response.body, HasSubstr("<a href=\"#near\">No place called Atlantis"));
  EXPECT_THAT(response.body, HasSubstr("<p class=\"wrong\" id=\"near-error\">No place called"));
  EXPECT_THAT(response.body, HasSubstr("aria-describedby=\"near-error\""));
  EXPECT_THAT(response.body, Not(HasSubstr("q-error")));
}

TEST_F(SearchPageTest, AnErrorOfNoFieldHasNoLink) {
  const std::string page = Page("/?q=tea&page=0");
  EXPECT_THAT(page, HasSubstr("<p>There is no such page; search again</p>"));
  EXPECT_THAT(page, Not(HasSubstr("href=\"#\"")));
}

TEST_F(SearchPageTest, NothingFoundSaysWhatToTry) {
  const std::string page = Page("/?q=nothingofthekind");
  EXPECT_THAT(page, HasSubstr("0 services for “nothingofthekind”"));
  EXPECT_THAT(page, HasSubstr("Nothing matches all of that."));
  EXPECT_THAT(page, Not(HasSubstr("<nav")));
}

TEST_F(SearchPageTest, PagesLinkToEachOther) {
  std::vector<record::Service> services;
  for (int i = 0; i < 12; ++i) {
    services.push_back(testing::ServiceAt("tea-" + std::to_string(i), 51.5, -2.5));
  }
  const Asking asking(std::move(services));
  const std::string first = asking.Get("/?q=tea").body;
  EXPECT_THAT(first, HasSubstr("href=\"/?q=tea&amp;page=2\""));
  EXPECT_THAT(first, Not(HasSubstr("Previous page")));
  const std::string second = asking.Get("/?q=tea&page=2").body;
  EXPECT_THAT(second, HasSubstr("href=\"/?q=tea&amp;page=1\""));
  EXPECT_THAT(second, HasSubstr("start=\"11\""));
  EXPECT_THAT(second, Not(HasSubstr("Next page")));
}

TEST_F(SearchPageTest, APostcodeInTheAddressIsNoBusinessOfSharedCaches) {
  EXPECT_EQ(HeaderOf(asking_.Get("/?near=WE1+1AA"), "Cache-Control"), "private, max-age=60");
  EXPECT_EQ(HeaderOf(asking_.Get("/?q=tea"), "Cache-Control"), "public, max-age=60");
}

TEST_F(SearchPageTest, TheFootNamesWhoseDataItIs) {
  EXPECT_THAT(Page("/"), HasSubstr("Contains OS data © Crown copyright"));
}

}  // namespace
}  // namespace waypost::server
