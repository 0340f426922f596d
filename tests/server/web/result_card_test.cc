// Cards of results: how a service reaches people, and when it was checked. The same facts on the
// list, the sheet for paper and the page of the service.

#include "server/web/result_card.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/format/public_id.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

// Workers of the Old School at WE1 1AA come to people in that area.
record::Service Visiting(const std::string& area) {
  record::Service service = StatedService();
  service.id = "visits";
  service.name = "A Hand to Hold";
  service.attending = {Attending::kHomeVisit};
  if (!area.empty()) service.areas = {{.name = area}};
  record::Location& office = service.locations.front().location;
  office.name = "The Old School";
  office.address = {{"1 School Lane"}, "", "", "WE1 1AA", ""};
  return service;
}

class VisitingTest : public ::testing::Test {
 protected:
  std::string Page(const std::string& target) const { return asking_.Get(target).body; }

  const std::string id_ = FormatUuid(PublicId("alpha", "service", "visits"));
  const Asking asking_{{Visiting("West")}};
};

auto NamesTheOffice() { return AnyOf(HasSubstr("Old School"), HasSubstr("School Lane")); }

TEST_F(VisitingTest, CardsListsAndSheetsSayWhomItVisitsAndNoOffice) {
  for (const std::string& target :
       {std::string("/search?q=coffee"), std::string("/search?near=WE1"), "/list?ids=" + id_,
        "/list/print?ids=" + id_}) {
    EXPECT_THAT(Page(target), AllOf(HasSubstr("Comes to people in West"), Not(NamesTheOffice())))
        << target;
  }
}

TEST_F(VisitingTest, TheMapHasNoPinOfAnOffice) {
  EXPECT_THAT(Page("/search?q=coffee"), Not(HasSubstr("map-data")));
  EXPECT_THAT(Asking({StatedService()}).Get("/search?q=coffee").body, HasSubstr("map-data"));
}

TEST_F(VisitingTest, ItsPageCallsTheAddressAnOffice) {
  EXPECT_THAT(Page("/services/" + id_),
              AllOf(HasSubstr("<h2 class=\"govuk-heading-m\">Office</h2>"),
                    HasSubstr("People do not go to this office for the help."),
                    HasSubstr("1 School Lane"), Not(HasSubstr("serviceLocation"))));
}

TEST_F(VisitingTest, ItsCalendarLeadsToNoOffice) {
  const std::string file = asking_.Get("/api/services/" + id_ + "/calendar.ics").body;
  EXPECT_THAT(file, AllOf(HasSubstr("BEGIN:VEVENT"), Not(HasSubstr("LOCATION"))));
}

TEST_F(VisitingTest, ThatItCoversSomebodyIsSaidOnlyWhereItIsKnown) {
  const std::string covers = "Comes to you or covers your address</strong>";
  const std::string visits = "Visits people at home</strong>";
  EXPECT_THAT(Page("/search?near=WE1"), AllOf(HasSubstr(covers), Not(HasSubstr(visits))));
  EXPECT_THAT(Page("/search?q=coffee"), AllOf(HasSubstr(visits), Not(HasSubstr(covers))));
  // Nobody knows where "Atlantis" is.
  EXPECT_THAT(Asking({Visiting("Atlantis")}).Get("/search?near=WE1").body,
              AllOf(HasSubstr(visits), HasSubstr("whether it covers where you are"),
                    Not(HasSubstr(covers))));
}

TEST(ResultCard, WithoutNamedAreasAVisitingServiceComesToYou) {
  EXPECT_THAT(Asking({Visiting("")}).Get("/search?q=coffee").body,
              AllOf(HasSubstr("<dt>How you get the help</dt><dd>Comes to you</dd>"),
                    Not(NamesTheOffice())));
}

TEST(ResultCard, WhatAlsoHasAPlaceToGoToSaysWhere) {
  record::Service service = Visiting("West");
  service.attending = {Attending::kHomeVisit, Attending::kVenue};
  EXPECT_THAT(Asking({service}).Get("/search?q=coffee").body,
              AllOf(HasSubstr("1 School Lane"), HasSubstr("map-data")));
}

TEST(ResultCard, NearYouIsNoDriveAway) {
  const Asking asking(
      {testing::ServiceAt("close", 51.51, -2.5), testing::ServiceAt("distant", 51.6, -2.5)});
  const auto tag = [&](const std::string& name) {
    return asking.Get("/search?near=WE1+1AA&q=" + name).body;
  };
  EXPECT_THAT(tag("close"), HasSubstr("Near you</strong>"));
  EXPECT_THAT(tag("distant"),
              AllOf(HasSubstr("A place to go to</strong>"), Not(HasSubstr("Near you"))));
}

// Whoever reads a feed asks for ever.
TEST(ResultsFeed, TellsNoHome) {
  const Asking asking({StatedService()});
  const std::string page = asking.Get("/search?near=WE1+1AA&q=coffee&sort=name").body;
  const std::string feed = "\"/api/search?near=WE1&amp;q=coffee&amp;format=atom\"";
  EXPECT_THAT(page, HasSubstr("<a class=\"govuk-link\" href=" + feed));
  EXPECT_THAT(page,
              HasSubstr("<link rel=\"alternate\" type=\"application/atom+xml\" href=" + feed));
  EXPECT_THAT(asking.Get("/").body, Not(HasSubstr("atom+xml")));
}

TEST(ResultCard, IsPrintedAsASheetOfItsOwn) {
  const Asking asking({StatedService()});
  const std::string id = FormatUuid(PublicId("alpha", "service", StatedService().id));
  EXPECT_THAT(asking.Get("/search?q=coffee&lang=cy").body,
              HasSubstr("href=\"/list/print?ids=" + id + "&amp;alone=yes&amp;lang=cy\""));
  EXPECT_EQ(asking.Get("/list/print?ids=" + id).status, 200);
}

TEST(ResultCard, SaysWhomTheServiceIsFor) {
  record::Service service = testing::ServiceAt("walks", 51.5, -2.5);
  service.ages = {{.minimum = 60.0, .maximum = std::nullopt}};
  service.eligibility_description = "Women only, including trans women.\nBring a coat.";
  const Asking asking({service});
  const std::string id = FormatUuid(PublicId("alpha", "service", "walks"));
  for (const std::string& target : {std::string("/search?q=walks"), "/list?ids=" + id}) {
    EXPECT_THAT(asking.Get(target).body,
                AllOf(HasSubstr("<dt>Who for</dt><dd>Aged 60 and over; Women only, including trans "
                                "women.</dd>"),
                      Not(HasSubstr("Bring a coat"))))
        << target;
  }
  service.ages.clear();
  service.eligibility_description.clear();
  service.eligibilities = {{.text = "female"}};
  EXPECT_THAT(Asking({service}).Get("/search?q=walks").body,
              HasSubstr("<dt>Who for</dt><dd>Women and girls</dd>"));
}

// Without scripts there is no other word of it.
TEST(ResultCard, AFullListSaysSo) {
  std::string saved = FormatUuid(PublicId("beta", "service", "0"));
  for (int i = 1; i < 50; ++i) {
    saved += "," + FormatUuid(PublicId("beta", "service", std::to_string(i)));
  }
  const Asking asking({StatedService()});
  const std::string id = FormatUuid(PublicId("alpha", "service", StatedService().id));
  const std::string full = "Your list is full: it holds 50 services.";
  for (const std::string& target :
       {std::string("/search?q=coffee&saved="), "/services/" + id + "?saved="}) {
    EXPECT_THAT(asking.Get(target + saved).body,
                AllOf(HasSubstr(full), Not(HasSubstr("data-save="))))
        << target;
    EXPECT_THAT(asking.Get(target + id).body, AllOf(Not(HasSubstr(full)), HasSubstr("data-save=")))
        << target;
  }
}

TEST(ResultCard, WhyGoesOnAsASentence) {
  record::Service service = testing::ServiceAt("club", 51.5, -2.5);
  service.schedules = {testing::WeeklyRow({Weekday::kSaturday}, 600, 660)};
  service.schedules.front().interval = 2;
  service.schedules.front().dtstart = testing::DayOf2026(11, 14);
  EXPECT_THAT(Asking({service}).Get("/search?day=SA").body,
              HasSubstr("<p class=\"wp-card__why\">Is on every second Saturday"));
}

TEST(ResultCard, ACheckStillToComeStatesNothing) {
  for (const auto& [day, told] : {std::pair(21, "Checked 21 November 2026"),
                                  std::pair(22, "No date of checking is stated")}) {
    record::Service service = StatedService();
    service.assured_date = testing::DayOf2026(11, static_cast<unsigned>(day));
    const Asking asking({service});
    const std::string id = FormatUuid(PublicId("alpha", "service", service.id));
    for (const std::string& target : {std::string("/search?q=coffee"), "/list?ids=" + id,
                                      "/list/print?ids=" + id, "/services/" + id}) {
      EXPECT_THAT(asking.Get(target).body, HasSubstr(told)) << target;
    }
  }
}

}  // namespace
}  // namespace waypost::server
