#include "server/transport/response_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace waypost::server {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ResponseBytesTest, WritesTheWholeAnswer) {
  const HttpResponse response{
      .content_type = "text/plain", .headers = {{"ETag", "\"1\""}}, .body = "hey"};
  EXPECT_EQ(ResponseBytes(response, false, false),
            "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n"
            "Connection: keep-alive\r\n\r\nhey");
  EXPECT_EQ(ResponseBytes(response, true, true),
            "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n"
            "Connection: close\r\n\r\n");
}

TEST(ResponseBytesTest, AnswersThatHaveNoBodyHaveNoLength) {
  for (const int status : {204, 304}) {
    const std::string bytes = ResponseBytes({.status = status, .body = "x"}, false, false);
    EXPECT_THAT(bytes, Not(HasSubstr("Content-")));
    EXPECT_TRUE(bytes.ends_with("\r\n\r\n"));
  }
}

TEST(ResponseBytesTest, NoHeaderCanEndItsLineEarly) {
  const HttpResponse response{.headers = {{"Location", "/a\r\nSet-Cookie: x=y"},
                                          {"A\nB", "c"},
                                          {"Good", "kept"},
                                          {"content-length", "7"}}};
  const std::string bytes = ResponseBytes(response, false, false);
  EXPECT_THAT(bytes, Not(HasSubstr("Set-Cookie")));
  EXPECT_THAT(bytes, Not(HasSubstr("content-length")));
  EXPECT_THAT(bytes, Not(HasSubstr("\nB")));
  EXPECT_THAT(bytes, HasSubstr("\r\nGood: kept\r\n"));
}

TEST(ResponseBytesTest, ProblemsSayWhatToDo) {
  const HttpResponse response = TransportProblem(414);
  EXPECT_EQ(response.status, 414);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(response.body,
            R"({"type":"urn:waypost:problem:target_too_long","title":"The address is too long",)"
            R"("status":414,"code":"target_too_long",)"
            R"("detail":"ask with fewer or shorter parameters"})");
}

TEST(ResponseBytesTest, ProblemsHaveTheHeadersOfEveryAnswer) {
  for (const int status : {400, 405, 408, 411, 413, 414, 417, 431, 500, 503, 505}) {
    const std::string bytes = ResponseBytes(TransportProblem(status), false, false);
    EXPECT_TRUE(bytes.starts_with("HTTP/1.1 " + std::to_string(status) + " "));
    EXPECT_THAT(bytes, Not(HasSubstr(std::to_string(status) + " \r\n"))) << "no reason";
    EXPECT_THAT(bytes, HasSubstr("\r\nCache-Control: no-store\r\n"));
    EXPECT_THAT(bytes, HasSubstr("\r\nReferrer-Policy: no-referrer\r\n"));
    EXPECT_THAT(bytes, HasSubstr("\r\nX-Content-Type-Options: nosniff\r\n"));
  }
}

// What was no read is for no other origin to see; 413, 414 and 431 are, whoever meets them.
TEST(ResponseBytesTest, ProblemsOfReadsMayBeSeenByAnyOrigin) {
  const std::string allowed = "Access-Control-Allow-Origin: *";
  for (const int status : {400, 408, 413, 414, 431, 500, 503}) {
    EXPECT_THAT(ResponseBytes(TransportProblem(status), false, false), HasSubstr(allowed));
  }
  for (const int status : {405, 411}) {
    EXPECT_THAT(ResponseBytes(TransportProblem(status), false, false), Not(HasSubstr(allowed)));
  }
  EXPECT_THAT(ResponseBytes(TransportProblem(503, false), false, false), Not(HasSubstr(allowed)));
}

}  // namespace
}  // namespace waypost::server
