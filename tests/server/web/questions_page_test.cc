// /questions/{id}.

#include "server/web/questions_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

record::Directory WithQuestions() {
  record::Directory directory = testing::SmallDirectory({StatedService()});
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

// Whoever passes a link on may add to it.
TEST(QuestionsPage, WhatALinkHasBesidesIsPassedOverAndThePlaceStays) {
  const Asking asking(WithQuestions());
  const HttpResponse response =
      asking.Get("/questions/company?utm_source=x&near=WE1&fbclid=1&answer=how:place");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body,
              AllOf(HasSubstr("At a place"), HasSubstr("near=WE1"), Not(HasSubstr("utm_source")),
                    Not(HasSubstr("There is a problem"))));
  const HttpResponse wrong = asking.Get("/questions/company?utm_source=x&near=Atlantis");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, HasSubstr("We do not know a place of that name"));
}

}  // namespace
}  // namespace waypost::server
