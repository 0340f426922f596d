// /api/ask: the answer of a search, and before it what was read.

#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

class AskHandlerTest : public ::testing::Test {
 protected:
  const Asking asking_{{StatedService()}};
};

TEST_F(AskHandlerTest, ShowsWhatWasReadAsWhat) {
  const rapidjson::Document answer =
      asking_.Json("/api/ask?text=choir+near+WE1+1AA+with+a+nice+garden");
  EXPECT_STREQ(answer["text"].GetString(), "choir near WE1 1AA with a nice garden");
  ASSERT_EQ(answer["read"].Size(), 2U);
  EXPECT_EQ(TextOf(answer["read"][1]),
            R"({"text":"WE1 1AA","start":11,"end":18,"as":"near","value":"WE1 1AA",)"
            R"("label":"WE1 1AA","asked":true})");
  EXPECT_EQ(TextOf(answer["not_understood"]), R"(["with a nice garden"])");
  EXPECT_STREQ(answer["search"].GetString(), "/api/search?near=WE1%201AA&q=choir");
}

TEST_F(AskHandlerTest, IsTheAnswerOfTheSearch) {
  rapidjson::Document answer = asking_.Json("/api/ask?text=near+WE1+1AA&explain=true&per_page=1");
  const rapidjson::Document found = asking_.Json(answer["search"].GetString());
  for (const char* name : {"text", "read", "not_understood", "search"}) answer.RemoveMember(name);
  EXPECT_TRUE(answer == found) << TextOf(answer) << TextOf(found);
}

TEST_F(AskHandlerTest, DaysAreThoseOfAt) {
  const rapidjson::Document answer = asking_.Json("/api/ask?text=tomorrow&at=2026-11-30T10:00");
  EXPECT_STREQ(answer["read"][0]["value"].GetString(), "2026-12-01");
}

TEST_F(AskHandlerTest, GivenParametersWin) {
  const rapidjson::Document answer = asking_.Json("/api/ask?text=near+WE1+1AA&near=EA1+1AA");
  EXPECT_FALSE(answer["read"][0]["asked"].GetBool());
  EXPECT_STREQ(answer["search"].GetString(), "/api/search?near=EA1%201AA");
}

TEST_F(AskHandlerTest, RefusesWithAReason) {
  EXPECT_STREQ(asking_.Problem("/api/ask")["code"].GetString(), "bad_value");
  EXPECT_STREQ(asking_.Problem("/api/ask?text=")["code"].GetString(), "bad_value");
  EXPECT_STREQ(asking_.Problem("/api/ask?text=a&text=b")["code"].GetString(), "repeated_parameter");
  EXPECT_STREQ(asking_.Problem("/api/ask?text=a&nonsense=1")["code"].GetString(),
               "unknown_parameter");
  EXPECT_STREQ(asking_.Problem("/api/ask?text=" + std::string(501, 'x'))["code"].GetString(),
               "text_too_long");
}

// What a search would refuse was never given by anybody.
TEST_F(AskHandlerTest, WhatCannotBeAskedIsShownAndNotAsked) {
  for (const char* text :
       {"choir+open+at+midnight", "choir+from+midnight+to+2am", "choir+after+24:30",
        "choir+after+quarter+to+12am", "choir+in+the+afternoon+until+noon",
        "choir+within+20000+miles+of+WE1+1AA", "choir+for+ages+2.5+to+4",
        "choir+within+999999999+months"}) {
    EXPECT_EQ(asking_.Get("/api/ask?text=" + std::string(text)).status, 200) << text;
  }
  EXPECT_EQ(asking_.Get("/api/ask?text=choir+in+the+morning&from=12:00").status, 200);
}

TEST_F(AskHandlerTest, ASentenceOfWhichNothingIsReadIsNotAnsweredWithEverything) {
  EXPECT_STREQ(asking_.Problem("/api/ask?text=xyzzy+plugh")["code"].GetString(),
               "nothing_understood");
}

TEST_F(AskHandlerTest, IsKeptByNobodyElse) {
  EXPECT_NE(HeaderOf(asking_.Get("/api/ask?text=near+WE1+1AA"), "Cache-Control").find("private"),
            std::string::npos);
}

}  // namespace
}  // namespace waypost::server
