// Errors of accept do not end the server, nor do clients that stay connected keep it from
// accepting.
//
// The library's accept is the one of this program, so that it can fail when it is told to.

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <latch>

#include "tests/server/transport/test_client.h"

namespace {

std::atomic<int> failures_left = 0;
std::atomic<int> failure = 0;

int AcceptOrFail(int socket, sockaddr* address, socklen_t* length, int flags) {
  const auto accepted = static_cast<int>(::syscall(SYS_accept4, socket, address, length, flags));
  if (accepted < 0) return -1;
  int left = failures_left;
  while (left > 0 && !failures_left.compare_exchange_weak(left, left - 1)) {
  }
  if (left <= 0) return accepted;
  ::close(accepted);
  errno = failure;
  return -1;
}

}  // namespace

extern "C" int accept(int socket, sockaddr* address, socklen_t* length) {
  return AcceptOrFail(socket, address, length, 0);
}

extern "C" int accept4(int socket, sockaddr* address, socklen_t* length, int flags) {
  return AcceptOrFail(socket, address, length, flags);
}

namespace waypost::server {
namespace {

class AcceptError : public testing::TestWithParam<int> {
 protected:
  void TearDown() override { failures_left = 0; }
};

// The first error other than EMFILE made the server wait for its clients, one of which could keep
// it from accepting for as long as it liked.
TEST_P(AcceptError, IsFollowedByAnotherTry) {
  TestServer server({.keep_alive_seconds = 600, .read_timeout_seconds = 600},
                    [](const HttpRequest&) { return HttpResponse{.body = "{}"}; });
  TestClient stays(server.port());
  ASSERT_TRUE(stays.Send(RequestText("GET", "/")));
  ASSERT_EQ(stays.Read().status, 200);
  failure = GetParam();
  failures_left = 3;
  while (failures_left > 0) {
    TestClient refused(server.port());
    EXPECT_TRUE(refused.IsClosed());
  }
  TestClient next(server.port());
  ASSERT_TRUE(next.Send(RequestText("GET", "/")));
  EXPECT_EQ(next.Read().status, 200);
  ASSERT_TRUE(stays.Send(RequestText("GET", "/")));
  EXPECT_EQ(stays.Read().status, 200);
}

INSTANTIATE_TEST_SUITE_P(OfTheSystem, AcceptError,
                         testing::Values(ENFILE, ENOBUFS, ENOMEM, ECONNABORTED));

TEST(AcceptErrorTest, AStopAfterAnErrorIsAtOnce) {
  TestServer server({.keep_alive_seconds = 600},
                    [](const HttpRequest&) { return HttpResponse{.body = "{}"}; });
  failure = ENFILE;
  failures_left = 1;
  TestClient refused(server.port());
  EXPECT_TRUE(refused.IsClosed());
  server.Stop();
  server.Join();
}

}  // namespace
}  // namespace waypost::server
