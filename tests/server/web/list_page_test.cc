#include "server/web/list_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/format/public_id.h"
#include "server/web/list_code.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kTwinA = "00112233-4455-4677-8899-aabbccddeeff";
constexpr const char* kTwinB = "00112233-4455-4677-9999-aabbccddeeff";

std::string IdOf(std::string_view service) {
  return FormatUuid(PublicId("alpha", "service", service));
}

std::string UnknownId() { return FormatUuid(PublicId("gone", "service", "gone")); }

record::Service Secret() {
  record::Service secret = testing::ServiceAt("secret", 51.5, -2.5);
  secret.confidential = true;
  secret.email = "hidden@example.org";
  secret.phones = {{.number = "0808 157 0000"}};
  secret.locations.front().location.name = "Hidden House";
  secret.locations.front().location.address = {{"1 Hidden Lane"}, "", "", "WE1 1AA", ""};
  return secret;
}

class ListPageTest : public ::testing::Test {
 protected:
  static record::Directory Directory() {
    record::Service cafe = StatedService();
    cafe.last_modified = testing::DayOf2026(11, 10) + std::chrono::hours(9);
    record::Service hostile = testing::ServiceAt("hostile", 51.5, -2.5);
    hostile.name = "<script>alert(1)</script>";
    record::Service danger = testing::ServiceAt("danger", 51.5, -2.5);
    testing::AddTerm(danger, "esdServiceTypes", "11");
    record::Service twin_a = testing::ServiceAt(kTwinA, 51.5, -2.5);
    record::Service twin_b = testing::ServiceAt(kTwinB, 51.5, -2.5);
    record::Directory directory = testing::SmallDirectory(
        {cafe, hostile, danger, twin_a, twin_b, Secret(), testing::Service("bare")});
    for (record::VocabularyTerm& term : directory.taxonomy.terms) {
      if (term.vocabulary == "esdNeeds" && term.code == "5") term.sensitive = true;
    }
    return directory;
  }

  static std::string ListOf(std::vector<std::string> ids) {
    std::string target = "/list?ids=";
    for (const std::string& id : ids) target += (target.back() == '=' ? "" : ",") + id;
    return target;
  }

  HttpResponse Get(const std::string& target) const {
    return asking_.Ask("GET", target, {{"host", "find.example.org"}});
  }
  std::string Page(const std::string& target) const { return Get(target).body; }

  // Where the short link of a list leads.
  std::string Reopened(const std::string& code) const {
    const HttpResponse response = Get("/l/" + code);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
    return HeaderOf(response, "Location");
  }

  static std::string CodeIn(const std::string& page) {
    const std::string mark = "href=\"/l/";
    const std::size_t start = page.find(mark) + mark.size();
    return page.substr(start, page.find('"', start) - start);
  }

  const Asking asking_{Directory()};
};

TEST_F(ListPageTest, ShowsTheServicesInTheOrderOfSaving) {
  const HttpResponse response = Get(ListOf({IdOf("secret"), IdOf("cafe")}));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
  EXPECT_THAT(response.body, HasSubstr("<h1 class=\"govuk-heading-l\">My list</h1>"));
  EXPECT_THAT(response.body, HasSubstr("2 services. "));
  EXPECT_LT(response.body.find(">secret</a>"), response.body.find(">Memory Café</a>"));
  EXPECT_THAT(response.body, HasSubstr("<dt>When</dt><dd>Saturdays 10am to 12pm"));
  EXPECT_THAT(response.body, HasSubstr("<dd>The Hall, 1 High Street, Westton, WE1 1AA</dd>"));
  EXPECT_THAT(response.body, HasSubstr("href=\"tel:01144960000\""));
  EXPECT_THAT(response.body, HasSubstr("Checked 1 September 2026"));
}

TEST_F(ListPageTest, EachIsTakenOffByALink) {
  const std::string page = Page(ListOf({IdOf("secret"), IdOf("cafe")}) + "&since=2026-11-01");
  EXPECT_THAT(page, HasSubstr("href=\"/list?ids=" + IdOf("cafe") +
                              "&amp;since=2026-11-01\" data-unsave=\"" + IdOf("secret") + "\""));
  EXPECT_THAT(Page(ListOf({IdOf("cafe")})),
              HasSubstr("href=\"/list\" data-unsave=\"" + IdOf("cafe") + "\""));
}

TEST_F(ListPageTest, LinksCarryTheListOn) {
  const std::string page = Page(ListOf({IdOf("cafe")}));
  EXPECT_THAT(page,
              HasSubstr("href=\"/services/" + IdOf("cafe") + "?saved=" + IdOf("cafe") + "\""));
  EXPECT_THAT(page, HasSubstr("href=\"/?saved=" + IdOf("cafe") + "\""));
  // What a browser without scripts carried along is the same list.
  EXPECT_THAT(Page("/list?saved=" + IdOf("cafe")), HasSubstr(">Memory Café</a>"));
}

TEST_F(ListPageTest, AnEmptyListSaysWhatToDo) {
  const HttpResponse response = Get("/list");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
  EXPECT_THAT(response.body, HasSubstr("Your list is empty."));
  EXPECT_THAT(response.body, Not(HasSubstr("/list/print")));
  EXPECT_THAT(response.body, Not(HasSubstr("<ol")));
}

TEST_F(ListPageTest, TellsWhatIsNoLongerPublished) {
  const std::string page = Page(ListOf({UnknownId(), IdOf("cafe")}));
  EXPECT_THAT(page, HasSubstr("1 service on this list is no longer published."));
  EXPECT_THAT(page, HasSubstr("href=\"/list?ids=" + IdOf("cafe") + "\" data-unsave=\"" +
                              UnknownId() + "\">Take it off the list</a>"));
  EXPECT_THAT(page, HasSubstr("1 service. "));
  EXPECT_THAT(Page(ListOf({UnknownId()})), HasSubstr("Nothing on this list can be shown"));
}

// Cards have no numbers by which one could be named.
TEST_F(ListPageTest, WhatIsNoLongerPublishedIsTakenOffAtOnce) {
  const std::string other = "11111111-2222-4333-8444-555555555555";
  EXPECT_THAT(Page(ListOf({UnknownId(), IdOf("cafe"), other})),
              HasSubstr("href=\"/list?ids=" + IdOf("cafe") + "\" data-unsave=\"" + UnknownId() +
                        "," + other + "\">Take them off the list</a>"));
}

TEST_F(ListPageTest, WhatIsOverTheLimitIsToldToBeLeftOut) {
  std::string ids = IdOf("cafe");
  for (int i = 1; i < 50; ++i) ids += "," + FormatUuid(PublicId("beta", "s", std::to_string(i)));
  const std::string told = "A list holds at most 50 services.";
  EXPECT_THAT(Page("/list?ids=" + ids), Not(HasSubstr(told)));
  EXPECT_THAT(Page("/list?ids=" + ids + "," + IdOf("secret")), HasSubstr(told));
}

// Scripts show the link where this browser has a list, and take the sentence away.
TEST_F(ListPageTest, AnAddressWithoutIdsLeadsToTheListOfTheBrowser) {
  EXPECT_THAT(Page("/list?lang=cy"),
              AllOf(HasSubstr("data-without-list"),
                    HasSubstr("data-with-list hidden><a class=\"govuk-link\" "
                              "href=\"/list?lang=cy\" data-list-link>")));
  EXPECT_THAT(Page(ListOf({UnknownId()})), Not(HasSubstr("data-with")));
}

TEST_F(ListPageTest, OneServiceStandsOnce) {
  std::string capitals = IdOf("cafe");
  for (char& c : capitals) c = static_cast<char>(std::toupper(c));
  EXPECT_THAT(Page(ListOf({capitals, IdOf("cafe"), "nonsense", ""})), HasSubstr("1 service. "));
}

TEST_F(ListPageTest, NamesAreText) {
  const std::string page = Page(ListOf({IdOf("hostile")}));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)"));
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
}

TEST_F(ListPageTest, AConfidentialPlaceIsTheDistrictAndThePhone) {
  const std::string page = Page(ListOf({IdOf("secret")}));
  EXPECT_THAT(page, HasSubstr("In WE1. The address is not published. Phone first."));
  EXPECT_THAT(page, HasSubstr("0808 157 0000"));
  EXPECT_THAT(page, Not(HasSubstr("Hidden")));
}

TEST_F(ListPageTest, SensitiveServicesOfferTheWayOut) {
  EXPECT_THAT(Page(ListOf({IdOf("cafe"), IdOf("danger")})), HasSubstr("Exit this page"));
  EXPECT_THAT(Page(ListOf({IdOf("secret")})), HasSubstr("Exit this page"));
  EXPECT_THAT(Page(ListOf({IdOf("bare")})), Not(HasSubstr("Exit this page")));
}

TEST_F(ListPageTest, SaysWhatChangedSince) {
  const std::string list = ListOf({IdOf("cafe"), IdOf("bare")});
  const std::string changed = Page(list + "&since=2026-11-09");
  EXPECT_THAT(changed, HasSubstr("Changed since 9 November 2026"));
  EXPECT_THAT(changed, Not(HasSubstr("Checked since")));
  EXPECT_THAT(changed, Not(HasSubstr("No service here says")));
  const std::string both = Page(list + "&since=2026-08-31");
  EXPECT_THAT(both, HasSubstr("Changed since 31 August 2026"));
  EXPECT_THAT(both, HasSubstr("Checked since 31 August 2026"));
  const std::string same_day = Page(list + "&since=2026-11-10");
  EXPECT_THAT(same_day, Not(HasSubstr("Changed since")));
  EXPECT_THAT(same_day, HasSubstr("No service here says that it has changed since."));
}

TEST_F(ListPageTest, NoDayNoChanges) {
  const std::string list = ListOf({IdOf("cafe")});
  for (const char* since : {"", "&since=2027-01-01", "&since=yesterday", "&since=2026-02-30"}) {
    const std::string page = Page(list + since);
    EXPECT_THAT(page, Not(HasSubstr("hanged since")));
    EXPECT_THAT(page, Not(HasSubstr("This link was made")));
  }
}

TEST_F(ListPageTest, TheShortLinkLeadsBack) {
  const std::string list = ListOf({IdOf("secret"), IdOf("cafe")});
  const std::string page = Page(list + "&since=2026-11-01");
  const std::string code = CodeIn(page);
  EXPECT_THAT(page, HasSubstr(">http://find.example.org/l/" + code + "</a>"));
  EXPECT_EQ(Reopened(code),
            "/list?ids=" + IdOf("secret") + "%2c" + IdOf("cafe") + "&since=2026-11-21");
  EXPECT_EQ(CodeIn(Page(list)), code);
}

TEST_F(ListPageTest, AHostThatIsNoneIsNotRepeated) {
  const std::string page =
      asking_.Ask("GET", ListOf({IdOf("cafe")}), {{"host", "evil\"><script>"}}).body;
  EXPECT_THAT(page, Not(HasSubstr("evil")));
  EXPECT_THAT(page, HasSubstr(">/l/"));
}

TEST_F(ListPageTest, WhatBeginsAlikeIsNamedWhole) {
  const std::string code = CodeIn(Page(ListOf({kTwinB, IdOf("cafe")})));
  EXPECT_EQ(ParseListCode(code)->length, IdLength::kWhole);
  EXPECT_EQ(Reopened(code),
            "/list?ids=" + std::string(kTwinB) + "%2c" + IdOf("cafe") + "&since=2026-11-21");
}

TEST_F(ListPageTest, WhatALinkDoesNotTellIsNotGuessed) {
  ListCode code{.day = testing::DayOf2026(11, 3)};
  for (const std::string& id : {std::string(kTwinA), UnknownId(), IdOf("cafe")}) {
    code.ids.push_back(CutId(*ParseUuid(id), code.length));
  }
  const std::string list = Reopened(FormatListCode(code));
  EXPECT_EQ(list, "/list?ids=" + IdOf("cafe") + "&since=2026-11-03&gone=1&unclear=1");
  const std::string page = Page(list);
  EXPECT_THAT(page, HasSubstr("1 service of this link is no longer published."));
  EXPECT_THAT(page, HasSubstr("1 service of this link cannot be told from others"));
  EXPECT_THAT(Page("/list?gone=51&unclear=x"), Not(HasSubstr("of this link")));
}

TEST_F(ListPageTest, ALinkOfWhichNothingIsLeftIsNoEmptyList) {
  for (const char* target : {"/list?gone=3", "/list?unclear=2&since=2026-11-03"}) {
    EXPECT_THAT(Page(target), AllOf(HasSubstr("Nothing on this list can be shown any more."),
                                    Not(HasSubstr("Your list is empty"))))
        << target;
  }
}

TEST_F(ListPageTest, ALinkThatIsNoneSaysSo) {
  for (const char* target : {"/l/", "/l/nonsense", "/l/AVEq", "/l/%00%ff"}) {
    const HttpResponse response = Get(target);
    EXPECT_EQ(response.status, 404) << target;
    EXPECT_THAT(response.body, HasSubstr("This link to a list cannot be read."));
  }
}

TEST_F(ListPageTest, SpeaksWelshAndKeepsTo) {
  const std::string page = Page(ListOf({IdOf("cafe")}) + "&lang=cy");
  EXPECT_THAT(page, HasSubstr("<html lang=\"cy\""));
  EXPECT_THAT(page, HasSubstr(">Fy rhestr</h1>"));
  EXPECT_THAT(page, HasSubstr("/list/print?ids=" + IdOf("cafe") + "&amp;lang=cy"));
}

class ListSheetTest : public ListPageTest {
 protected:
  std::string Sheet(const std::string& service, const std::string& more = "") const {
    return Page("/list/print?ids=" + IdOf(service) + more);
  }
};

TEST_F(ListSheetTest, SaysAllThatOneNeedsToGo) {
  const HttpResponse response = Get("/list/print?ids=" + IdOf("cafe"));
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
  const std::string& page = response.body;
  EXPECT_THAT(page, HasSubstr("<div class=\"wp-sheet\">"));
  EXPECT_THAT(page, HasSubstr("<h1>Services that may help, from Waypost</h1>"));
  EXPECT_THAT(page, HasSubstr("Printed on 21 November 2026."));
  EXPECT_THAT(page, HasSubstr("<h2>Memory Café</h2>\n<p>Town Hall</p>"));
  EXPECT_THAT(page, HasSubstr("<p>Coffee and company</p>"));
  EXPECT_THAT(page, HasSubstr(">0114 496 0000<"));
  EXPECT_THAT(page, HasSubstr(">The Hall, 1 High Street, Westton, WE1 1AA<"));
  EXPECT_THAT(page, HasSubstr(">Saturday 28 November, 10am to 12pm</span> "
                              "<span class=\"wp-sheet__line\">Tuesday 1 December, 7pm to 9pm"
                              "</span> <span class=\"wp-sheet__line\">Saturday 5 December, 10am "
                              "to 12pm</span> </dd>"));
  EXPECT_THAT(page, HasSubstr("<dt>Cost</dt><dd><span class=\"wp-sheet__line\">Free</span>"));
  EXPECT_THAT(page, HasSubstr(">Drop in<"));
  EXPECT_THAT(page, HasSubstr("<p>Checked 1 September 2026"));
}

TEST_F(ListSheetTest, WhatIsNotStatedIsSaidToBeSo) {
  const std::string page = Sheet("bare");
  EXPECT_THAT(page, HasSubstr("Phone number not stated"));
  EXPECT_THAT(page, HasSubstr("Place not stated"));
  EXPECT_THAT(page, HasSubstr("No dates are known"));
  EXPECT_THAT(page, HasSubstr("Cost not stated"));
  EXPECT_THAT(page, HasSubstr("No date of checking is stated"));
}

TEST_F(ListSheetTest, LeadsBackByLettersAndBySquares) {
  const std::string page = Sheet("cafe");
  const std::string code = CodeIn(Page(ListOf({IdOf("cafe")})));
  EXPECT_THAT(page, HasSubstr(">http://find.example.org/l/" + code + "</a>"));
  EXPECT_THAT(page, HasSubstr("role=\"img\" aria-label=\"QR code that opens this list\""));
  const std::string without = asking_.Get("/list/print?ids=" + IdOf("cafe")).body;
  EXPECT_THAT(without, Not(HasSubstr("<svg")));
  EXPECT_THAT(without, Not(HasSubstr("/l/")));
}

// The list of one was all that the sheet led back to.
TEST_F(ListSheetTest, TheSheetOfOneServiceLeavesTheListAsItIs) {
  const std::string saved = IdOf("secret") + "," + IdOf("danger");
  const std::string in_address = IdOf("secret") + "%2c" + IdOf("danger");
  const std::string card = Page("/search?q=coffee&saved=" + saved);
  const std::string sheet = "/list/print?ids=" + IdOf("cafe") + "&alone=yes&saved=" + in_address;
  EXPECT_THAT(card, HasSubstr("href=\"/list/print?ids=" + IdOf("cafe") +
                              "&amp;alone=yes&amp;saved=" + in_address + "\""));
  const std::string page = Page(sheet);
  EXPECT_THAT(page, HasSubstr("<h2>Memory Café</h2>"));
  EXPECT_THAT(page, HasSubstr("href=\"/list?ids=" + in_address + "\""));
  EXPECT_THAT(page, HasSubstr("href=\"/services/" + IdOf("cafe") + "?saved=" + in_address +
                              "\">Back to the service</a>"));
  EXPECT_THAT(page, Not(HasSubstr("Back to my list")));
  EXPECT_THAT(page, HasSubstr("alone=yes&amp;size=large&amp;saved=" + in_address));
  EXPECT_THAT(Sheet("cafe"), HasSubstr("Back to my list"));
}

TEST_F(ListSheetTest, LargePrint) {
  const std::string page = Sheet("cafe", "&size=large");
  EXPECT_THAT(page, HasSubstr("<div class=\"wp-sheet wp-sheet--large\">"));
  EXPECT_THAT(page, HasSubstr(">Normal print</a>"));
  EXPECT_THAT(Sheet("cafe"), HasSubstr(">Large print</a>"));
}

TEST_F(ListSheetTest, AConfidentialPlaceIsTheDistrictAndThePhone) {
  const std::string page = Sheet("secret");
  EXPECT_THAT(page, HasSubstr("In WE1. The address is not published. Phone first."));
  EXPECT_THAT(page, HasSubstr("0808 157 0000"));
  EXPECT_THAT(page, Not(AnyOf(HasSubstr("Hidden"), HasSubstr("hidden@"))));
}

TEST_F(ListSheetTest, NothingToPrintLeadsToTheList) {
  EXPECT_EQ(HeaderOf(Get("/list/print"), "Location"), "/list");
  EXPECT_EQ(Get("/list/print?ids=" + UnknownId()).status, 303);
}

TEST_F(ListSheetTest, SensitiveServicesOfferTheWayOut) {
  EXPECT_THAT(Sheet("danger"), HasSubstr("Exit this page"));
  EXPECT_THAT(Sheet("bare"), Not(HasSubstr("Exit this page")));
}

TEST(ListSheet, BankHolidaysAreMarked) {
  record::Service service = testing::ServiceAt("club", 51.5, -2.5);
  service.schedules = {testing::WeeklyRow({Weekday::kFriday}, 10 * 60, 12 * 60)};
  service.schedules.front().dtstart = testing::DayOf2026(12, 18);
  service.schedules.front().until = testing::DayOf2026(12, 25);
  record::Directory directory = testing::SmallDirectory({service});
  directory.gazetteer.bank_holidays = {
      {"england-and-wales", testing::DayOf2026(12, 25), "Christmas Day"}};
  const std::string page = Asking(directory).Get("/list/print?ids=" + IdOf("club")).body;
  EXPECT_THAT(page, HasSubstr(">Friday 18 December, 10am to 12pm<"));
  EXPECT_THAT(page, HasSubstr(">Friday 25 December, 10am to 12pm (a bank holiday: phone first)<"));
}

TEST(ListSheet, ThreeVenuesAndHowManyMore) {
  record::Service service = testing::ServiceAt("chain", 51.5, -2.5);
  service.schedules = {testing::WeeklyRow({Weekday::kMonday}, 10 * 60, 12 * 60)};
  service.locations.front().location.name = "Hall 1";
  for (int i = 2; i <= 5; ++i) {
    testing::AddLocation(service, "hall-" + std::to_string(i),
                         testing::Point(51.5, -2.5 + i * 0.01))
        .location.name = "Hall " + std::to_string(i);
  }
  const Asking asking({service});
  const std::string page = asking.Get("/list/print?ids=" + IdOf("chain")).body;
  EXPECT_THAT(page, HasSubstr(">and at 2 more places<"));
  EXPECT_THAT(page, HasSubstr("Monday 23 November, 10am to 12pm, at Hall "));
}

TEST(ListSheet, WhatIsClosedHasNoDates) {
  const std::pair<Status, const char*> cases[] = {{Status::kTemporarilyClosed, "Closed for now"},
                                                  {Status::kInactive, "Not running at the moment"},
                                                  {Status::kDefunct, "This has closed"}};
  for (const auto& [status, said] : cases) {
    record::Service service = StatedService();
    service.status = status;
    const Asking asking({service});
    const std::string sheet = asking.Get("/list/print?ids=" + IdOf("cafe")).body;
    EXPECT_THAT(sheet, HasSubstr(said));
    EXPECT_THAT(sheet, Not(HasSubstr("Next dates")));
    EXPECT_THAT(asking.Get("/list?ids=" + IdOf("cafe")).body, HasSubstr(said));
  }
}

}  // namespace
}  // namespace waypost::server
