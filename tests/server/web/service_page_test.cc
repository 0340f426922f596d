// /services/{id} and /services/{id}/report.

#include "server/web/service_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/format/public_id.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

// The address of the service of that name.
std::string PathOf(const Asking& asking, std::string_view name) {
  const ServiceColumns& services = asking.index().services();
  for (std::uint32_t i = 0; i < services.size(); ++i) {
    const ServiceOrdinal service = ServiceOrdinal::At(i);
    if (services.name[service] == name) {
      return "/services/" + FormatUuid(services.public_id[service]);
    }
  }
  ADD_FAILURE() << "no service " << name;
  return {};
}

std::string PageOf(const Asking& asking, std::string_view name, std::string_view query = "") {
  const HttpResponse response = asking.Get(PathOf(asking, name) + std::string(query));
  EXPECT_EQ(response.status, 200);
  return response.body;
}

// The page of a service that is the only one.
std::string PageOf(const record::Service& service) {
  return PageOf(Asking({service}), service.name);
}

std::string Row(const std::string& name, const std::string& value) {
  return "<dt class=\"govuk-summary-list__key\">" + name +
         "</dt>\n<dd class=\"govuk-summary-list__value\">" + value;
}

std::string NotStated(const std::string& name) {
  return "<dt class=\"govuk-summary-list__key\">" + name +
         "</dt>\n<dd class=\"govuk-summary-list__value wp-not-stated\">";
}

record::Service Bare() { return testing::Service("bare"); }

record::Service WithVenues() {
  record::Service service = testing::Service("walks");
  record::ServiceAtLocation& hall =
      testing::AddLocation(service, "hall", testing::Point(51.6, -2.5));
  hall.location.name = "The Hall";
  hall.location.accessibility = {{Accessibility::kRamp, Fact::kYes, "", ""},
                                 {Accessibility::kElevator, Fact::kNo, "", ""}};
  hall.location.phones = {{.number = "0114 496 0001"}};
  hall.schedules = {testing::WeeklyRow({Weekday::kTuesday}, 10 * 60, 11 * 60)};
  record::ServiceAtLocation& park =
      testing::AddLocation(service, "park", testing::Point(51.5, -2.5));
  park.location.name = "The Park";
  park.location.transportation = "Bus 7 stops outside";
  park.schedules = {testing::WeeklyRow({Weekday::kFriday}, 14 * 60, 15 * 60)};
  return service;
}

TEST(ServicePage, TellsWhatIsStated) {
  const std::string page = PageOf(StatedService());
  EXPECT_THAT(page, HasSubstr("<title>Memory Café – Waypost</title>"));
  EXPECT_THAT(page, HasSubstr(">Memory Café</h1>"));
  EXPECT_THAT(page, HasSubstr("Run by Town Hall"));
  EXPECT_THAT(page, HasSubstr("<p class=\"govuk-body\">Coffee and company</p>"));
  EXPECT_THAT(page, HasSubstr("Checked 1 September 2026, says alpha"));
  EXPECT_THAT(page, HasSubstr(Row("Cost", "Free")));
  EXPECT_THAT(page, HasSubstr(Row("Who for", "Aged 5 to 12")));
  EXPECT_THAT(page, HasSubstr(Row("How to get in", "Drop in")));
  EXPECT_THAT(page,
              HasSubstr("<a class=\"govuk-link\" href=\"tel:01144960000\">0114 496 0000</a>"));
  EXPECT_THAT(page, HasSubstr("<a class=\"govuk-link\" href=\"https://cafe.example.org\" "
                              "rel=\"noreferrer noopener\">"));
  EXPECT_THAT(page, HasSubstr("<h3>The Hall</h3>"));
  EXPECT_THAT(page, HasSubstr("<address>1 High Street<br>Westton<br>WE1 1AA<br></address>"));
  EXPECT_THAT(page, HasSubstr("/calendar.ics\">"));
}

// It is a Saturday, five past two: what was on this morning is over.
TEST(ServicePage, TheNextDatesAreThoseToCome) {
  const std::string page = PageOf(StatedService());
  EXPECT_THAT(page, HasSubstr("<li>Saturday 28 November 2026 10am to 12pm"));
  EXPECT_THAT(page, HasSubstr("<li>Tuesday 1 December 2026 7pm to 9pm"));
  EXPECT_THAT(page, Not(HasSubstr("Saturday 21 November 2026")));
}

TEST(ServicePage, WhatIsOnEveryDayHasItsNextDateAlone) {
  record::Service service = Bare();
  const auto& days = {Weekday::kMonday,   Weekday::kTuesday, Weekday::kWednesday,
                      Weekday::kThursday, Weekday::kFriday,  Weekday::kSaturday};
  service.schedules = {testing::WeeklyRow(days, 9 * 60, 17 * 60)};
  const std::string page = PageOf(service);
  EXPECT_THAT(page, HasSubstr(Row("When next", "Saturday 21 November 2026 9am to 5pm")));
  EXPECT_THAT(page, HasSubstr(Row("Times", "Mondays to Saturdays 9am to 5pm")));
}

TEST(ServicePage, WhatIsNotStatedIsSaidToBeOrLeftOut) {
  const std::string page = PageOf(Bare());
  EXPECT_THAT(page, HasSubstr(NotStated("Cost")));
  EXPECT_THAT(page, HasSubstr(NotStated("Times")));
  EXPECT_THAT(page, HasSubstr(NotStated("How to get in")));
  EXPECT_THAT(page, HasSubstr(NotStated("Whether it is running")));
  EXPECT_THAT(page, HasSubstr("No date of checking is stated"));
  for (const char* heading : {">Contact<", ">Where<", ">More like this<", ">When next<", "Run by",
                              "calendar.ics", "Back to the results", "wp-card__why"}) {
    EXPECT_THAT(page, Not(HasSubstr(heading)));
  }
}

TEST(ServicePage, WarningsComeBeforeTheName) {
  record::Service service = StatedService();
  service.status = Status::kTemporarilyClosed;
  service.alert = "No lunch in December";
  const std::string page = PageOf(service);
  const std::size_t name = page.find("<h1");
  EXPECT_LT(page.find("Closed for now."), name);
  EXPECT_LT(page.find("No lunch in December"), name);
  EXPECT_THAT(page, Not(HasSubstr("When next")));
}

TEST(ServicePage, EachVenueHasItsOwnTimesAndAccess) {
  const std::string page = PageOf(WithVenues());
  const std::size_t hall = page.find("<h3>The Hall</h3>");
  const std::size_t park = page.find("<h3>The Park</h3>");
  ASSERT_LT(hall, park);
  ASSERT_LT(park, page.size());
  const std::string at_hall = page.substr(hall, park - hall);
  const std::string at_park = page.substr(park);
  EXPECT_THAT(at_hall, HasSubstr(Row("Times", "Tuesdays 10am to 11am")));
  EXPECT_THAT(at_hall, HasSubstr(Row("Access", "Ramp")));
  EXPECT_THAT(at_hall, HasSubstr(Row("Without", "Lift")));
  EXPECT_THAT(at_hall, HasSubstr("tel:01144960001"));
  EXPECT_THAT(at_hall, HasSubstr("calendar.ics?location=hall"));
  EXPECT_THAT(at_park, HasSubstr(Row("Times", "Fridays 2pm to 3pm")));
  EXPECT_THAT(at_park, HasSubstr(NotStated("Access")));
  EXPECT_THAT(at_park, HasSubstr(Row("Getting there", "Bus 7 stops outside")));
  EXPECT_THAT(page.substr(0, hall), HasSubstr("They differ from place to place"));
  EXPECT_THAT(page.substr(0, hall),
              HasSubstr("Tuesday 24 November 2026 10am to 11am <span class=\"wp-service__note\">at "
                        "The Hall</span>"));
}

TEST(ServicePage, CostIsToldAsStated) {
  record::Service service = Bare();
  service.cost_options = {
      {.option = "Members", .amount_description = "per session", .currency = "GBP", .amount = 4.0},
      {.option = "Hire", .amount = 1234.5},
      {.option = "Visitors", .currency = "EUR", .amount = 2.0},
      {.option = "Last year", .amount = 9.0, .valid_to = testing::DayOf2026(1, 1)},
      {.amount_description = "£3 a meal", .amount = 3.0}};
  service.fees = "Ask about help with the cost";
  const std::string page = PageOf(service);
  EXPECT_THAT(page, HasSubstr("<li>Members: £4 per session"));
  EXPECT_THAT(page, HasSubstr("<li>Hire: £1,234.50"));
  EXPECT_THAT(page, HasSubstr("<li>Visitors: 2 EUR"));
  EXPECT_THAT(page, HasSubstr("<li>£3 a meal"));
  EXPECT_THAT(page, HasSubstr("<li>Ask about help with the cost"));
  EXPECT_THAT(page, Not(HasSubstr("Last year")));
}

// "Cost: Session" was told of what states no price.
TEST(ServicePage, TheNameOfWhatIsPaidForIsNoPrice) {
  record::Service service = Bare();
  service.cost_options = {{.option = "Session"}, {.option = "Under 12s"}};
  const Asking asking({service});
  EXPECT_THAT(PageOf(asking, "bare"),
              AllOf(HasSubstr(NotStated("Cost")), Not(HasSubstr("Session"))));
  EXPECT_THAT(asking.Get("/search?q=bare").body, Not(HasSubstr("<dt>Cost</dt>")));
  for (const char* price : {"By donation", "£3", "Free to members", "2.50", "50p", "No charge"}) {
    service.cost_options = {{.option = price}};
    const Asking priced({service});
    EXPECT_THAT(PageOf(priced, "bare"), HasSubstr(price)) << price;
    EXPECT_THAT(priced.Get("/search?q=bare").body, HasSubstr(price)) << price;
  }
}

TEST(ServicePage, WordsOfTheClosedListAreSaidInEnglish) {
  record::Service service = Bare();
  service.eligibilities = {{.text = "female"}, {.text = "Adult"}, {.text = "Carers"}};
  EXPECT_THAT(PageOf(service), AllOf(HasSubstr("<li>Women and girls</li>"),
                                     HasSubstr("<li>Adults</li>"), HasSubstr("<li>Carers</li>")));
}

TEST(ServicePage, TwoNumbersAreTwoLinks) {
  record::Service service = Bare();
  service.phones = {{.number = "Office: 0114 496 0755; Out of hours: 07700 900048"}};
  const Asking asking({service});
  for (const std::string& page : {PageOf(asking, "bare"), asking.Get("/search?q=bare").body}) {
    EXPECT_THAT(page, HasSubstr("href=\"tel:01144960755\">Office: 0114 496 0755</a>; <a"));
    EXPECT_THAT(page, HasSubstr("href=\"tel:07700900048\">Out of hours: 07700 900048</a>"));
  }
  service.phones = {{.number = "0114 496 0755 / 123"}};
  EXPECT_THAT(PageOf(service), HasSubstr("href=\"tel:01144960755\">0114 496 0755 / 123</a>"));
}

TEST(ServicePage, ASearchInTheAddressSaysWhyAndLeadsBack) {
  const Asking asking({WithVenues()});
  const std::string page = PageOf(asking, "walks", "?near=WE1+1AA&day=FR");
  EXPECT_THAT(page, HasSubstr("href=\"/search?day=FR&amp;near=WE1%201AA\">Back to the results"));
  EXPECT_THAT(page, HasSubstr("<p class=\"wp-card__why\">"));
  EXPECT_THAT(page, HasSubstr("6.9 miles away"));
  EXPECT_LT(page.find("<h3>The Park</h3>"), page.find("<h3>The Hall</h3>")) << "the nearest first";
  EXPECT_EQ(HeaderOf(asking.Get(PathOf(asking, "walks") + "?near=WE1+1AA"), "Cache-Control"),
            "private, max-age=60");
  EXPECT_EQ(HeaderOf(asking.Get(PathOf(asking, "walks")), "Cache-Control"), "public, max-age=60");
}

TEST(ServicePage, ASearchThatCannotBeReadIsNone) {
  const Asking asking({StatedService()});
  for (const char* query : {"?near=Atlantis", "?day=XX", "?utm_source=x"}) {
    EXPECT_THAT(PageOf(asking, "Memory Café", query), HasSubstr(">Memory Café</h1>")) << query;
  }
  EXPECT_THAT(PageOf(asking, "Memory Café", "?day=XX"), Not(HasSubstr("Back to the results")));
  EXPECT_THAT(PageOf(asking, "Memory Café", "?near=Atlantis"),
              Not(HasSubstr("Back to the results")));
}

TEST(ServicePage, SavingWithoutScriptsIsAnotherAddressOfThePage) {
  const Asking asking({StatedService()});
  const std::string path = PathOf(asking, "Memory Café");
  const std::string id = path.substr(kServicesPath.size());
  EXPECT_THAT(PageOf(asking, "Memory Café", "?q=coffee"),
              AllOf(HasSubstr("href=\"" + path + "?q=coffee&amp;saved=" + id + "\" data-save=\"" +
                              id + "\""),
                    HasSubstr(">Save to my list</a>")));
  EXPECT_THAT(
      PageOf(asking, "Memory Café", "?saved=" + id),
      AllOf(HasSubstr("href=\"" + path + "\" data-save"), HasSubstr(">Remove from my list</a>")));
}

TEST(ServicePage, AWayInIsToldOnce) {
  record::Service service = Bare();
  service.access = {Access::kReferral};
  for (const char* process : {"By referral", "referral", "By referral."}) {
    service.application_process = process;
    EXPECT_THAT(PageOf(service), HasSubstr(Row("How to get in", "By referral</dd>"))) << process;
  }
  service.application_process = "By referral\nAsk your GP";
  EXPECT_THAT(PageOf(service),
              AllOf(HasSubstr("<li>By referral</li>"), HasSubstr("<li>Ask your GP</li>")));
  service.application_process = "Drop in";
  EXPECT_THAT(PageOf(service), HasSubstr("<li>Drop in</li>")) << "says something else";
}

TEST(ServicePage, ANameOfSeveralTermsIsToldOnce) {
  record::Service service = Bare();
  service.terms.push_back({.vocabulary = "local", .code = "a", .label = "Autism"});
  service.terms.push_back({.vocabulary = "other", .code = "b", .label = "Autism"});
  EXPECT_THAT(PageOf(service), ContainsRegex("Also listed under</dt>\n<dd[^\n]*>Autism</a></dd>"));
}

TEST(ServicePage, TimesThatNobodyUnderstoodAreToldInWords) {
  record::Service service = Bare();
  record::Schedule row;
  row.as_published = "freq=WEEKLY; opens_at=most Thursdays";
  row.unreadable = true;
  service.schedules = {row};
  EXPECT_THAT(
      PageOf(service),
      HasSubstr(Row("Times", "As its publisher writes: every week; opens: most Thursdays")));
}

TEST(ServicePage, ThePhoneStandsBeforeTheDescription) {
  const std::string page = PageOf(StatedService());
  EXPECT_LT(page.find("Phone: <a class=\"govuk-link\" href=\"tel:01144960000\">"),
            page.find("Coffee and company</p>"));
  EXPECT_THAT(PageOf(Bare()), Not(HasSubstr("wp-service__phone")));
}

TEST(ServicePage, KindsAndNeedsLeadToMore) {
  const std::string page = PageOf(StatedService());
  EXPECT_THAT(page, HasSubstr("href=\"/search?service_type=esdServiceType%3a111\">type hundred"));
  EXPECT_THAT(page, HasSubstr(">need five</a>"));
}

TEST(ServicePage, OfAConfidentialPlaceAPhoneIsToldAndNoMore) {
  record::Service service = testing::ServiceAt("secret", 51.5, -2.5);
  service.confidential = true;
  record::Location& location = service.locations.front().location;
  location.name = "Hidden House";
  location.description = "Behind the hidden mill";
  location.transportation = "Bus to Hidden Lane";
  location.address = {{"1 Hidden Lane"}, "Hiddenton", "", "WE1 1AA", ""};
  service.phones = {{.number = "0114 496 0007"}};
  service.schedules = {testing::WeeklyRow({Weekday::kMonday}, 600, 660)};
  const Asking asking({service, testing::ServiceAt("other", 51.5, -2.5)});
  const std::string page = PageOf(asking, "secret", "?near=WE1+1AB");
  EXPECT_THAT(page, HasSubstr("In WE1. The address is not published. Phone first."));
  EXPECT_THAT(page, HasSubstr("tel:01144960007"));
  EXPECT_THAT(page, HasSubstr("Exit this page"));
  for (const char* secret : {"Hidden", "hidden mill", "WE1 1AA", "miles away", "51.5",
                             "GeoCoordinates", "PostalAddress", "location="}) {
    EXPECT_THAT(page, Not(HasSubstr(secret))) << secret;
  }
  EXPECT_THAT(PageOf(asking, "other", "?near=WE1+1AB"), HasSubstr("miles away"));
}

TEST(ServicePage, HostileTextStaysText) {
  record::Service service = StatedService();
  service.name = "</script><script>alert(1)</script>{{name}}[[skip]]";
  service.description = "<img src=x onerror=alert(1)>";
  service.url = "javascript:alert(1)";
  service.email = "a@example.org?cc=b@example.org";
  service.phones = {{.number = "\"><b>"}};
  const std::string page = PageOf(service);
  EXPECT_THAT(page, Not(HasSubstr("<script>")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, Not(HasSubstr("href=\"javascript")));
  EXPECT_THAT(page, Not(HasSubstr("mailto:a@example.org?cc")));
  EXPECT_THAT(page, Not(HasSubstr("<b>")));
  EXPECT_THAT(page, HasSubstr("{{name}}[[skip]]</h1>"));
}

TEST(ServicePage, WelshHasItsWordsAndKeepsItsLanguage) {
  const Asking asking({StatedService()});
  const std::string page = PageOf(asking, "Memory Café", "?lang=cy&q=coffee");
  EXPECT_THAT(page, HasSubstr("<html lang=\"cy\""));
  EXPECT_THAT(page, HasSubstr("<dt class=\"govuk-summary-list__key\">Ffôn</dt>"));
  // What is not said in Welsh says that it is English.
  EXPECT_THAT(page, HasSubstr("<dd class=\"govuk-summary-list__value\" lang=\"en\">Drop in</dd>"));
  EXPECT_THAT(page, HasSubstr("wp-service__name\" lang=\"en\">Memory Café</h1>"));
  EXPECT_THAT(page, HasSubstr("<li lang=\"en\">"));
  EXPECT_THAT(page, HasSubstr("<title>Memory Café – Waypost</title>"));
  EXPECT_THAT(PageOf(asking, "Memory Café"), Not(HasSubstr("<span lang=")));
  EXPECT_THAT(page, HasSubstr("/report?lang=cy\""));
  EXPECT_THAT(page, HasSubstr("hreflang=\"en\""));
}

TEST(ServicePage, WhatIsNoServiceIsNotFound) {
  const Asking asking({StatedService()});
  for (const std::string& path :
       {std::string("/services/"), std::string("/services/x"),
        std::string("/services/00000000-0000-4000-8000-000000000000"),
        PathOf(asking, "Memory Café") + "/x", PathOf(asking, "Memory Café") + "/report/x"}) {
    const HttpResponse response = asking.Get(path);
    EXPECT_EQ(response.status, 404) << path;
    EXPECT_THAT(response.body, HasSubstr("Page not found"));
  }
}

TEST(ServicePage, WhereMinutesCountItSaysSoAndCanBeLeft) {
  record::Directory directory = testing::SmallDirectory({StatedService()});
  for (record::VocabularyTerm& term : directory.taxonomy.terms) {
    if (term.vocabulary != "esdNeeds" || term.code != "5") continue;
    term.sensitive = true;
    term.crisis = "In danger, call 999.";
  }
  const Asking asking(std::move(directory));
  const std::string path = PathOf(asking, "Memory Café");
  const HttpResponse response = asking.Get(path);
  EXPECT_THAT(response.body, HasSubstr("Exit this page"));
  EXPECT_THAT(
      response.body,
      HasSubstr("<p>In danger, call <a class=\"govuk-link\" href=\"tel:999\">999</a>.</p>"));
  EXPECT_EQ(HeaderOf(response, "Cache-Control"), "no-store");
  EXPECT_THAT(response.body, Not(HasSubstr("?need=")));
  EXPECT_THAT(response.body, HasSubstr("<button class=\"wp-link-button\">need five</button>"));
  // Browsers keep titles with their history.
  EXPECT_THAT(response.body, HasSubstr("<title>Service – Waypost</title>"));
  EXPECT_THAT(asking.Get(path + "/report").body,
              AllOf(HasSubstr("Exit this page"),
                    HasSubstr("<title>Suggest a correction – Waypost</title>")));
}

class ServiceReportTest : public ::testing::Test {
 protected:
  // The page that says whom to tell of the service.
  static std::string ReportOf(const record::Service& service, const std::string& contact,
                              const std::string& url) {
    record::Directory directory = testing::SmallDirectory({service});
    directory.sources[0].title = "Riverbank";
    directory.sources[0].publisher = "Riverbank Council";
    directory.sources[0].contact = contact;
    directory.sources[0].url = url;
    const Asking asking(std::move(directory));
    return PageOf(asking, service.name, "/report");
  }
};

TEST_F(ServiceReportTest, AMailToTheSourceNamesTheService) {
  const std::string page = ReportOf(StatedService(), "fix@example.org", "https://council.example");
  EXPECT_THAT(page, HasSubstr("<h1 class=\"govuk-heading-l\">Suggest a correction: Memory Café"));
  EXPECT_THAT(
      page, HasSubstr("href=\"mailto:fix@example.org?subject=Correction%3a%20Memory%20Caf%c3%a9"));
  EXPECT_THAT(page, HasSubstr(">fix@example.org</a>"));
  EXPECT_THAT(page, HasSubstr("keep nothing of what you write"));
  EXPECT_THAT(page, Not(HasSubstr("<form")));
}

TEST_F(ServiceReportTest, ElseItsSiteElseTheServiceItself) {
  EXPECT_THAT(ReportOf(StatedService(), "https://council.example/fix", ""),
              HasSubstr("href=\"https://council.example/fix\" rel=\"noreferrer noopener\""));
  EXPECT_THAT(ReportOf(StatedService(), "", "https://council.example"),
              HasSubstr("href=\"https://council.example\""));
  EXPECT_THAT(ReportOf(StatedService(), "", ""), HasSubstr("href=\"https://cafe.example.org\""));
  record::Service service = testing::Service("silent");
  EXPECT_THAT(ReportOf(service, "", ""), HasSubstr("They do not say how to write to them."));
}

}  // namespace
}  // namespace waypost::server
