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

}  // namespace
}  // namespace waypost::server
