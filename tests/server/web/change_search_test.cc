// "Change your search" above results, and what is told of a sentence that was typed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"
#include "tests/server/web/page_form.h"

namespace waypost::server {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class ChangeSearchTest : public ::testing::Test {
 protected:
  // The page that the form leads to, however it is sent on.
  HttpResponse Sent(const PageForm& form) const {
    const HttpResponse response = asking_.Post("/search", form.Sent());
    return response.status == 303 ? asking_.Get(HeaderOf(response, "Location")) : response;
  }
  PageForm FormOf(const HttpResponse& response) const {
    return PageForm(response.body, "name=\"again\"");
  }
  // What was typed on the start page.
  HttpResponse Typed(std::string_view text, std::string_view near) const {
    PageForm form(asking_.Get("/").body, "value=\"start\"");
    form.Type("text", text);
    form.Type("near", near);
    return Sent(form);
  }
  static std::string QuestionOf(const HttpResponse& response) {
    const std::size_t begin = response.body.find("You asked for: ");
    if (begin == std::string::npos) return {};
    return response.body.substr(begin + 15, response.body.find('.', begin) - begin - 15);
  }

  const Asking asking_{std::vector<record::Service>{StatedService()}};
};

TEST_F(ChangeSearchTest, TheBoxHasWhatWasTyped) {
  const HttpResponse page = Typed("need five on saturday", "WE1 1AA");
  EXPECT_EQ(QuestionOf(page), "need five, near WE1 1AA, on Saturday");
  EXPECT_THAT(FormOf(page).Values("text"), ElementsAre("need five on saturday"));
  EXPECT_THAT(FormOf(page).Values("near"), ElementsAre("WE1 1AA"));
}

TEST_F(ChangeSearchTest, AnotherPlaceChangesThePlaceAlone) {
  PageForm form = FormOf(Typed("need five on saturday", "WE1 1AA"));
  form.Type("near", "EA1 1AA");
  const HttpResponse page = Sent(form);
  EXPECT_EQ(QuestionOf(page), "need five, near EA1 1AA, on Saturday");
  EXPECT_THAT(FormOf(page).Values("text"), ElementsAre("need five on saturday"));
}

TEST_F(ChangeSearchTest, WhatThatFiltersAddedStays) {
  PageForm form =
      FormOf(asking_.Get("/search?near=WE1+1AA&need=esdNeed:5&free=yes&within=3mi&read=need+five"));
  EXPECT_THAT(form.Values("text"), ElementsAre("need five"));
  form.Type("near", "EA1 1AA");
  EXPECT_EQ(QuestionOf(Sent(form)), "need five, near EA1 1AA, within 3 miles, free");
}

TEST_F(ChangeSearchTest, OtherWordsTakeThePlaceOfWhatWasAsked) {
  PageForm form = FormOf(
      asking_.Get("/search?near=WE1+1AA&need=esdNeed:5&day=SA&free=yes&read=need+five+saturday"));
  form.Type("text", "need sixty on monday");
  EXPECT_EQ(QuestionOf(Sent(form)), "need sixty, near WE1 1AA, on Monday, free");
  PageForm browsed = FormOf(asking_.Get("/search?near=WE1+1AA&need=esdNeed:5"));
  EXPECT_THAT(browsed.Values("text"), ElementsAre(""));
  browsed.Type("text", "need sixty");
  EXPECT_EQ(QuestionOf(Sent(browsed)), "need sixty, near WE1 1AA");
}

TEST_F(ChangeSearchTest, AnotherPlaceKeepsWhatWasBrowsedTo) {
  PageForm form = FormOf(asking_.Get("/search?near=WE1+1AA&need=esdNeed:5"));
  form.Type("near", "EA1 1AA");
  EXPECT_EQ(QuestionOf(Sent(form)), "need five, near EA1 1AA");
}

// A search of everywhere is asked for, never slipped into.
TEST_F(ChangeSearchTest, AnEmptiedPlaceIsAskedFor) {
  PageForm form = FormOf(asking_.Get("/search?near=WE1+1AA&need=esdNeed:5&day=SA&within=3mi"));
  form.Type("near", "");
  const HttpResponse page = Sent(form);
  EXPECT_EQ(page.status, 400);
  EXPECT_THAT(page.body, HasSubstr("Enter a postcode or the name of a town"));
  PageForm again(page.body, "value=\"start\"");
  again.Type("near", "EA1 1AA");
  EXPECT_EQ(QuestionOf(Sent(again)), "need five, near EA1 1AA, within 3 miles, on Saturday");
}

TEST_F(ChangeSearchTest, TheWordsOfALinkStandInTheBoxWhereItsPlaceIsWrong) {
  PageForm form(asking_.Get("/search?q=coffee&near=Atlantis&day=SA").body, "value=\"start\"");
  EXPECT_THAT(form.Values("text"), ElementsAre("coffee"));
  form.Type("near", "WE1 1AA");
  EXPECT_EQ(QuestionOf(Sent(form)), "“coffee”, near WE1 1AA, on Saturday");
  form.Type("text", "company");
  EXPECT_EQ(QuestionOf(Sent(form)), "“company”, near WE1 1AA, on Saturday");
}

TEST_F(ChangeSearchTest, WhatIsNotKnownIsNotAskedAgain) {
  const HttpResponse page = asking_.Get("/search?need=esdNeeds:999&day=SA");
  EXPECT_EQ(page.status, 400);
  PageForm again(page.body, "value=\"start\"");
  again.Type("text", "coffee");
  again.Type("near", "WE1 1AA");
  EXPECT_EQ(QuestionOf(Sent(again)), "“coffee”, near WE1 1AA, on Saturday");
}

TEST_F(ChangeSearchTest, ASearchOfEverywhereStaysOne) {
  PageForm form = FormOf(asking_.Get("/search?q=coffee"));
  EXPECT_THAT(form.Values("form"), IsEmpty());
  form.Type("text", "company");
  const HttpResponse page = Sent(form);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(QuestionOf(page), "“company”");
}

// These were lost where the form was sent on to an address.
TEST_F(ChangeSearchTest, WhatWasNotUsedIsToldOnTheNextPageToo) {
  EXPECT_THAT(Typed("choir with a nice garden", "WE1 1AA").body,
              HasSubstr("We could not use “with a nice garden” in this search."));
  const std::string page = Typed("need five near Westton", "EA1 1AA").body;
  EXPECT_THAT(page, HasSubstr("We could not use “Westton” in this search."));
  EXPECT_THAT(page, HasSubstr("near EA1 1AA"));
  EXPECT_THAT(Typed("need five near EA1 1AA", "EA1 1AA").body, Not(HasSubstr("We could not use")));
}

TEST_F(ChangeSearchTest, WhatIsReadIsCarriedAsLongAsItIsAsked) {
  const HttpResponse page = Typed("need five on saturday", "WE1 1AA");
  EXPECT_THAT(page.body, HasSubstr("We read “need five on saturday” as the search above."));
  PageForm filters(page.body, "id=\"f-age\"");
  filters.Type("age", "9");
  EXPECT_THAT(asking_.Get("/search?" + filters.Sent()).body, HasSubstr("We read “need five"));
  filters.Choose("day", "TU");
  const std::string other = asking_.Get("/search?" + filters.Sent()).body;
  EXPECT_THAT(other, Not(HasSubstr("We read “need five")));
  EXPECT_THAT(other, Not(HasSubstr("read=")));
}

TEST_F(ChangeSearchTest, TheLinkForOthersSaysNothingOfWhatWasTyped) {
  const std::string page = Typed("need five on saturday", "WE1 1AA").body;
  EXPECT_THAT(page, HasSubstr("href=\"/search?day=SA&amp;near=WE1&amp;need=esdNeed%3a5\">Link"));
}

TEST_F(ChangeSearchTest, APlaceOfSeveralIsChosenWithOnePress) {
  const HttpResponse page = Typed("need five", "Tiely");
  EXPECT_EQ(page.status, 400);
  EXPECT_THAT(page.body, HasSubstr("There is more than one place of that name."));
  const std::string_view body = page.body;
  const std::size_t label = body.find("Tiely, Eastshire</a>");
  ASSERT_NE(label, std::string_view::npos);
  std::string address(body.substr(body.rfind("href=\"", label) + 6));
  address.resize(address.find('"'));
  for (std::size_t at; (at = address.find("&amp;")) != std::string::npos;) address.erase(at + 1, 4);
  const HttpResponse sent = asking_.Get(address);
  EXPECT_EQ(sent.status, 303);
  EXPECT_EQ(QuestionOf(asking_.Get(HeaderOf(sent, "Location"))), "need five, near Tiely");
}

}  // namespace
}  // namespace waypost::server
