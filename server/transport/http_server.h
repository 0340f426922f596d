#pragma once

// The one place that speaks HTTP: sockets, limits, threads. The only user of cpp-httplib.
//
//   HttpServer server(options, [&](const HttpRequest& request) { return router.Answer(request); });
//   ASSIGN_OR_RETURN(int port, server.Bind());     // 0 asked for any free port
//   server.Run();                                  // until Stop, from another thread or a signal
//
// Limits (architecture, "HTTP"): TCP_NODELAY always; a header line, the header block and the target
// are bounded (431, 414), so is a body (413); Range is ignored, so no answer grows by it; a
// connection that sends nothing is closed; connections are served by a pool that grows with demand
// to a set limit and answers 503 beyond it; at most `query_slots` handlers run at once, others
// wait in line, `slot_wait` at most, then it is 503 too, as `when_busy` says it. Errors of the
// transport itself are problem+json with CORS too.
//
// Stop lets requests under way finish; answers in pieces, which may be long, have
// `read_timeout_seconds` left for that, and are then cut so that the client sees it. HEAD is
// answered as GET without the body.

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "engine/core/status.h"
#include "server/transport/http.h"

namespace waypost::server {

struct HttpServerOptions {
  std::string host = "127.0.0.1";
  int port = 8080;
  std::size_t max_connections = 1100;
  std::size_t query_slots = 0;  // 0: as many as cores
  std::chrono::milliseconds slot_wait{2000};
  RequestTest needs_slot;  // requests that wait for a slot; empty: all
  HttpHandler when_busy;   // answers, at once, who has waited too long; empty: problem+json
  std::size_t max_target_bytes = std::size_t{8} * 1024;   // path and query string
  std::size_t max_header_bytes = std::size_t{16} * 1024;  // all header lines together
  std::size_t max_body_bytes = std::size_t{64} * 1024;
  int keep_alive_seconds = 2;
  int read_timeout_seconds = 5;
};

class HttpServer {
 public:
  HttpServer(HttpServerOptions options, HttpHandler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // The port that was bound. Errors: Unavailable when the address is in use or not ours.
  absl::StatusOr<int> Bind();

  // Serves until Stop; no error of a socket ends it before. REQUIRES: Bind returned OK.
  void Run();

  // Safe from any thread; returns at once.
  void Stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace waypost::server
