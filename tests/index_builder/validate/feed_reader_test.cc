#include "index_builder/validate/feed_reader.h"

#include <gmock/gmock.h>

#include "tests/index_builder/validate/found_codes.h"

namespace waypost::validate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

const fetch::Url kUrl = *fetch::Url::Parse("https://a.org/services");

fetch::FetchedAnswer GoodAnswer() {
  return {.url = kUrl,
          .answer = {.status = 200,
                     .headers = {{"content-type", "application/json; charset=utf-8"},
                                 {"access-control-allow-origin", "*"}},
                     .body = "{\"a\":1}"}};
}

TEST(FeedReader, AGoodAnswerHasNoFindings) {
  FindingList findings;
  EXPECT_TRUE(ReadAnswer(kUrl, GoodAnswer(), findings));
  EXPECT_THAT(CodesOf(findings), IsEmpty());
}

TEST(FeedReader, OneFaultOneFinding) {
  using Change = std::function<void(fetch::FetchedAnswer&)>;
  const std::vector<std::pair<std::string, Change>> faults = {
      {"slow-answer", [](auto& fetched) { fetched.took = std::chrono::milliseconds(5001); }},
      {"too-large", [](auto& fetched) { fetched.answer.too_large = true; }},
      {"not-answered", [](auto& fetched) { fetched.answer.status = 503; }},
      {"not-json", [](auto& fetched) { fetched.answer.body = "<html>"; }},
      {"not-json", [](auto& fetched) { fetched.answer.body = ""; }},
      {"not-utf8", [](auto& fetched) { fetched.answer.body = "[\"caf\xE9\"]"; }},
      {"content-type", [](auto& fetched) { fetched.answer.headers[0].second = "text/html"; }},
      {"no-cors", [](auto& fetched) { fetched.answer.headers.pop_back(); }},
      {"redirected", [](auto& fetched) { fetched.url = kUrl.Below("x"); }},
  };
  for (const auto& [code, change] : faults) {
    fetch::FetchedAnswer fetched = GoodAnswer();
    change(fetched);
    FindingList findings;
    ReadAnswer(kUrl, fetched, findings);
    EXPECT_THAT(CodesOf(findings), ElementsAre(Pair(code, 1)));
  }
}

TEST(FeedReader, WhatIsNoJsonIsShown) {
  FindingList findings;
  EXPECT_FALSE(ReadJson("{\"a\":\n nothing}", {}, findings));
  EXPECT_THAT(findings.group(FindingKind::kNotJson).kept.front().what,
              AllOf(HasSubstr("line 2"), HasSubstr("nothing")));
}

// Nesting that would exhaust the stack is no JSON either.
TEST(FeedReader, DepthIsBounded) {
  FindingList findings;
  const std::string deep(100'000, '[');
  EXPECT_FALSE(ReadJson(deep + std::string(100'000, ']'), {}, findings));
  EXPECT_THAT(CodesOf(findings), ElementsAre(Pair("not-json", 1)));
}

}  // namespace
}  // namespace waypost::validate
