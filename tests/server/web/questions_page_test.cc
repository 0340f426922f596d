// /questions/{id}.

#include "server/web/questions_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/server/asking.h"
#include "tests/server/web/page_form.h"

namespace waypost::server {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

record::Directory Directory() {
  // Few results would need no question.
  std::vector<record::Service> services = {testing::Service("afar")};
  for (int i = 0; i < 4; ++i) {
    services.push_back(StatedService());
    services.back().id = "cafe-" + std::to_string(i);
  }
  record::Directory directory = testing::SmallDirectory(std::move(services));
  QuestionTree tree{
      .id = "company", .label = "Company", .description = "", .conditions = {}, .questions = {}};
  tree.questions.push_back({.id = "how",
                            .text = "How?",
                            .after = {},
                            .answers = {{"place", "At a place", {{"q", "coffee"}}},
                                        {"far", "From afar", {{"q", "afar"}}}}});
  directory.question_trees = {tree};
  return directory;
}

class QuestionsPageTest : public ::testing::Test {
 protected:
  PageForm Question(std::string_view target) const {
    return PageForm(asking_.Get(target).body, "name=\"answer\"");
  }
  HttpResponse Sent(const PageForm& form) const {
    return asking_.Get("/questions/company?" + form.Sent());
  }

  const Asking asking_{Directory()};
};

TEST_F(QuestionsPageTest, ToGoOnAnAnswerMustBeChosen) {
  PageForm form = Question("/questions/company");
  form.Type("near", "WE1 1AA");
  const HttpResponse response = Sent(form);
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(
      response.body,
      AllOf(HasSubstr("<title>Error: How?"),
            HasSubstr("<li><a href=\"#answer-0\">Choose an answer</a></li>"),
            HasSubstr("<fieldset class=\"govuk-fieldset\" aria-describedby=\"answer-error\">"),
            HasSubstr("<p id=\"answer-error\""), HasSubstr("value=\"WE1 1AA\"")));
}

TEST_F(QuestionsPageTest, APlaceThatIsNoneIsToldBesides) {
  PageForm form = Question("/questions/company");
  form.Type("near", "Atlantis");
  EXPECT_THAT(Sent(form).body,
              AllOf(HasSubstr("<a href=\"#answer-0\">"), HasSubstr("<a href=\"#near\">")));
}

TEST_F(QuestionsPageTest, WhoAnswersGoesOn) {
  PageForm form = Question("/questions/company?near=WE1+1AA");
  form.Choose("answer", "how:place");
  const HttpResponse response = Sent(form);
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body, AllOf(HasSubstr("That is enough to go on"), HasSubstr("At a place"),
                                   Not(HasSubstr("There is a problem"))));
}

TEST_F(QuestionsPageTest, AQuestionThatIsOpenedIsNoMistake) {
  for (const char* target : {"/questions/company", "/questions/company?near=WE1+1AA"}) {
    const HttpResponse response = asking_.Get(target);
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.body, Not(HasSubstr("Choose an answer")));
  }
}

// Whoever passes a link on may add to it.
TEST_F(QuestionsPageTest, WhatALinkHasBesidesIsPassedOverAndThePlaceStays) {
  const HttpResponse response =
      asking_.Get("/questions/company?utm_source=x&near=WE1&fbclid=1&answer=how:place");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body,
              AllOf(HasSubstr("At a place"), HasSubstr("near=WE1"), Not(HasSubstr("utm_source")),
                    Not(HasSubstr("There is a problem"))));
  const HttpResponse wrong = asking_.Get("/questions/company?utm_source=x&near=Atlantis");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, HasSubstr("We do not know a place of that name"));
}

}  // namespace
}  // namespace waypost::server
