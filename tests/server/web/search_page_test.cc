#include "server/web/search_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/format/public_id.h"
#include "tests/server/asking.h"
#include "tests/server/web/page_form.h"

namespace waypost::server {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
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

TEST_F(SearchPageTest, NothingRunsInItAndNothingFramesIt) {
  for (const char* target : {"/", "/search?q=coffee", "/search?near=Atlantis", "/nowhere"}) {
    const std::string policy = HeaderOf(asking_.Get(target), "Content-Security-Policy");
    EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
    EXPECT_THAT(policy, HasSubstr("script-src 'self'"));
    EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'"));
    EXPECT_THAT(policy, HasSubstr("form-action 'self'"));
    EXPECT_THAT(Page(target), Not(HasSubstr("<script>"))) << target;
  }
}

TEST_F(SearchPageTest, ShowsWhatAServiceStates) {
  const std::string page = Page("/search?q=coffee");
  EXPECT_THAT(page, HasSubstr("<h1 class=\"govuk-heading-l\">1 service</h1>"));
  EXPECT_THAT(page, HasSubstr("You asked for: “coffee”."));
  EXPECT_THAT(page, HasSubstr(">Memory Café</a>"));
  EXPECT_THAT(page, HasSubstr("1 High Street, Westton, WE1 1AA</dd>"));
  EXPECT_THAT(page, HasSubstr("<dt>When</dt><dd>Saturdays 10am to 12pm"));
  EXPECT_THAT(page, HasSubstr("href=\"tel:01144960000\">0114 496 0000</a>"));
  EXPECT_THAT(page, HasSubstr("Checked 1 September 2026"));
}

TEST_F(SearchPageTest, FreeIsSaidWhateverTheFeedCallsIt) {
  const std::pair<const char*, const char*> cases[] = {
      {"Everyone", "<dd>Free (Everyone)</dd>"},
      {"Free of charge", "<dd>Free of charge</dd>"},
      {"", "<dd>Free</dd>"}};
  for (const auto& [option, shown] : cases) {
    record::Service service = StatedService();
    service.cost_options = {{.option = option, .amount = 0.0}};
    EXPECT_THAT(Asking({service}).Get("/search?q=coffee").body, HasSubstr(shown));
  }
}

TEST_F(SearchPageTest, WhatIsNotStatedIsNotShown) {
  const std::string page = Page("/search?q=bare");
  EXPECT_THAT(page, Not(HasSubstr("<dt>Phone")));
  EXPECT_THAT(page, Not(HasSubstr("<dt>When")));
  EXPECT_THAT(page, Not(HasSubstr("<dt>Cost")));
  EXPECT_THAT(page, HasSubstr("No date of checking is stated"));
}

TEST_F(SearchPageTest, WhatWasCheckedLongAgoIsSaidNotToBeCheckedSince) {
  record::Service service = testing::ServiceAt("old", 51.5, -2.5);
  service.assured_date = *ParseIsoDate("2023-05-12");
  EXPECT_THAT(Asking({service}).Get("/search?q=old").body,
              HasSubstr("Not checked since 12 May 2023"));
}

// Distances to and from the middle of a sector looked as exact as those between two doors.
TEST_F(SearchPageTest, DistancesSayWhenTheyAreOnlyAbout) {
  EXPECT_THAT(Page("/search?near=WE1+1AB&q=coffee"), HasSubstr("(1.4 miles away)"));
  EXPECT_THAT(Page("/search?near=WE1+1&q=coffee"), HasSubstr("(about 0.7 miles away)"));
  EXPECT_THAT(Page("/search?near=Westton&q=coffee"), HasSubstr("(about 0.1 miles away)"));
  EXPECT_THAT(Page("/search?near=WE1+1AA&q=coarse"), HasSubstr("(about 0.7 miles away)"));
}

TEST_F(SearchPageTest, AConfidentialPlaceIsNotShown) {
  const std::string page = Page("/search?near=WE1+1AA&q=secret");
  EXPECT_THAT(page, HasSubstr("In WE1. The address is not published. Phone first."));
  EXPECT_THAT(page, Not(HasSubstr("Hidden")));
  EXPECT_THAT(page, Not(HasSubstr("miles away")));
  EXPECT_THAT(page, Not(HasSubstr("map-data")));
}

TEST_F(SearchPageTest, DoubtsAreInPlainWords) {
  const std::string page = Page("/search?near=WE1+1AA&q=elsewhere");
  EXPECT_THAT(page, HasSubstr("0 say all of this. 1 more may fit"));
  EXPECT_THAT(page, HasSubstr("Not stated: whether it covers where you are. Check first."));
  EXPECT_THAT(page, HasSubstr("May fit"));
}

TEST_F(SearchPageTest, TheTitleDoesNotCountWhatOnlyMayFit) {
  EXPECT_THAT(Page("/search?near=WE1+1AA&q=elsewhere"),
              HasSubstr("<title>1 service that may fit: “elsewhere”, near WE1 1AA –"));
  EXPECT_THAT(Page("/search?free=yes"), HasSubstr("<title>1 service, 4 more may fit: free –"));
  EXPECT_THAT(Page("/search?q=coffee"), HasSubstr("<title>1 service: “coffee” –"));
}

TEST_F(SearchPageTest, WhereNothingIsNearThatIsSaid) {
  const Asking asking(
      {testing::ServiceAt("far", 52.0, -2.5), testing::ServiceAt("farther", 53, -2.5)});
  const std::string told = "None of these places is near: the nearest is ";
  EXPECT_THAT(asking.Get("/search?near=WE1+1AA").body,
              ContainsRegex(told + "(about )?3[0-9][0-9.]* miles away"));
  EXPECT_THAT(asking.Get("/search?near=WE1+1AA&within=100mi").body, Not(HasSubstr(told)));
  EXPECT_THAT(asking.Get("/search?q=far").body, Not(HasSubstr(told)));
  EXPECT_THAT(Page("/search?near=WE1+1AA"), Not(HasSubstr(told)));
}

TEST_F(SearchPageTest, ADayThatIsOverOrNotKnownYetIsSaidToBe) {
  EXPECT_THAT(Page("/search?on=2020-01-01"), HasSubstr("1 January 2020 is over."));
  EXPECT_THAT(Page("/search?on=2046-01-01"), HasSubstr("Nothing is known yet of 1 January 2046"));
  for (const char* day : {"2026-11-21", "2026-11-28"}) {
    EXPECT_THAT(Page("/search?on=" + std::string(day)),
                Not(::testing::AnyOf(HasSubstr(" is over."), HasSubstr("Nothing is known yet"))));
  }
}

// One service has one address, or it does not look visited.
TEST_F(SearchPageTest, TheBestHaveTheAddressesOfTheList) {
  std::vector<record::Service> services;
  for (int i = 0; i < 5; ++i) {
    services.push_back(testing::ServiceAt("tea-" + std::to_string(i), 51.5, -2.5));
  }
  const std::string page = Asking(std::move(services)).Get("/search?near=WE1+1AA&q=tea").body;
  EXPECT_THAT(page, HasSubstr("Three to try first"));
  EXPECT_THAT(page, Not(HasSubstr("mode=")));
}

TEST_F(SearchPageTest, AnUnknownUnitIsReadAsItsSectorAndSaysSo) {
  EXPECT_THAT(Page("/search?near=WE1+1ZZ"),
              HasSubstr("We do not have that exact postcode, so distances are from the middle of "
                        "WE1 1."));
}

TEST_F(SearchPageTest, ThreeErrorsOfPlacesAreTold) {
  const std::pair<const char*, const char*> cases[] = {
      {"form=start&text=tea", "Enter a postcode or the name of a town"},
      {"form=start&text=tea&near=WE1+1AAA", "Enter a postcode in the right form"},
      {"form=start&text=tea&near=Atlantis", "We do not know a place of that name"}};
  for (const auto& [form, message] : cases) {
    const HttpResponse response = asking_.Post("/search", form);
    EXPECT_EQ(response.status, 400) << form;
    EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
    EXPECT_THAT(response.body, HasSubstr("<title>Error: ")) << form;
    EXPECT_THAT(response.body, HasSubstr(std::string("<a href=\"#near\">") + message)) << form;
    EXPECT_THAT(response.body, HasSubstr("aria-describedby=\"near-hint near-error\"")) << form;
    EXPECT_THAT(response.body, HasSubstr("value=\"tea\"")) << form;
    EXPECT_THAT(response.body, Not(HasSubstr("text-error"))) << form;
  }
}

TEST_F(SearchPageTest, AnErrorOfNoFieldHasNoLink) {
  const HttpResponse response = asking_.Get("/search?need=esdNeeds:999");
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr("That link asks for something that we do not know"));
  EXPECT_THAT(response.body, Not(HasSubstr("href=\"#\"")));
}

// Whoever passes a link on may add to it, and an old one may have what is no longer understood.
TEST_F(SearchPageTest, WhatALinkHasBesidesTheSearchIsPassedOver) {
  for (const char* more : {"fbclid=abc", "utm_source=mail&gclid=1", "per_page=0", "mode=x",
                           "facets=nothing", "fr=1", "sort=distance"}) {
    const HttpResponse response = asking_.Get("/search?q=coffee&from=10:00&" + std::string(more));
    EXPECT_EQ(response.status, 200) << more;
    EXPECT_THAT(response.body, HasSubstr("“coffee”, from 10am")) << more;
    EXPECT_THAT(response.body, Not(HasSubstr("so we left it out"))) << more;
  }
}

TEST_F(SearchPageTest, WhatCannotBeReadIsLeftOutAndTold) {
  for (const char* more :
       {"inferred=no", "page=0", "day=XX", "page=2000", "from=25:00", "to=10:00", "day=SA&q=tea"}) {
    const HttpResponse response = asking_.Get("/search?q=coffee&from=10:00&" + std::string(more));
    EXPECT_EQ(response.status, 200) << more;
    EXPECT_THAT(response.body, HasSubstr("You asked for: “coffee”")) << more;
    EXPECT_THAT(response.body, HasSubstr("so we left it out")) << more;
    EXPECT_THAT(response.body, Not(HasSubstr("cannot be read;"))) << more;
  }
}

TEST_F(SearchPageTest, AnAgeThatIsNoneIsToldAtItsField) {
  const HttpResponse response = asking_.Get("/search?q=coffee&near=WE1+1AA&day=SA&age=nine");
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
  EXPECT_THAT(response.body, HasSubstr("“coffee”, near WE1 1AA, on Saturday."));
  EXPECT_THAT(response.body, HasSubstr("<a href=\"#f-age\">Enter an age"));
  EXPECT_THAT(response.body, HasSubstr("aria-describedby=\"f-age-hint f-age-error\""));
  PageForm filters(response.body, "id=\"f-age\"");
  EXPECT_THAT(filters.Values("age"), ElementsAre("nine"));
  filters.Type("age", "9");
  const HttpResponse mended = asking_.Get("/search?" + filters.Sent());
  EXPECT_EQ(mended.status, 200);
  EXPECT_THAT(mended.body, HasSubstr("“coffee”, age 9, near WE1 1AA, on Saturday."));
  EXPECT_THAT(mended.body, Not(HasSubstr("Enter an age in years")));
}

TEST_F(SearchPageTest, APagePastTheLastLeadsBack) {
  const std::string page = Page("/search?q=coffee&page=50");
  EXPECT_THAT(page, HasSubstr("There are not as many pages of results as that."));
  EXPECT_THAT(page, HasSubstr("href=\"/search?q=coffee\">Go to the first page"));
  EXPECT_THAT(Page("/search?q=coffee"), Not(HasSubstr("Go to the first page")));
  EXPECT_THAT(Page("/search?q=nothingofthekind&page=2"), Not(HasSubstr("Go to the first page")));
}

TEST_F(SearchPageTest, NothingFoundSaysWhatToTry) {
  const std::string page = Page("/search?q=nothingofthekind");
  EXPECT_THAT(page, HasSubstr("0 services"));
  EXPECT_THAT(page, HasSubstr("Nothing matches all of that"));
  EXPECT_THAT(page, Not(HasSubstr("class=\"wp-list\"")));
}

TEST_F(SearchPageTest, WhatWouldFindMoreIsALinkWithItsCount) {
  const std::string page = Page("/search?near=WE1+1AA&q=coffee&day=SU");
  EXPECT_THAT(page, HasSubstr("href=\"/search?near=WE1%201AA&amp;q=coffee\">Leave out: on Sunday"));
  EXPECT_THAT(page, HasSubstr("(1 service)"));
}

TEST_F(SearchPageTest, PagesLinkToEachOther) {
  std::vector<record::Service> services;
  for (int i = 0; i < 12; ++i) {
    services.push_back(testing::ServiceAt("tea-" + std::to_string(i), 51.5, -2.5));
  }
  const Asking asking(std::move(services));
  const std::string first = asking.Get("/search?q=tea").body;
  EXPECT_THAT(first, HasSubstr("href=\"/search?page=2&amp;q=tea\">Next page"));
  EXPECT_THAT(first, HasSubstr("Showing 1 to 10 of 12"));
  EXPECT_THAT(first, Not(HasSubstr("Previous page")));
  const std::string second = asking.Get("/search?q=tea&page=2").body;
  EXPECT_THAT(second, HasSubstr("href=\"/search?q=tea\">Previous page"));
  EXPECT_THAT(second, HasSubstr("start=\"11\""));
  EXPECT_THAT(second, Not(HasSubstr("Next page")));
}

TEST_F(SearchPageTest, APostcodeInTheAddressIsNoBusinessOfSharedCaches) {
  EXPECT_EQ(HeaderOf(asking_.Get("/search?near=WE1+1AA"), "Cache-Control"), "private, max-age=60");
  EXPECT_EQ(HeaderOf(asking_.Get("/search?q=tea"), "Cache-Control"), "public, max-age=60");
}

TEST_F(SearchPageTest, TheLinkForOthersHasTheOutwardCodeOnly) {
  const std::string page = Page("/search?near=WE1+1AA&q=coffee");
  EXPECT_THAT(page, HasSubstr("href=\"/search?near=WE1&amp;q=coffee\">Link to this search"));
}

TEST_F(SearchPageTest, ChosenConditionsAreTakenOffOneByOne) {
  const std::string page = Page("/search?near=Westton&q=coffee&day=SA,SU&free=yes");
  EXPECT_THAT(page, HasSubstr("href=\"/search?day=SU&amp;free=yes&amp;near=Westton&amp;q=coffee\">"
                              "Remove: on Saturday"));
  EXPECT_THAT(page, HasSubstr("href=\"/search?day=SA%2cSU&amp;near=Westton&amp;q=coffee\">"
                              "Remove: free"));
  EXPECT_THAT(page, HasSubstr("href=\"/search?day=SA%2cSU&amp;free=yes&amp;q=coffee\">"
                              "Remove: near Westton"));
}

TEST_F(SearchPageTest, FiltersCarryCountsAndWhatIsNotStated) {
  const std::string page = Page("/search?near=WE1+1AA");
  EXPECT_THAT(page, HasSubstr("name=\"day\" value=\"SA\">"));
  EXPECT_THAT(page, HasSubstr("Saturday <span class=\"wp-option__count\">(1)</span>"));
  EXPECT_THAT(page, HasSubstr("Not stated: "));
  EXPECT_THAT(Page("/search?near=WE1+1AA&day=SA"), HasSubstr("value=\"SA\" checked>"));
}

TEST_F(SearchPageTest, EmptyFieldsOfAFormAskNothing) {
  const HttpResponse response = asking_.Get("/search?q=coffee&age=&within=&part=");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body, HasSubstr("<h1 class=\"govuk-heading-l\">1 service</h1>"));
}

TEST_F(SearchPageTest, AFormIsSentOnToAnAddress) {
  const HttpResponse response = asking_.Post("/search", "form=start&text=coffee&near=Westton");
  EXPECT_EQ(response.status, 303);
  EXPECT_THAT(HeaderOf(response, "Location"), HasSubstr("/search?near=Westton"));
  EXPECT_THAT(HeaderOf(response, "Location"), HasSubstr("q=coffee"));
}

// "need five" of it is a need that it does not serve.
TEST_F(SearchPageTest, TheNameOfAServiceLeadsToIt) {
  const Asking asking({testing::ServiceAt("Cake with need five", 51.5, -2.5), StatedService()});
  for (const char* typed : {"Cake+with+need+five", "cake+with+NEED+five"}) {
    const HttpResponse sent = asking.Post("/search", std::string("text=") + typed);
    ASSERT_EQ(sent.status, 303) << typed;
    EXPECT_THAT(HeaderOf(sent, "Location"), Not(HasSubstr("need="))) << typed;
    EXPECT_THAT(asking.Get(HeaderOf(sent, "Location")).body,
                HasSubstr(">Cake with need five</a></h3>"))
        << typed;
  }
}

// A service that is called as a need is does not hide the others.
TEST_F(SearchPageTest, TheNameOfANeedIsTheNeed) {
  const Asking asking({testing::ServiceAt("need five", 51.5, -2.5), StatedService()});
  const HttpResponse sent = asking.Post("/search", "text=need+five");
  EXPECT_THAT(HeaderOf(sent, "Location"), HasSubstr("need="));
}

TEST_F(SearchPageTest, ATextThatIsTooLongIsToldAtItsField) {
  const HttpResponse response = asking_.Post("/search", "text=" + std::string(501, 'a'));
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr("<a href=\"#text\">Use at most 500 characters"));
  EXPECT_THAT(response.body, Not(HasSubstr("That link asks")));
}

// It asked for everything.
TEST_F(SearchPageTest, WhatIsNoFormIsRefused) {
  for (const char* type : {"application/json", "multipart/form-data", ""}) {
    EXPECT_EQ(asking_.PostAs(type, "/search", "text=coffee").status, 415) << type;
  }
  EXPECT_EQ(asking_.PostAs("", "/search", "").status, 303) << "asks for everything";
}

TEST_F(SearchPageTest, MarkupOfFeedsAndPeopleIsText) {
  record::Service service = testing::ServiceAt("tea", 51.5, -2.5);
  service.name = "Tea <script>alert(1)</script> & \"cake\"";
  const std::string page = Asking({service}).Get("/search?q=tea+%3Cb%3E").body;
  EXPECT_THAT(page, Not(HasSubstr("<script>")));
  EXPECT_THAT(page, Not(HasSubstr("<b>")));
  EXPECT_THAT(Asking({service}).Get("/search?q=tea").body, HasSubstr("&lt;script&gt;"));
}

TEST_F(SearchPageTest, SavingWithoutScriptsIsALinkThatKeepsTheList) {
  const std::string page = Page("/search?q=coffee");
  const std::size_t at = page.find("saved=");
  ASSERT_NE(at, std::string::npos);
  const std::string id = page.substr(at + 6, 36);
  const std::string saved = Page("/search?q=coffee&saved=" + id);
  EXPECT_THAT(saved, HasSubstr("Remove from my list"));
  EXPECT_THAT(saved, HasSubstr("href=\"/list?ids=" + id));
}

TEST_F(SearchPageTest, WelshIsSpokenAndCarriedOn) {
  const std::string page = Page("/search?q=coffee&lang=cy");
  EXPECT_THAT(page, HasSubstr("<html lang=\"cy\""));
  EXPECT_THAT(page, HasSubstr("1 gwasanaeth"));
  EXPECT_THAT(page, HasSubstr("Gofynnoch chi am:"));
  EXPECT_THAT(page, HasSubstr("href=\"/search?lang=cy\""));
}

// Need 6 must leave no trace.
class SensitivePagesTest : public ::testing::Test {
 protected:
  static record::Directory Sensitive() {
    record::Service refuge = testing::ServiceAt("refuge", 51.5, -2.5);
    testing::AddTerm(refuge, "esdServiceTypes", "2");
    record::Directory directory = testing::SmallDirectory({refuge, StatedService()});
    for (record::VocabularyTerm& term : directory.taxonomy.terms) {
      if (term.code != "6" && term.code != "61") continue;
      term.sensitive = true;
      term.crisis = "In danger, call 999; press 55. Else 0808 2000 247 or 111";
      term.phrases = {"he hits me"};
    }
    return directory;
  }

  const Asking asking_{Sensitive()};
};

TEST_F(SensitivePagesTest, ASensitiveSearchIsAnsweredWithoutAnAddress) {
  const HttpResponse response = asking_.Post("/search", "need=need:61&near=WE1+1AA");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
  EXPECT_THAT(response.body, ContainsRegex("<title>[0-9]+ services? – Waypost</title>"));
  EXPECT_THAT(response.body,
              HasSubstr("<p>In danger, call <a class=\"govuk-link\" href=\"tel:999\">999</a>; "
                        "press 55. Else <a class=\"govuk-link\" href=\"tel:08082000247\">0808 2000 "
                        "247</a> or <a class=\"govuk-link\" href=\"tel:111\">111</a></p>"));
  EXPECT_THAT(response.body, HasSubstr("Exit this page"));
  EXPECT_THAT(response.body, HasSubstr("<form method=\"post\" action=\"/search\">"));
  EXPECT_THAT(response.body, Not(HasSubstr("href=\"/search?")));
  EXPECT_THAT(response.body, Not(HasSubstr("need:61&")));
  EXPECT_THAT(response.body, Not(HasSubstr("need=need")));
  EXPECT_THAT(response.body, Not(HasSubstr("near=WE1")));
}

// The search cannot be told to the page of a service; that it can be left at once, can.
TEST_F(SensitivePagesTest, WhatItFoundCanBeLeftAtOnceToo) {
  const std::string id = FormatUuid(PublicId("alpha", "service", StatedService().id));
  const std::string page = "/services/" + id;
  const std::string found = asking_.Post("/search", "q=he+hits+me+coffee&match=any").body;
  EXPECT_THAT(found, HasSubstr("href=\"" + page + "?exit=yes\""));
  for (const std::string& target : {page + "?exit=yes", page + "/report?exit=yes"}) {
    const HttpResponse response = asking_.Get(target);
    EXPECT_THAT(response.body, HasSubstr("Exit this page")) << target;
    EXPECT_THAT(response.body, Not(HasSubstr("<title>Memory"))) << target;
    EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store") << target;
  }
  const std::string marked = asking_.Get(page + "?exit=yes").body;
  EXPECT_THAT(marked, HasSubstr("href=\"/\">Search again</a>"));
  EXPECT_THAT(marked, HasSubstr(page + "/report?exit=yes\""));
  EXPECT_THAT(marked, HasSubstr(page + "?exit=yes&amp;saved="));
  EXPECT_THAT(asking_.Get(page).body,
              AllOf(Not(HasSubstr("Exit this page")), Not(HasSubstr("Search again"))));
}

TEST_F(SensitivePagesTest, WhatStatesASensitiveNeedCanBeLeftAtOnce) {
  record::Service talk = testing::ServiceAt("talk", 51.5, -2.5);
  testing::AddTerm(talk, "esdNeeds", "61");
  record::Directory directory = testing::SmallDirectory({talk});
  for (record::VocabularyTerm& term : directory.taxonomy.terms) {
    if (term.vocabulary == "esdNeeds" && term.code == "61") term.sensitive = true;
  }
  const HttpResponse response =
      Asking(directory).Get("/services/" + FormatUuid(PublicId("alpha", "service", "talk")));
  EXPECT_THAT(response.body, HasSubstr("Exit this page"));
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
}

TEST_F(SensitivePagesTest, ATermOfAnyVocabularyTellsAsMuch) {
  for (const char* question : {"taxonomy_term=esdNeeds:61", "taxonomy_term=esdServiceTypes:2",
                               "exclude_taxonomy_term=esdNeeds:6"}) {
    const HttpResponse response = asking_.Post("/search", question);
    EXPECT_EQ(response.status, 200) << question;
    EXPECT_THAT(response.body, HasSubstr("Exit this page")) << question;
  }
  EXPECT_EQ(asking_.Post("/search", "taxonomy_term=localActivity:art").status, 303);
}

// What was typed goes from form to form of the page, and never into an address.
TEST_F(SensitivePagesTest, FiltersOfAMentionLeaveNoTraceEither) {
  const std::string page = asking_.Post("/search", "text=coffee+or+need+six&near=WE1+1AA").body;
  for (const char* inside : {"id=\"f-age\"", "name=\"again\""}) {
    const HttpResponse response = asking_.Post("/search", PageForm(page, inside).Sent());
    EXPECT_EQ(response.status, 200) << inside;
    EXPECT_THAT(response.body, HasSubstr("Exit this page")) << inside;
  }
}

// Read by itself each time: three of them in one form are longer than a sentence may be.
TEST_F(SensitivePagesTest, ALongSentenceIsAsSensitiveInEveryForm) {
  std::string text = "he+hits+me";
  for (int i = 0; i < 40; ++i) text += "+blorf";
  const std::string page = asking_.Post("/search", "text=" + text).body;
  EXPECT_THAT(page, HasSubstr("Exit this page"));
  PageForm again(page, "name=\"again\"");
  again.Type("near", "Atlantis");
  const HttpResponse mistaken = asking_.Post("/search", again.Sent());
  EXPECT_EQ(mistaken.status, 400);
  EXPECT_THAT(mistaken.body, HasSubstr("Exit this page"));
  again.Type("near", "");
  again.Type("text", "coffee");
  EXPECT_EQ(asking_.Post("/search", again.Sent()).status, 303) << "nothing of it is left";
}

TEST_F(SensitivePagesTest, AMistakeInTheFiltersLeavesNoTrace) {
  const HttpResponse response = asking_.Post("/search", "need=need:61&near=WE1+1AA&age=nine");
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr("Exit this page"));
  EXPECT_THAT(response.body, HasSubstr("need sixty, near WE1 1AA"));
  EXPECT_THAT(response.body, Not(HasSubstr("href=\"/search?")));
}

TEST_F(SensitivePagesTest, AMistakeInThePlaceLeavesNoTrace) {
  for (const char* near : {"WE1+1A!", "Atlantis", "Tiely", ""}) {
    const HttpResponse response =
        asking_.Post("/search", "form=start&text=i+have+need+six&near=" + std::string(near));
    EXPECT_EQ(response.status, 400) << near;
    EXPECT_THAT(response.body, HasSubstr("Exit this page")) << near;
    EXPECT_THAT(response.body, Not(HasSubstr("href=\"/search"))) << near;
    EXPECT_THAT(response.body, HasSubstr("Search without a place")) << near;
  }
  const std::string page = asking_.Post("/search", "form=start&text=coffee&need=need:61").body;
  EXPECT_THAT(page, HasSubstr("Exit this page"));
  const HttpResponse everywhere =
      asking_.Post("/search", PageForm(page, "Search without a place").Sent());
  EXPECT_EQ(everywhere.status, 200);
  EXPECT_THAT(everywhere.body, HasSubstr("need sixty."));
}

// Whatever the sentence was read as: the words themselves would stand in the address.
TEST_F(SensitivePagesTest, AMentionIsEnough) {
  const HttpResponse response = asking_.Post("/search", "text=coffee+or+need+six&near=WE1+1AA");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body, HasSubstr("Exit this page"));
}

TEST_F(SensitivePagesTest, OtherSearchesHaveNoExit) {
  const std::string page = asking_.Get("/search?q=coffee").body;
  EXPECT_THAT(page, Not(HasSubstr("Exit this page")));
  EXPECT_THAT(page, Not(HasSubstr("999")));
}

TEST_F(SensitivePagesTest, BrowsingToItIsAFormToo) {
  const std::string page = asking_.Get("/needs").body;
  EXPECT_THAT(page, HasSubstr("name=\"need\" value=\"esdNeed:61\""));
  EXPECT_THAT(page, Not(HasSubstr("need=esdNeed%3a61")));
}

}  // namespace
}  // namespace waypost::server
