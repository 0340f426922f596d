// What a client may cost the server.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <list>
#include <string>
#include <thread>

#include "tests/server/transport/test_client.h"

namespace waypost::server {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

HttpResponse Hundred(const HttpRequest&) {
  return {.content_type = "text/plain", .body = std::string(100, 'x')};
}

// Resident memory of this process, in kB.
long ResidentKilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
  }
  return -1;
}

void ExpectProblem(const Reply& reply, int status) {
  EXPECT_EQ(reply.status, status);
  EXPECT_TRUE(reply.Has("Content-Type: application/problem+json"));
  EXPECT_TRUE(reply.Has("Access-Control-Allow-Origin: *"));
  EXPECT_TRUE(reply.Has("Connection: close"));
  EXPECT_THAT(reply.body, HasSubstr("\"status\":" + std::to_string(status)));
}

TEST(HttpServerLimitsTest, AHeaderLineOf100MbCostsNoMemory) {
  TestServer server({}, Hundred);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send("GET / HTTP/1.1\r\nHost: test\r\nX-Long: "));
  const std::string piece(64 * 1024, 'a');
  const long before = ResidentKilobytes();
  ASSERT_GT(before, 0);
  std::size_t sent = 0;
  while (sent < 100'000'000 && client.Send(piece)) sent += piece.size();
  const long after = ResidentKilobytes();
  EXPECT_LT(sent, 100'000'000U) << "the server read it all";
  EXPECT_LT(after - before, 8 * 1024);
  const Reply reply = client.Read();
  EXPECT_THAT(reply.status, AnyOf(431, 0));  // 0: the answer was lost with the bytes in flight
}

TEST(HttpServerLimitsTest, HeadersOverTheLimitAreRefused) {
  TestServer server({}, Hundred);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("GET", "/", "X-Long: " + std::string(17'000, 'a') + "\r\n")));
  ExpectProblem(client.Read(), 431);
  EXPECT_TRUE(client.IsClosed());
}

TEST(HttpServerLimitsTest, ManySmallHeadersCountTogether) {
  TestServer server({}, Hundred);
  TestClient client(server.port());
  std::string headers;
  for (int i = 0; i < 4'000; ++i) headers += "A: b\r\n";
  ASSERT_TRUE(client.Send(RequestText("GET", "/", headers)));
  ExpectProblem(client.Read(), 431);
}

TEST(HttpServerLimitsTest, TheTargetMayBeAsLongAsTheLimitAndNoLonger) {
  TestServer server({}, Hundred);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("GET", "/" + std::string(8 * 1024 - 1, 'a'))));
  EXPECT_EQ(client.Read().status, 200);
  ASSERT_TRUE(client.Send(RequestText("GET", "/" + std::string(8 * 1024, 'a'))));
  ExpectProblem(client.Read(), 414);
  TestClient endless(server.port());
  ASSERT_TRUE(endless.Send("GET /" + std::string(20'000, 'a')));  // and no end of the line
  ExpectProblem(endless.Read(), 414);
  EXPECT_TRUE(endless.IsClosed());
}

TEST(HttpServerLimitsTest, TheBodyMayBeAsLongAsTheLimitAndNoLonger) {
  TestServer server({.max_body_bytes = 1000}, [](const HttpRequest& request) {
    return HttpResponse{.body = std::to_string(request.body.size())};
  });
  TestClient client(server.port());
  ASSERT_TRUE(
      client.Send(RequestText("POST", "/", "Content-Length: 1000\r\n") + std::string(1000, 'b')));
  EXPECT_EQ(client.Read().body, "1000");
  ASSERT_TRUE(client.Send(RequestText("POST", "/", "Content-Length: 1001\r\n")));
  ExpectProblem(client.Read(), 413);
  TestClient huge(server.port());
  ASSERT_TRUE(huge.Send(RequestText("POST", "/", "Content-Length: 99999999999999999999999\r\n")));
  ExpectProblem(huge.Read(), 413);
}

TEST(HttpServerLimitsTest, AHundredRangesGetThePlainAnswer) {
  TestServer server({}, Hundred);
  TestClient client(server.port());
  std::string ranges = "Range: bytes=0-99";
  for (int i = 1; i < 100; ++i) ranges += ",0-99";
  for (const std::string& header :
       {ranges, std::string("Range: bytes=zz"), std::string("Range: x")}) {
    ASSERT_TRUE(client.Send(RequestText("GET", "/", header + "\r\n")));
    const Reply reply = client.Read();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, std::string(100, 'x'));
  }
}

TEST(HttpServerLimitsTest, BadEscapesAreAnswered) {
  TestServer server({}, Hundred);
  TestClient client(server.port());
  for (const char* target :
       {"/%", "/%4", "/%zz", "/?%=%&%a=%%%", "/%00%ff%fe", "/?a=%u1234&&&==&"}) {
    ASSERT_TRUE(client.Send(RequestText("GET", target)));
    EXPECT_EQ(client.Read().status, 200) << target;
  }
}

TEST(HttpServerLimitsTest, AnUnfinishedRequestIsGivenUp) {
  TestServer server({.keep_alive_seconds = 1, .read_timeout_seconds = 1}, Hundred);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send("GET / HTTP/1.1\r\nHost: t"));
  ExpectProblem(client.Read(), 408);
  EXPECT_TRUE(client.IsClosed());
}

// Each byte comes within the timeout; together they never end.
TEST(HttpServerLimitsTest, ADripOfBytesIsGivenUp) {
  TestServer server({.read_timeout_seconds = 1}, Hundred);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send("GET / HTTP/1.1\r\nHost: "));
  std::thread drip([&] {
    while (client.Send("a")) std::this_thread::yield();
  });
  const Reply reply = client.Read();
  EXPECT_THAT(reply.status, AnyOf(408, 431, 0));  // 431: a fast machine drips 16 kB in a second
  drip.join();
}

TEST(HttpServerLimitsTest, AnUnfinishedBodyIsGivenUp) {
  TestServer server({.read_timeout_seconds = 1}, Hundred);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("POST", "/", "Content-Length: 10\r\n") + "abc"));
  ExpectProblem(client.Read(), 408);
}

TEST(HttpServerLimitsTest, SilentConnectionsAreClosed) {
  TestServer server({.keep_alive_seconds = 1, .read_timeout_seconds = 1}, Hundred);
  TestClient never_spoke(server.port());
  EXPECT_TRUE(never_spoke.IsClosed());
  TestClient spoke_once(server.port());
  ASSERT_TRUE(spoke_once.Send(RequestText("GET", "/")));
  EXPECT_EQ(spoke_once.Read().status, 200);
  EXPECT_TRUE(spoke_once.IsClosed());
}

TEST(HttpServerLimitsTest, MalformedRequestsAreRefused) {
  TestServer server({}, Hundred);
  for (const std::string& bytes :
       {std::string("\x16\x03\x01\x02\r\n\r\n"), std::string("GET\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\n\r\n"), std::string(10, '\0') + "\r\n\r\n"}) {
    TestClient client(server.port());
    ASSERT_TRUE(client.Send(bytes));
    ExpectProblem(client.Read(), 400);
    EXPECT_TRUE(client.IsClosed());
  }
}

TEST(HttpServerLimitsTest, AFewEmptyLinesBeforeARequestAreOverlooked) {
  TestServer server({}, Hundred);
  TestClient client(server.port());
  for (const char c : "\r\n\r\n\r\n\r\n" + RequestText("GET", "/")) {
    ASSERT_TRUE(client.Send(std::string_view(&c, 1)));
  }
  EXPECT_EQ(client.Read().status, 200);
  ASSERT_TRUE(client.Send("\r\n" + RequestText("GET", "/")));
  EXPECT_EQ(client.Read().status, 200);
}

// They counted against no limit.
TEST(HttpServerLimitsTest, EndlessEmptyLinesAreRefused) {
  TestServer server({}, Hundred);
  TestClient client(server.port());
  ASSERT_TRUE(client.Send("\r\n\r\n\r\n\r\n\r\n" + RequestText("GET", "/")));
  ExpectProblem(client.Read(), 400);
  EXPECT_TRUE(client.IsClosed());
}

TEST(HttpServerLimitsTest, ConnectionsBeyondTheLimitAreToldToComeBack) {
  TestServer server({.max_connections = 2, .keep_alive_seconds = 600}, Hundred);
  TestClient first(server.port());
  TestClient second(server.port());
  for (TestClient* client : {&first, &second}) {
    ASSERT_TRUE(client->Send(RequestText("GET", "/")));
    ASSERT_EQ(client->Read().status, 200);
  }
  for (int i = 0; i < 40; ++i) {  // more than there are threads to refuse with
    TestClient third(server.port());
    const Reply reply = third.Read();  // nothing was asked: the answer is not lost
    ExpectProblem(reply, 503);
    EXPECT_TRUE(reply.Has("Retry-After: 1"));
    EXPECT_TRUE(third.IsClosed());
  }
  ASSERT_TRUE(first.Send(RequestText("GET", "/")));
  EXPECT_EQ(first.Read().status, 200);
}

TEST(HttpServerLimitsTest, RefusedConnectionsThatStayAreClosedToo) {
  TestServer server({.max_connections = 0}, Hundred);
  std::list<TestClient> refused;
  for (int i = 0; i < 40; ++i) refused.emplace_back(server.port());
  for (TestClient& client : refused) {
    EXPECT_EQ(client.Read().status, 503);
    EXPECT_TRUE(client.IsClosed());
  }
}

}  // namespace
}  // namespace waypost::server
