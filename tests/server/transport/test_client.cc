#include "tests/server/transport/test_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <utility>

namespace waypost::server {

bool Reply::Has(std::string_view line) const {
  return head.find("\r\n" + std::string(line) + "\r\n") != std::string::npos;
}

TestClient::TestClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    throw std::runtime_error("cannot connect");
  }
}

TestClient::~TestClient() { ::close(socket_); }

bool TestClient::Send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool TestClient::Receive() {
  std::array<char, 4096> bytes;
  const auto got = ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (got <= 0) return false;
  received_.append(bytes.data(), static_cast<std::size_t>(got));
  return true;
}

Reply TestClient::Read(bool without_body) {
  std::size_t end = 0;
  while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
    if (!Receive()) return {};
  }
  Reply reply{.status = std::stoi(received_.substr(9, 3)), .head = received_.substr(0, end + 2)};
  received_.erase(0, end + 4);
  const std::size_t length_at = reply.head.find("Content-Length: ");
  if (without_body || length_at == std::string::npos) return reply;
  const std::size_t length = std::stoul(reply.head.substr(length_at + 16));
  while (received_.size() < length) {
    if (!Receive()) return {};
  }
  reply.body = received_.substr(0, length);
  received_.erase(0, length);
  return reply;
}

std::string TestClient::ReadAll() {
  while (Receive()) {
  }
  return std::exchange(received_, {});
}

bool TestClient::IsBroken() {
  errno = 0;
  ReadAll();
  return errno == ECONNRESET;
}

bool TestClient::IsClosed() { return received_.empty() && !Receive(); }

TestServer::TestServer(HttpServerOptions options, HttpHandler handler)
    : server_(
          [&] {
            options.port = 0;
            return std::move(options);
          }(),
          std::move(handler)) {
  auto port = server_.Bind();
  if (!port.ok()) throw std::runtime_error(MessageOf(port.status()));
  port_ = *port;
  thread_ = std::thread([this] { server_.Run(); });
}

TestServer::~TestServer() {
  Stop();
  Join();
}

void TestServer::Join() {
  if (thread_.joinable()) thread_.join();
}

std::string RequestText(std::string_view method, std::string_view target,
                        std::string_view headers) {
  std::string out(method);
  out.append(" ").append(target).append(" HTTP/1.1\r\nHost: test\r\n").append(headers);
  return out.append("\r\n");
}

}  // namespace waypost::server
