#include "server/web/questions_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"
#include "tests/server/web/page_form.h"

namespace waypost::server {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

record::Directory Directory() {
  record::Directory directory = testing::SmallDirectory({StatedService(), testing::Service("far")});
  directory.services.back().attending = {Attending::kOnline};
  QuestionTree tree{
      .id = "company", .label = "Company", .description = "", .conditions = {}, .questions = {}};
  tree.questions.push_back({.id = "how",
                            .text = "How?",
                            .after = {},
                            .answers = {{"place", "At a place", {{"reach", "place"}}},
                                        {"far", "From afar", {{"reach", "remote"}}}}});
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

}  // namespace
}  // namespace waypost::server
