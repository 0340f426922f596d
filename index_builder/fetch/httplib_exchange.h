#pragma once

// HTTP and HTTPS over real sockets, by cpp-httplib.
//
// The other side may be anything. Certificates are verified. A whole answer has a deadline, its
// head and its body have limits; the library itself has none for heads, and matches the first line
// with a recursion as deep as the line is long, so its stream is ours (GuardedStream).
//
// Connections are kept for the next request to the same origin. Not for several threads.

#include <memory>
#include <string>

#include "index_builder/fetch/http_exchange.h"

namespace waypost::fetch {

struct ExchangeLimits {
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds read{30'000};           // for any one part of an answer
  std::chrono::milliseconds total{120'000};         // for all of it
  std::size_t body_bytes = std::size_t{32} << 20U;  // unpacked
};

struct ExchangeOptions {
  ExchangeLimits limits;
  std::string user_agent = "Waypost (waypost-index validate)";
  std::string certificates;  // a file of authorities to trust; "" takes the system's
};

class HttplibExchange : public HttpExchange {
 public:
  explicit HttplibExchange(ExchangeOptions options);
  ~HttplibExchange() override;

  absl::StatusOr<HttpAnswer> Get(const Url& url) override;

 private:
  class Connection;

  const ExchangeOptions options_;
  std::string origin_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace waypost::fetch
