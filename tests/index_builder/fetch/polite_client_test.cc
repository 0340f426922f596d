#include "index_builder/fetch/polite_client.h"

#include <gmock/gmock.h>

#include <deque>

#include "tests/index_builder/fetch/fake_clock.h"
#include "tests/support/scratch_folder.h"

namespace waypost::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Gives the answers it was told, in turn, then 200s; remembers what was asked, and when.
class Script : public HttpExchange {
 public:
  explicit Script(FakeClock& clock) : clock_(clock) {}

  absl::StatusOr<HttpAnswer> Get(const Url& url) override {
    asked.push_back(url.Text());
    times.push_back(clock_.Now());
    if (answers.empty()) return HttpAnswer{.status = 200, .body = "{}"};
    auto answer = answers.front();
    answers.pop_front();
    return answer;
  }

  std::deque<absl::StatusOr<HttpAnswer>> answers;
  std::vector<std::string> asked;
  std::vector<FetchClock::Time> times;

 private:
  FakeClock& clock_;
};

HttpAnswer Status(int status, std::vector<std::pair<std::string, std::string>> headers = {}) {
  return {.status = status, .headers = std::move(headers), .body = "x"};
}

class PoliteClientTest : public ::testing::Test {
 protected:
  int StatusOf(const absl::StatusOr<FetchedAnswer>& answer) {
    EXPECT_TRUE(answer.ok()) << answer.status();
    return answer.ok() ? answer->answer.status : 0;
  }

  FakeClock clock_;
  Script script_{clock_};
  PoliteClient client_{script_, clock_, {.requests_per_second = 2}};
  const Url url_ = *Url::Parse("https://a.org/services");
};

TEST_F(PoliteClientTest, KeepsItsPace) {
  for (int i = 0; i < 4; ++i) EXPECT_EQ(StatusOf(client_.Get(url_)), 200);
  for (std::size_t i = 1; i < script_.times.size(); ++i) {
    EXPECT_GE(script_.times[i] - script_.times[i - 1], milliseconds(500));
  }
}

TEST_F(PoliteClientTest, TimeThatPassesAnywayIsNotWaitedAgain) {
  EXPECT_EQ(StatusOf(client_.Get(url_)), 200);
  clock_.Pass(seconds(3));
  EXPECT_EQ(StatusOf(client_.Get(url_)), 200);
  EXPECT_THAT(clock_.waits, ElementsAre());
}

TEST_F(PoliteClientTest, WaitsAsLongAsItIsTold) {
  script_.answers = {Status(429, {{"retry-after", "7"}})};
  EXPECT_EQ(StatusOf(client_.Get(url_)), 200);
  EXPECT_THAT(clock_.waits, ElementsAre(seconds(7)));
  EXPECT_EQ(client_.traffic().slow_downs, 1U);
}

TEST_F(PoliteClientTest, ButNotForAnHour) {
  script_.answers = {Status(503, {{"retry-after", "3600"}})};
  EXPECT_EQ(StatusOf(client_.Get(url_)), 200);
  EXPECT_THAT(clock_.waits, ElementsAre(seconds(120)));
}

TEST_F(PoliteClientTest, GoesSlowerAfter429ForTheRestOfTheRun) {
  script_.answers = {Status(429), Status(200), Status(200), Status(200)};
  for (int i = 0; i < 3; ++i) EXPECT_EQ(StatusOf(client_.Get(url_)), 200);
  EXPECT_GE(script_.times[3] - script_.times[2], seconds(1));
}

TEST_F(PoliteClientTest, PausesGrowAndEnd) {
  script_.answers = {Status(500), Unavailable("cut"), Status(502), Status(500), Status(500)};
  EXPECT_EQ(StatusOf(client_.Get(url_)), 500);
  EXPECT_EQ(script_.asked.size(), 5U);
  EXPECT_THAT(clock_.waits, ElementsAre(seconds(1), seconds(2), seconds(4), seconds(8)));
}

TEST_F(PoliteClientTest, AFailureTwiceThenFineIsFine) {
  script_.answers = {Status(500), Status(500)};
  EXPECT_EQ(StatusOf(client_.Get(url_)), 200);
  EXPECT_EQ(client_.traffic().requests, 3U);
}

TEST_F(PoliteClientTest, WhatWillNotChangeIsNotAskedAgain) {
  script_.answers = {Status(404), Status(400), FailedPrecondition("certificate")};
  EXPECT_EQ(StatusOf(client_.Get(url_)), 404);
  EXPECT_EQ(StatusOf(client_.Get(url_)), 400);
  EXPECT_EQ(client_.Get(url_).status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(script_.asked.size(), 3U);
}

TEST_F(PoliteClientTest, FollowsRedirectsAtItsPace) {
  script_.answers = {Status(301, {{"location", "/v1/services"}})};
  const absl::StatusOr<FetchedAnswer> answer = client_.Get(url_);
  EXPECT_EQ(StatusOf(answer), 200);
  EXPECT_EQ(answer->url.Text(), "https://a.org/v1/services");
  EXPECT_GE(script_.times[1] - script_.times[0], milliseconds(500));
}

TEST_F(PoliteClientTest, ARedirectLoopEnds) {
  for (int i = 0; i < 20; ++i) script_.answers.push_back(Status(302, {{"location", "/services"}}));
  EXPECT_THAT(MessageOf(client_.Get(url_).status()), HasSubstr("redirected 6 times"));
  EXPECT_EQ(script_.asked.size(), 6U);
}

TEST_F(PoliteClientTest, NeverGoesFromHttpsToHttp) {
  script_.answers = {Status(302, {{"location", "http://a.org/services"}})};
  EXPECT_THAT(MessageOf(client_.Get(url_).status()), HasSubstr("from https to http"));
  EXPECT_EQ(script_.asked.size(), 1U);
}

TEST_F(PoliteClientTest, ARedirectToNoAddressIsSaid) {
  script_.answers = {Status(302, {{"location", "file:///etc/passwd"}})};
  EXPECT_THAT(MessageOf(client_.Get(url_).status()), HasSubstr("redirects to no address"));
}

TEST_F(PoliteClientTest, WhatWasKeptIsNotAskedAgain) {
  const testing::ScratchFolder folder;
  const auto store = AnswerStore::Open(folder.Path("kept"), "https://a.org/services");
  ASSERT_TRUE(store.ok()) << store.status();
  PoliteClient client(script_, clock_, {}, store->get());
  script_.answers = {Status(301, {{"location", "/new"}}), Status(404, {{"a", "b"}})};
  EXPECT_EQ(StatusOf(client.Get(url_)), 404);
  const absl::StatusOr<FetchedAnswer> again = client.Get(url_);
  EXPECT_EQ(StatusOf(again), 404);
  EXPECT_EQ(again->url.Text(), "https://a.org/new");
  EXPECT_EQ(again->answer.Header("a"), "b");
  EXPECT_EQ(again->answer.headers.size(), 1U);
  EXPECT_TRUE(again->was_kept);
  EXPECT_EQ(script_.asked.size(), 2U);
}

TEST_F(PoliteClientTest, FailuresAreNotKept) {
  const testing::ScratchFolder folder;
  const auto store = AnswerStore::Open(folder.Path("kept"), "https://a.org/services");
  ASSERT_TRUE(store.ok()) << store.status();
  PoliteClient client(script_, clock_, {.attempts = 1}, store->get());
  script_.answers = {Status(500), Status(429)};
  EXPECT_EQ(StatusOf(client.Get(url_)), 500);
  EXPECT_EQ(StatusOf(client.Get(url_)), 429);
  EXPECT_EQ(StatusOf(client.Get(url_)), 200);
}

}  // namespace
}  // namespace waypost::fetch
