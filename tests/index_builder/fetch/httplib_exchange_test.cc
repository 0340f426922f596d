// HTTP over loopback: against a server of ours, and against one that says any bytes it likes.

#include "index_builder/fetch/httplib_exchange.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "tests/server/transport/test_client.h"

namespace waypost::fetch {
namespace {

using server::HttpRequest;
using server::HttpResponse;
using server::TestServer;
using ::testing::HasSubstr;

Url LocalUrl(int port, std::string_view target) {
  std::string text = "http://127.0.0.1:" + std::to_string(port);
  text += target;
  return *Url::Parse(text);
}

// Answers every connection with the same bytes and closes it, until the client has gone.
class RawServer {
 public:
  explicit RawServer(std::string bytes) : bytes_(std::move(bytes)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* const raw = reinterpret_cast<sockaddr*>(&address);  // NOLINT: as the interface is
    EXPECT_EQ(::bind(listener_, raw, size), 0);
    EXPECT_EQ(::getsockname(listener_, raw, &size), 0);
    port_ = ntohs(address.sin_port);
    EXPECT_EQ(::listen(listener_, 8), 0);
    thread_ = std::thread([this] { Serve(); });
  }
  ~RawServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }
  int port() const { return port_; }

 private:
  void Serve() {
    for (;;) {
      const int client = ::accept(listener_, nullptr, nullptr);
      if (client < 0) return;
      std::array<char, 4096> request;
      (void)!::recv(client, request.data(), request.size(), 0);
      std::string_view left = bytes_;
      while (!left.empty()) {
        const ssize_t sent = ::send(client, left.data(), left.size(), MSG_NOSIGNAL);
        if (sent <= 0) break;
        left.remove_prefix(static_cast<std::size_t>(sent));
      }
      ::close(client);
    }
  }

  const std::string bytes_;
  int listener_ = -1;
  int port_ = 0;
  std::thread thread_;
};

TEST(HttplibExchange, ReadsAnAnswer) {
  TestServer server({}, [](const HttpRequest& request) {
    HttpResponse response;
    response.headers = {{"X-Path", request.path}};
    response.body = std::string(request.Header("user-agent"));
    return response;
  });
  HttplibExchange exchange({.user_agent = "Waypost test"});
  for (int i = 0; i < 3; ++i) {  // on one connection
    const auto answer = exchange.Get(LocalUrl(server.port(), "/a%20b?c=d"));
    ASSERT_TRUE(answer.ok()) << answer.status();
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->Header("content-type"), "application/json");
    EXPECT_EQ(answer->Header("x-path"), "/a b");
    EXPECT_EQ(answer->body, "Waypost test");
  }
}

TEST(HttplibExchange, GivesErrorsAndRedirectsAsTheyAre) {
  TestServer server({}, [](const HttpRequest& request) {
    HttpResponse response;
    response.status = request.path == "/moved" ? 301 : 404;
    if (response.status == 301) response.headers = {{"Location", "/elsewhere"}};
    return response;
  });
  HttplibExchange exchange({});
  const auto moved = exchange.Get(LocalUrl(server.port(), "/moved"));
  ASSERT_TRUE(moved.ok()) << moved.status();
  EXPECT_EQ(moved->status, 301);
  EXPECT_EQ(moved->Header("location"), "/elsewhere");
  EXPECT_EQ(exchange.Get(LocalUrl(server.port(), "/x"))->status, 404);
}

TEST(HttplibExchange, UnpacksAndCutsWhatIsTooLong) {
  // Compressed it is a few kilobytes.
  TestServer server({}, [](const HttpRequest&) {
    HttpResponse response;
    response.body = std::string(std::size_t{4} << 20U, 'a');
    return response;
  });
  ExchangeOptions small;
  small.limits.body_bytes = std::size_t{1} << 20U;
  HttplibExchange cutting(small);
  const auto cut = cutting.Get(LocalUrl(server.port(), "/"));
  ASSERT_TRUE(cut.ok()) << cut.status();
  EXPECT_TRUE(cut->too_large);
  EXPECT_EQ(cut->body.size(), std::size_t{1} << 20U);
  HttplibExchange whole({});
  const auto all = whole.Get(LocalUrl(server.port(), "/"));
  ASSERT_TRUE(all.ok()) << all.status();
  EXPECT_FALSE(all->too_large);
  EXPECT_EQ(all->body.size(), std::size_t{4} << 20U);
}

TEST(HttplibExchange, NobodyThereIsSaid) {
  int port = 0;
  {
    const RawServer gone("");
    port = gone.port();
  }
  HttplibExchange exchange({});
  const auto answer = exchange.Get(LocalUrl(port, "/"));
  EXPECT_EQ(answer.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(MessageOf(answer.status()), HasSubstr("no connection"));
}

// The system takes the connection, and nobody ever answers it.
TEST(HttplibExchange, ASilentServerIsGivenUp) {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* const raw = reinterpret_cast<sockaddr*>(&address);  // NOLINT: as the interface is
  ASSERT_EQ(::bind(listener, raw, size), 0);
  ASSERT_EQ(::getsockname(listener, raw, &size), 0);
  ASSERT_EQ(::listen(listener, 1), 0);
  for (const bool part : {true, false}) {
    ExchangeOptions options;
    (part ? options.limits.read : options.limits.total) = std::chrono::milliseconds(20);
    HttplibExchange exchange(options);
    const auto answer = exchange.Get(LocalUrl(ntohs(address.sin_port), "/"));
    EXPECT_EQ(answer.status().code(), absl::StatusCode::kUnavailable);
  }
  ::close(listener);
}

// The library itself would recurse as deep as a first line is long, and keep heads of any length.
TEST(HttplibExchange, HostileHeadsAreRefused) {
  const std::string long_line(std::size_t{1} << 20U, 'x');
  const std::vector<std::string> heads = {
      "",
      "no HTTP at all\r\n\r\n",
      "HTTP/1.1 200 " + long_line + "\r\n\r\n",
      "HTTP/1.1 200 OK\r\nX: " + long_line + "\r\n\r\n",
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 " + long_line + "\r\n\r\n",
      "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n",
      "HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551615\r\n\r\nx",
  };
  for (const std::string& head : heads) {
    const RawServer server(head);
    HttplibExchange exchange({});
    const auto answer = exchange.Get(LocalUrl(server.port(), "/"));
    EXPECT_EQ(answer.status().code(), absl::StatusCode::kUnavailable) << head.substr(0, 60);
  }
}

TEST(HttplibExchange, ABodyWithoutEndIsCut) {
  const RawServer server("HTTP/1.1 200 OK\r\n\r\n" + std::string(std::size_t{8} << 20U, 'a'));
  ExchangeOptions small;
  small.limits.body_bytes = 1000;
  HttplibExchange exchange(small);
  const auto answer = exchange.Get(LocalUrl(server.port(), "/"));
  ASSERT_TRUE(answer.ok()) << answer.status();
  EXPECT_TRUE(answer->too_large);
  EXPECT_EQ(answer->body.size(), 1000U);
}

}  // namespace
}  // namespace waypost::fetch
