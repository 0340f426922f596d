#include "server/transport/request_head.h"

#include <gtest/gtest.h>

#include <string>
#include <variant>

namespace waypost::server {
namespace {

constexpr HeadLimits kLimits{.target_bytes = 100, .header_bytes = 300, .body_bytes = 50};

// The status a head is refused with; 200 when it is not.
int StatusOf(std::string_view head) {
  const auto parsed = ParseRequestHead(head, kLimits);
  const auto* refusal = std::get_if<HeadRefusal>(&parsed);
  return refusal ? refusal->status : 200;
}

RequestHead Parsed(std::string_view head) {
  return std::get<RequestHead>(ParseRequestHead(head, kLimits));
}

TEST(RequestHeadTest, ReadsLineAndHeaders) {
  const RequestHead head = Parsed(
      "POST /a%20b?c=d HTTP/1.1\r\nHost: h\r\nUser-AGENT:  me \t\r\nContent-Length: 50\r\n"
      "Connection: x, CLOSE\r\nEmpty:\r\n\r\n");
  EXPECT_EQ(head.request.method, "POST");
  EXPECT_EQ(head.request.path, "/a b");
  EXPECT_EQ(head.request.Header("user-agent"), "me");
  EXPECT_EQ(head.request.Header("empty"), "");
  EXPECT_EQ(head.request.Header("absent"), "");
  EXPECT_EQ(head.request.headers.size(), 5U);
  EXPECT_EQ(head.body_bytes, 50U);
  EXPECT_TRUE(head.close);
}

TEST(RequestHeadTest, KeepAliveIsAskedForInTheOldVersionAndUsualInTheNew) {
  EXPECT_TRUE(Parsed("GET / HTTP/1.0\r\n\r\n").close);
  EXPECT_FALSE(Parsed("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").close);
  EXPECT_FALSE(Parsed("GET / HTTP/1.1\r\nHost: h\r\n\r\n").close);
}

TEST(RequestHeadTest, RefusesWhatCouldBeReadInTwoWays) {
  const std::string start = "POST / HTTP/1.1\r\nHost: h\r\n";
  EXPECT_EQ(StatusOf(start + "\r\n"), 200);
  EXPECT_EQ(StatusOf(start + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf(start + "Content-Length: +1\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf(start + "Content-Length: 1, 1\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf(start + "Content-Length:\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf(start + "Content-Length : 1\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf(start + "Transfer-Encoding: chunked\r\n\r\n"), 411);
  EXPECT_EQ(StatusOf(start + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n"), 411);
  EXPECT_EQ(StatusOf(start + " folded: x\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf(start + "A: b\nC: d\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf(start + "A: b\rC: d\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf(start + "Host: i\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf("POST / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf(start + "no colon\r\n\r\n"), 400);
  EXPECT_EQ(StatusOf(start + "A: b\f\r\n\r\n"), 400);
}

TEST(RequestHeadTest, RefusesRequestLines) {
  const std::string end = "\r\nHost: h\r\n\r\n";
  EXPECT_EQ(StatusOf("GET / HTTP/1.1" + end), 200);
  EXPECT_EQ(StatusOf("GET  HTTP/1.1" + end), 400);
  EXPECT_EQ(StatusOf("GET / b HTTP/1.1" + end), 400);
  EXPECT_EQ(StatusOf("GET /a\tb HTTP/1.1" + end), 400);
  EXPECT_EQ(StatusOf("GET /a\x7f HTTP/1.1" + end), 400);
  EXPECT_EQ(StatusOf("GET /\xc3\xa9?q=\xff HTTP/1.1" + end), 200);
  EXPECT_EQ(StatusOf("GET / HTTP/2.0" + end), 505);
  EXPECT_EQ(StatusOf("GET / FTP/1.1" + end), 400);
  EXPECT_EQ(StatusOf("get / HTTP/1.1" + end), 405);
  EXPECT_EQ(StatusOf("G,T / HTTP/1.1" + end), 400);
  EXPECT_EQ(StatusOf("GET a HTTP/1.1" + end), 400);
  EXPECT_EQ(StatusOf("GET /" + std::string(100, 'a') + " HTTP/1.1" + end), 414);
  EXPECT_EQ(StatusOf(end), 400);
  EXPECT_EQ(StatusOf(""), 400);
}

TEST(RequestHeadTest, LimitsBodyHeadersAndExpectations) {
  const std::string start = "POST / HTTP/1.1\r\nHost: h\r\n";
  EXPECT_EQ(StatusOf(start + "Content-Length: 51\r\n\r\n"), 413);
  EXPECT_EQ(StatusOf(start + "A: " + std::string(300, 'a') + "\r\n\r\n"), 431);
  EXPECT_EQ(StatusOf(start + "Expect: tea\r\n\r\n"), 417);
  EXPECT_TRUE(Parsed(start + "Expect: 100-Continue\r\n\r\n").expects_continue);
}

TEST(RequestHeadTest, RefusesAnUnfinishedHeadAsSoonAsItIsTooLong) {
  EXPECT_EQ(RefusalOfUnfinishedHead("GET /", kLimits), 0);
  EXPECT_EQ(RefusalOfUnfinishedHead("GET /" + std::string(200, 'a'), kLimits), 414);
  EXPECT_EQ(RefusalOfUnfinishedHead("GET / HTTP/1.1\r\n" + std::string(299, 'a'), kLimits), 431);
  EXPECT_EQ(RefusalOfUnfinishedHead("GET / HTTP/1.1\r\n" + std::string(298, 'a'), kLimits), 0);
}

}  // namespace
}  // namespace waypost::server
