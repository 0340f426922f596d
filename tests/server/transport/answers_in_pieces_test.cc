// Answers too long to be held: chunks, their end, and what becomes of one that fails midway.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "server/transport/response_bytes.h"
#include "tests/server/transport/test_client.h"

namespace waypost::server {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

// Pieces "1", "22", "333"; after `failing` of them an error.
HttpHandler Pieces(int failing = 0) {
  return [failing](const HttpRequest&) {
    HttpResponse response{.content_type = "text/plain"};
    response.more = [failing, i = 0]() mutable -> absl::StatusOr<std::string> {
      ++i;
      if (i == failing) return Internal("broken");
      return i > 3 ? std::string()
                   : std::string(static_cast<std::size_t>(i), static_cast<char>('0' + i));
    };
    return response;
  };
}

TEST(ChunkBytesTest, HaveTheirLengthInHexadecimal) {
  EXPECT_EQ(ChunkBytes("abc"), "3\r\nabc\r\n");
  EXPECT_EQ(ChunkBytes(std::string(26, 'a')).substr(0, 4), "1a\r\n");
  EXPECT_EQ(ChunkBytes(""), "0\r\n\r\n");
}

TEST(AnswersInPiecesTest, ComeAsChunksAndTheConnectionGoesOn) {
  TestServer server({}, Pieces());
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("HEAD", "/")));
  const Reply head = client.Read(true);
  EXPECT_TRUE(head.Has("Transfer-Encoding: chunked"));
  EXPECT_THAT(head.head, Not(HasSubstr("Content-Length")));
  ASSERT_TRUE(client.Send(RequestText("GET", "/", "Connection: close\r\n")));
  const std::string all = client.ReadAll();
  EXPECT_THAT(all, EndsWith("\r\n\r\n1\r\n1\r\n2\r\n22\r\n3\r\n333\r\n0\r\n\r\n"));
}

TEST(AnswersInPiecesTest, GoPlainlyToOldClients) {
  TestServer server({}, Pieces());
  TestClient client(server.port());
  ASSERT_TRUE(client.Send("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"));
  const std::string all = client.ReadAll();
  EXPECT_THAT(all, EndsWith("\r\n\r\n122333"));
  EXPECT_THAT(all, HasSubstr("Connection: close"));
  EXPECT_THAT(all, Not(HasSubstr("chunked")));
}

TEST(AnswersInPiecesTest, HaveNoEndWhenAPieceFails) {
  TestServer server({}, Pieces(3));
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("GET", "/")));
  EXPECT_THAT(client.ReadAll(), EndsWith("2\r\n22\r\n"));
}

// Without chunks nothing but an error tells a part from the whole.
TEST(AnswersInPiecesTest, BreakTheConnectionOfAnOldClientWhenAPieceFails) {
  TestServer server({}, Pieces(3));
  TestClient client(server.port());
  ASSERT_TRUE(client.Send("GET / HTTP/1.0\r\nHost: a\r\n\r\n"));
  EXPECT_TRUE(client.IsBroken());
}

TEST(AnswersInPiecesTest, AreFinishedAfterAStop) {
  std::atomic<TestServer*> stopped = nullptr;
  TestServer server({}, [&](const HttpRequest&) {
    HttpResponse response{.content_type = "text/plain"};
    response.more = [&stopped, i = 0]() mutable -> absl::StatusOr<std::string> {
      if (++i == 2) stopped.load()->Stop();
      return i > 3 ? std::string() : std::string(1, static_cast<char>('0' + i));
    };
    return response;
  });
  stopped = &server;
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("GET", "/")));
  EXPECT_THAT(client.ReadAll(), EndsWith("1\r\n1\r\n1\r\n2\r\n1\r\n3\r\n0\r\n\r\n"));
}

}  // namespace
}  // namespace waypost::server
