#include <gtest/gtest.h>

#include <latch>

#include "tests/server/transport/test_client.h"

namespace waypost::server {
namespace {

TEST(HttpServerStopTest, ARequestUnderWayIsFinished) {
  std::latch entered(1);
  std::latch leave(1);
  TestServer server({.keep_alive_seconds = 600}, [&](const HttpRequest&) {
    entered.count_down();
    leave.wait();
    return HttpResponse{.body = "{\"done\":true}"};
  });
  TestClient client(server.port());
  ASSERT_TRUE(client.Send(RequestText("GET", "/")));
  entered.wait();
  server.Stop();
  leave.count_down();
  const Reply reply = client.Read();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "{\"done\":true}");
  EXPECT_TRUE(reply.Has("Connection: close"));
  EXPECT_TRUE(client.IsClosed());
  server.Join();
}

// With a keep-alive of ten minutes this test would meet its time limit if Stop waited for it.
TEST(HttpServerStopTest, IdleConnectionsAreNotWaitedFor) {
  TestServer server({.keep_alive_seconds = 600, .read_timeout_seconds = 600},
                    [](const HttpRequest&) { return HttpResponse{.body = "{}"}; });
  TestClient idle(server.port());
  ASSERT_TRUE(idle.Send(RequestText("GET", "/")));
  ASSERT_EQ(idle.Read().status, 200);
  TestClient silent(server.port());
  TestClient half(server.port());
  ASSERT_TRUE(half.Send("GET / HT"));
  server.Stop();
  server.Join();
  EXPECT_TRUE(idle.IsClosed());
  EXPECT_TRUE(silent.IsClosed());
  EXPECT_TRUE(half.IsClosed());
}

TEST(HttpServerStopTest, StopMayComeAtAnyTimeAndTwice) {
  const HttpHandler handler = [](const HttpRequest&) { return HttpResponse{}; };
  HttpServer never_run({.port = 0}, handler);
  ASSERT_TRUE(never_run.Bind().ok());
  HttpServer never_bound({.port = 0}, handler);
  never_bound.Stop();
  HttpServer stopped_first({.port = 0}, handler);
  ASSERT_TRUE(stopped_first.Bind().ok());
  stopped_first.Stop();
  stopped_first.Stop();
  stopped_first.Run();
  for (int i = 0; i < 50; ++i) TestServer(HttpServerOptions{}, handler).Stop();
}

TEST(HttpServerStopTest, ThePortIsFreeAgain) {
  const HttpHandler handler = [](const HttpRequest&) { return HttpResponse{.body = "{}"}; };
  int port = 0;
  {
    TestServer server({}, handler);
    port = server.port();
    TestClient client(port);
    ASSERT_TRUE(client.Send(RequestText("GET", "/")));
    ASSERT_EQ(client.Read().status, 200);
  }
  HttpServer again({.port = port}, handler);
  EXPECT_TRUE(again.Bind().ok());
}

}  // namespace
}  // namespace waypost::server
