#include "server/transport/http_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <list>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/server/transport/test_client.h"

namespace waypost::server {
namespace {

using testing::HasSubstr;

// Says what it was asked: "GET /path a=b,c=|body".
HttpResponse Echo(const HttpRequest& request) {
  HttpResponse response{.content_type = "text/plain"};
  response.headers.emplace_back("X-Agent", std::string(request.Header("user-agent")));
  response.body = request.method + " " + request.path + " ";
  for (const auto& [name, value] : request.parameters) response.body += name + "=" + value + ",";
  response.body += "|" + request.body;
  return response;
}

TEST(HttpServerTest, AnswersSeveralRequestsOnOneConnection) {
  TestServer server({}, Echo);
  TestClient client(server.port());
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(client.Send(RequestText("GET", "/a?n=" + std::to_string(i))));
    const Reply reply = client.Read();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "GET /a n=" + std::to_string(i) + ",|");
    EXPECT_TRUE(reply.Has("Connection: keep-alive"));
  }
}

TEST(HttpServerTest, AnswersPipelinedRequestsInOrder) {
  TestServer server({}, Echo);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("GET", "/1") +
                          RequestText("POST", "/2", "Content-Length: 2\r\n") + "xy" +
                          RequestText("GET", "/3")));
  EXPECT_EQ(client.Read().body, "GET /1 |");
  EXPECT_EQ(client.Read().body, "POST /2 |xy");
  EXPECT_EQ(client.Read().body, "GET /3 |");
}

TEST(HttpServerTest, TakesARequestByteByByte) {
  TestServer server({}, Echo);
  TestClient client(server.port());
  for (const char c : RequestText("GET", "/slow", "User-Agent: one\r\n")) {
    ASSERT_TRUE(client.Send(std::string_view(&c, 1)));
  }
  const Reply reply = client.Read();
  EXPECT_EQ(reply.body, "GET /slow |");
  EXPECT_TRUE(reply.Has("X-Agent: one"));
}

TEST(HttpServerTest, HeadHasTheLengthButNoBody) {
  TestServer server({}, Echo);
  TestClient client(server.port());
  ASSERT_TRUE(
      client.Send(RequestText("HEAD", "/a") + RequestText("GET", "/b", "Connection: close\r\n")));
  const Reply head = client.Read(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_TRUE(head.Has("Content-Length: 9"));  // "HEAD /a |"
  EXPECT_EQ(client.Read().body, "GET /b |");
  EXPECT_TRUE(client.IsClosed());
}

TEST(HttpServerTest, OptionsAndPostReachTheHandler) {
  TestServer server({}, Echo);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("OPTIONS", "*")));
  EXPECT_EQ(client.Read().body, "OPTIONS * |");
  ASSERT_TRUE(client.Send(RequestText("DELETE", "/x")));
  EXPECT_EQ(client.Read().body, "DELETE /x |");
}

TEST(HttpServerTest, UnknownMethodIsRefusedWithTheAllowedOnes) {
  TestServer server({}, Echo);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("BREW", "/pot")));
  const Reply reply = client.Read();
  EXPECT_EQ(reply.status, 405);
  EXPECT_TRUE(reply.Has("Allow: GET, HEAD, OPTIONS"));
  EXPECT_TRUE(reply.Has("Content-Type: application/problem+json"));
  EXPECT_FALSE(reply.Has("Access-Control-Allow-Origin: *"));
}

TEST(HttpServerTest, AClientThatAsksFirstIsToldToContinue) {
  TestServer server({}, Echo);
  TestClient client(server.port());
  ASSERT_TRUE(
      client.Send(RequestText("POST", "/p", "Content-Length: 3\r\nExpect: 100-continue\r\n")));
  EXPECT_EQ(client.Read().status, 100);
  ASSERT_TRUE(client.Send("abc"));
  EXPECT_EQ(client.Read().body, "POST /p |abc");
}

TEST(HttpServerTest, AnOldClientGetsOneAnswer) {
  TestServer server({}, Echo);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send("GET /old HTTP/1.0\r\n\r\n"));
  const Reply reply = client.Read();
  EXPECT_EQ(reply.body, "GET /old |");
  EXPECT_TRUE(reply.Has("Connection: close"));
  EXPECT_TRUE(client.IsClosed());
}

TEST(HttpServerTest, AHandlerThatThrowsIsAnErrorWithoutDetail) {
  TestServer server({}, [](const HttpRequest& request) -> HttpResponse {
    if (request.path == "/throw") throw std::runtime_error("secret");
    return {.status = request.path == "/odd" ? 7 : 200, .body = "{}"};
  });
  TestClient client(server.port());
  for (const char* path : {"/throw", "/odd"}) {
    ASSERT_TRUE(client.Send(RequestText("GET", path)));
    const Reply reply = client.Read();
    EXPECT_EQ(reply.status, 500);
    EXPECT_TRUE(reply.Has("Content-Type: application/problem+json"));
    EXPECT_EQ(reply.body.find("secret"), std::string::npos);
  }
  ASSERT_TRUE(client.Send(RequestText("GET", "/well")));
  EXPECT_EQ(client.Read().status, 200);
}

TEST(HttpServerTest, IdleConnectionsDoNotHoldUpARequest) {
  TestServer server({.keep_alive_seconds = 600}, Echo);
  std::list<TestClient> idle;
  for (int i = 0; i < 50; ++i) {
    idle.emplace_back(server.port());
    ASSERT_TRUE(idle.back().Send(RequestText("GET", "/idle")));
    ASSERT_EQ(idle.back().Read().status, 200);
  }
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("GET", "/now")));
  EXPECT_EQ(client.Read().body, "GET /now |");
  for (TestClient& other : idle) {  // all of them still open
    ASSERT_TRUE(other.Send(RequestText("GET", "/again")));
    EXPECT_EQ(other.Read().body, "GET /again |");
  }
}

// Each handler waits for another, so both slots must be in use at once, and a third would be seen.
TEST(HttpServerTest, AsManyHandlersAtOnceAsSlotsAndNoMore) {
  // The first two meet inside, so two at once are seen whatever the machine does.
  std::latch pair(2);
  std::atomic<int> entered = 0;
  std::atomic<int> running = 0;
  std::atomic<int> most = 0;
  TestServer server({.query_slots = 2, .slot_wait = std::chrono::minutes(5)},
                    [&](const HttpRequest&) {
                      const int now = ++running;
                      int seen = most;
                      while (seen < now && !most.compare_exchange_weak(seen, now)) {
                      }
                      if (entered++ < 2) pair.arrive_and_wait();
                      --running;
                      return HttpResponse{.body = "{}"};
                    });
  std::vector<std::thread> clients;
  std::atomic<int> answered = 0;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] {
      TestClient client(server.port());
      for (int n = 0; n < 25; ++n) {
        if (client.Send(RequestText("GET", "/")) && client.Read().status == 200) ++answered;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(answered, 200);
  EXPECT_EQ(most, 2);
}

// A handler that holds the only slot until it is let go.
class BusyServer : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(first_.Send(RequestText("GET", "/slow")));
    entered_.wait();
  }
  void TearDown() override {
    leave_.count_down();
    EXPECT_EQ(first_.Read().body, "GET /slow |");
  }

  HttpResponse Handle(const HttpRequest& request) {
    if (request.path == "/slow") {
      entered_.count_down();
      leave_.wait();
    }
    return Echo(request);
  }

  std::latch entered_{1};
  std::latch leave_{1};
  TestServer server_{{.query_slots = 1,
                      .slot_wait = std::chrono::milliseconds(1),
                      .needs_slot = [](const HttpRequest& r) { return r.path != "/healthz"; }},
                     [this](const HttpRequest& request) { return Handle(request); }};
  TestClient first_{server_.port()};
};

// There was no end to the waiting.
TEST_F(BusyServer, WhoHasWaitedTooLongIsToldToComeBack) {
  TestClient second(server_.port());
  ASSERT_TRUE(second.Send(RequestText("GET", "/next")));
  const Reply reply = second.Read();
  EXPECT_EQ(reply.status, 503);
  EXPECT_TRUE(reply.Has("Content-Type: application/problem+json"));
  EXPECT_TRUE(reply.Has("Retry-After: 1"));
  EXPECT_TRUE(reply.Has("Cache-Control: no-store"));
  EXPECT_TRUE(reply.Has("Access-Control-Allow-Origin: *"));
  EXPECT_TRUE(reply.Has("Connection: keep-alive"));
  ASSERT_TRUE(second.Send(RequestText("POST", "/next")));
  const Reply post = second.Read();
  EXPECT_EQ(post.status, 503);
  EXPECT_FALSE(post.Has("Access-Control-Allow-Origin: *"));
}

TEST(HttpServerTest, WhoHasWaitedTooLongIsAnsweredAsAsked) {
  std::latch entered{1};
  std::latch leave{1};
  const auto be_slow = [&](const HttpRequest& request) {
    entered.count_down();
    leave.wait();
    return Echo(request);
  };
  TestServer server({.query_slots = 1,
                     .slot_wait = std::chrono::milliseconds(1),
                     .when_busy =
                         [](const HttpRequest& request) {
                           return HttpResponse{.status = 503, .body = "busy " + request.path};
                         }},
                    be_slow);
  TestClient first(server.port());
  ASSERT_TRUE(first.Send(RequestText("GET", "/slow")));
  entered.wait();
  TestClient second(server.port());
  ASSERT_TRUE(second.Send(RequestText("GET", "/next")));
  const Reply reply = second.Read();
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.body, "busy /next");
  leave.count_down();
  EXPECT_EQ(first.Read().status, 200);
}

TEST_F(BusyServer, HealthIsToldAllTheSame) {
  TestClient second(server_.port());
  ASSERT_TRUE(second.Send(RequestText("GET", "/healthz")));
  EXPECT_EQ(second.Read().body, "GET /healthz |");
}

TEST(HttpServerTest, APortInUseIsAnError) {
  TestServer first({}, Echo);
  HttpServer second({.port = first.port()}, Echo);
  const auto port = second.Bind();
  ASSERT_FALSE(port.ok());
  EXPECT_EQ(port.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(MessageOf(port.status()), HasSubstr(std::to_string(first.port())));
}

TEST(HttpServerTest, AHostOfAnotherMachineIsAnError) {
  HttpServer server({.host = "203.0.113.1", .port = 0}, Echo);
  EXPECT_FALSE(server.Bind().ok());
}

}  // namespace
}  // namespace waypost::server
