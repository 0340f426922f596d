#include "index_builder/fetch/httplib_exchange.h"

#include <httplib.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/core/ascii.h"
#include "index_builder/fetch/guarded_stream.h"

namespace waypost::fetch {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

// Packed bodies and their frames are never longer than what they hold, by much.
constexpr std::size_t kFrameBytes = std::size_t{1} << 20U;

// The library's client on a stream of ours: this one private virtual is where it makes its own.
template <typename Library>
class Guarded final : public Library {
 public:
  Guarded(const Url& url, const ExchangeLimits& limits)
      : Library(url.host(), url.port()), limits_(limits) {}

  void StartAnswer() { deadline_ = std::chrono::steady_clock::now() + limits_.total; }

 private:
  using Socket = typename Library::Socket;

  bool process_socket(const Socket& socket,
                      std::function<bool(httplib::Stream&)> callback) override {
    GuardedStream stream(socket.sock, socket.ssl, deadline_, limits_.read,
                         limits_.body_bytes + kFrameBytes);
    return callback(stream);
  }

  const ExchangeLimits limits_;
  SteadyTime deadline_;
};

std::string Told(httplib::Error error) {
  switch (error) {
    case httplib::Error::Connection:
      return "no connection (no such host, or nobody listens)";
    case httplib::Error::ConnectionTimeout:
      return "no connection in time";
    case httplib::Error::SSLConnection:
      return "no secure connection (TLS)";
    case httplib::Error::Read:
      return "no whole answer: cut short, too slow, or no HTTP";
    case httplib::Error::Write:
      return "the connection was closed";
    default:
      return "the library says: " + httplib::to_string(error);
  }
}

// Wrong certificates stay wrong, whenever one asks.
absl::Status StatusOf(httplib::Error error, const Url& url) {
  std::string where = url.Text() + ": ";
  if (error == httplib::Error::SSLServerVerification) {
    where += "its certificate is not trusted; renew it, or name its authority with --ca FILE";
    return FailedPrecondition(where);
  }
  if (error == httplib::Error::SSLLoadingCerts) {
    where += "the certificates of authorities cannot be read; name a file of them with --ca FILE";
    return FailedPrecondition(where);
  }
  where += Told(error);
  return Unavailable(where);
}

}  // namespace

class HttplibExchange::Connection {
 public:
  Connection(const Url& url, const ExchangeOptions& options) : options_(options) {
    if (url.is_secure()) {
      auto client = std::make_unique<Guarded<httplib::SSLClient>>(url, options.limits);
      client->enable_server_certificate_verification(true);
      if (!options.certificates.empty()) client->set_ca_cert_path(options.certificates);
      start_ = [guarded = client.get()] { guarded->StartAnswer(); };
      client_ = std::move(client);
    } else {
      auto client = std::make_unique<Guarded<httplib::ClientImpl>>(url, options.limits);
      start_ = [guarded = client.get()] { guarded->StartAnswer(); };
      client_ = std::move(client);
    }
    client_->set_keep_alive(true);
    client_->set_tcp_nodelay(true);
    client_->set_url_encode(false);  // Url is encoded
    client_->set_connection_timeout(options.limits.connect);
    client_->set_read_timeout(options.limits.read);
    client_->set_write_timeout(options.limits.read);
  }

  absl::StatusOr<HttpAnswer> Get(const Url& url) {
    HttpAnswer answer;
    const auto take = [&](const char* bytes, std::size_t size) {
      const std::size_t room = options_.limits.body_bytes - answer.body.size();
      answer.too_large = size > room;
      answer.body.append(bytes, std::min(size, room));
      return !answer.too_large;
    };
    const auto take_head = [&](const httplib::Response& head) {
      answer.status = head.status;
      for (const auto& [name, value] : head.headers) {
        answer.headers.emplace_back(LowerCase(name), value);
      }
      return true;
    };
    start_();
    const httplib::Headers headers = {{"User-Agent", options_.user_agent},
                                      {"Accept", "application/json"},
                                      {"Accept-Encoding", "gzip"}};
    const httplib::Result result = client_->Get(url.Target(), headers, take_head, take);
    if (!result && !answer.too_large) return StatusOf(result.error(), url);
    return answer;
  }

 private:
  const ExchangeOptions& options_;
  std::unique_ptr<httplib::ClientImpl> client_;
  std::function<void()> start_;
};

HttplibExchange::HttplibExchange(ExchangeOptions options) : options_(std::move(options)) {}
HttplibExchange::~HttplibExchange() = default;

absl::StatusOr<HttpAnswer> HttplibExchange::Get(const Url& url) {
  if (connection_ == nullptr || origin_ != url.Origin()) {
    connection_ = std::make_unique<Connection>(url, options_);
    origin_ = url.Origin();
  }
  absl::StatusOr<HttpAnswer> answer = connection_->Get(url);
  // What is left of an answer that was cut must not be taken for the next one.
  if (!answer.ok() || answer->too_large) connection_.reset();
  return answer;
}

}  // namespace waypost::fetch
