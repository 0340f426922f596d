#include "server/web/filter_panel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/server/asking.h"
#include "tests/server/web/page_form.h"

namespace waypost::server {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kFilters = "id=\"f-age\"";

class FilterPanelTest : public ::testing::Test {
 protected:
  PageForm FiltersOf(std::string_view target) const {
    return PageForm(asking_.Get(target).body, kFilters);
  }
  // What the filters give when one more box is ticked: read back from the page they lead to.
  std::string QuestionAfterSaturday(std::string_view target) const {
    PageForm form = FiltersOf(target);
    form.Choose("day", "SA");
    const HttpResponse response = asking_.Get("/search?" + form.Sent());
    EXPECT_EQ(response.status, 200) << form.Sent();
    const std::size_t begin = response.body.find("You asked for:");
    return response.body.substr(begin, response.body.find("</p>", begin) - begin);
  }

  const Asking asking_{std::vector<record::Service>{StatedService()}};
};

TEST_F(FilterPanelTest, IdsHaveNoBlanks) {
  const std::string page = asking_.Get("/search?q=coffee&language=foo+bar").body;
  EXPECT_THAT(page, HasSubstr("name=\"language\" value=\"foo bar\""));
  EXPECT_THAT(page, Not(::testing::ContainsRegex("id=\"[^\"]* ")));
}

// Each of these was dropped by whoever ticked another box.
TEST_F(FilterPanelTest, WhatNoFieldOffersStaysAsked) {
  const std::pair<const char*, const char*> cases[] = {
      {"near=WE1+1AA&within=3mi", "within 3 miles"},
      {"q=coffee&from=10:00&to=12:00", "between 10am and 12pm"},
      {"q=coffee&from=10:00", "from 10am"},
      {"q=coffee&to=11:00", "until 11am"},
      {"q=coffee&assured_within=90d", "checked in the last 90 days"},
      {"q=coffee&language=pl", "Polish"},
      {"q=coffee&accessibility=ramp", "amp"},
      {"q=coffee&source=alpha", "from "},
      {"q=coffee&free=yes&access=drop-in&reach=place", "free"}};
  for (const auto& [question, words] : cases) {
    EXPECT_THAT(QuestionAfterSaturday("/search?" + std::string(question)), HasSubstr(words))
        << question;
  }
}

TEST_F(FilterPanelTest, EveryAgeIsKept) {
  PageForm form = FiltersOf("/search?q=coffee&age=9&age=10-11");
  EXPECT_THAT(form.Values("age"), ElementsAre("10-11, 9"));
  form.Choose("day", "SA");
  EXPECT_THAT(FiltersOf("/search?" + form.Sent()).Values("age"), ElementsAre("10-11, 9"));
}

TEST_F(FilterPanelTest, WhoWantsTheUndecidedKeptStillDoes) {
  PageForm form = FiltersOf("/search?q=coffee&unknown=keep");
  EXPECT_THAT(form.Values("unknown"), ElementsAre("keep"));
  form.Choose("day", "SA");
  EXPECT_THAT(FiltersOf("/search?" + form.Sent()).Values("unknown"), ElementsAre("keep"));
}

TEST_F(FilterPanelTest, AnUnusualValueCanBeChangedForAUsualOne) {
  PageForm form = FiltersOf("/search?near=WE1+1AA&within=3mi&from=10:00&to=12:00");
  form.Choose("within", "5mi");
  form.Choose("part", "morning");
  const std::string page = asking_.Get("/search?" + form.Sent()).body;
  EXPECT_THAT(page, HasSubstr("within 5 miles"));
  EXPECT_THAT(page, HasSubstr("between 6am and 12pm"));
  form.Choose("within", "");
  form.Choose("part", "");
  const std::string without = asking_.Get("/search?" + form.Sent()).body;
  EXPECT_THAT(without, Not(HasSubstr(", within")));
  EXPECT_THAT(without, Not(HasSubstr(", between")));
}

TEST_F(FilterPanelTest, EachDistanceSaysHowManyItWouldLeave) {
  const Asking asking({testing::ServiceAt("here", 51.5, -2.5),
                       testing::ServiceAt("far", 51.55, -2.5),
                       testing::ServiceAt("farther", 51.6, -2.5)});
  const auto offered = [&](std::string_view target) {
    const std::string page = asking.Get(target).body;
    std::vector<std::string> counts;
    for (const char* value : {"1mi", "2mi", "5mi", "10mi", ""}) {
      const std::size_t label = page.rfind("name=\"within\" value=\"" + std::string(value) + "\"");
      const std::size_t count = page.find("__count\">(", label) + 10;
      counts.push_back(page.substr(count, page.find(')', count) - count));
    }
    return counts;
  };
  const std::vector<std::string> totals = {"1", "1", "2", "3", "3"};
  EXPECT_EQ(offered("/search?near=WE1+1AA"), totals);
  // The distance that is asked takes nothing from what the others would leave, and stands in order.
  EXPECT_EQ(offered("/search?near=WE1+1AA&within=2mi"), totals);
  const std::string page = asking.Get("/search?near=WE1+1AA&within=3mi").body;
  const std::size_t asked = page.rfind("name=\"within\" value=\"3mi\"");
  ASSERT_NE(asked, std::string::npos);
  EXPECT_LT(page.rfind("name=\"within\" value=\"2mi\""), asked);
  EXPECT_GT(page.rfind("name=\"within\" value=\"5mi\""), asked);
}

TEST_F(FilterPanelTest, ALanguageIsTheOneThatIsOfferedHoweverItIsWritten) {
  record::Service service = StatedService();
  service.languages = {{.code = "pl", .name = "Polish"}};
  const Asking asking(std::vector<record::Service>{service});
  const PageForm form(asking.Get("/search?q=coffee&language=PL").body, kFilters);
  EXPECT_THAT(form.Values("language"), ElementsAre("pl"));
}

}  // namespace
}  // namespace waypost::server
