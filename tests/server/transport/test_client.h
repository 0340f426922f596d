#pragma once

// A client that says exactly the bytes it is told to, and a server on a free port of 127.0.0.1.

#include <cstddef>
#include <string>
#include <string_view>
#include <thread>

#include "server/transport/http_server.h"

namespace waypost::server {

struct Reply {
  int status = 0;  // 0: the connection ended before an answer
  std::string head;
  std::string body;
  bool Has(std::string_view line) const;  // a header line, whole
};

class TestClient {
 public:
  explicit TestClient(int port);
  ~TestClient();
  TestClient(const TestClient&) = delete;
  TestClient& operator=(const TestClient&) = delete;

  // False when the server no longer takes bytes.
  bool Send(std::string_view bytes);
  Reply Read(bool without_body = false);
  // All bytes that come until the server closes.
  std::string ReadAll();
  // Whether the server closed the connection without a further byte. Waits for it.
  bool IsClosed();
  // Whether the connection ends with an error after all bytes that come. Waits for it.
  bool IsBroken();

 private:
  bool Receive();

  int socket_;
  std::string received_;
};

// Runs from construction to destruction.
class TestServer {
 public:
  TestServer(HttpServerOptions options, HttpHandler handler);
  ~TestServer();
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  int port() const { return port_; }
  void Stop() { server_.Stop(); }
  void Join();

 private:
  HttpServer server_;
  int port_ = 0;
  std::thread thread_;
};

// A request without a body: "GET /a HTTP/1.1" with Host and `headers`, each ending with "\r\n".
std::string RequestText(std::string_view method, std::string_view target,
                        std::string_view headers = "");

}  // namespace waypost::server
