#include "server/transport/http_server.h"

#include <httplib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <thread>
#include <utility>

#include "server/transport/connection.h"
#include "server/transport/connection_threads.h"
#include "server/transport/query_slots.h"

namespace waypost::server {
namespace {

// Threads beyond the limit, whose only work is to say 503 and wait for the client to take it.
constexpr std::size_t kRefusingThreads = 16;
constexpr std::chrono::milliseconds kRefusalLinger{500};
// The library asks for 5, and a sixth connection of a burst then waits a second for its second try.
constexpr int kBacklog = 1024;
// Between two attempts to accept after an error: memory or descriptors may be short for a moment.
constexpr std::chrono::milliseconds kRetry{100};
// Files, the index and the log, beside the connections.
constexpr std::size_t kOtherDescriptors = 128;

// The usual limit of 1,024 descriptors is less than the connections we promise.
void RaiseDescriptorLimit(std::size_t wanted) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, wanted);
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// The library's own choice, SO_REUSEPORT, would let a second server share the port unnoticed.
void AllowReuseOfAddress(int socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

std::size_t SlotsFor(const HttpServerOptions& options) {
  if (options.query_slots > 0) return options.query_slots;
  return std::max(1U, std::thread::hardware_concurrency());
}

// Void in cpp-httplib 0.11, bool in later ones.
using EnqueueResult =
    decltype(std::declval<httplib::TaskQueue&>().enqueue(std::declval<std::function<void()>>()));

// What the library hands connections to. It makes one for each round of accepting; the threads
// outlive it, so that a round that ends by an error need not wait for clients that stay connected.
class Handover final : public httplib::TaskQueue {
 public:
  explicit Handover(ConnectionThreads& threads) : threads_(threads) {}

  EnqueueResult enqueue(std::function<void()> task) override {
    threads_.Start(std::move(task));
    return static_cast<EnqueueResult>(true);
  }
  void shutdown() override {}

 private:
  ConnectionThreads& threads_;
};

}  // namespace

// The library listens, accepts and hands over; what a connection says is read by connection.h, for
// the library reads header lines of any length, cuts answers by Range and has no limit on a whole
// request.
class HttpServer::Impl : public httplib::Server {
 public:
  Impl(HttpServerOptions options, HttpHandler handler)
      : options_(std::move(options)),
        handler_(std::move(handler)),
        slots_(SlotsFor(options_)),
        settings_{.limits = {.target_bytes = options_.max_target_bytes,
                             .header_bytes = options_.max_header_bytes,
                             .body_bytes = options_.max_body_bytes},
                  .keep_alive = std::chrono::seconds(options_.keep_alive_seconds),
                  .read_time = std::chrono::seconds(options_.read_timeout_seconds),
                  .slot_wait = options_.slot_wait,
                  .handler = handler_,
                  .needs_slot = options_.needs_slot,
                  .when_busy = options_.when_busy,
                  .slots = slots_,
                  .stop = stop_},
        threads_(options_.max_connections + kRefusingThreads) {
    set_tcp_nodelay(true);
    set_socket_options(AllowReuseOfAddress);
    new_task_queue = [this] { return new Handover(threads_); };
  }

  ~Impl() override {
    if (!ran_ && svr_sock_ >= 0) ::close(svr_sock_);
    if (listener_ >= 0) ::close(listener_);
  }

  absl::StatusOr<int> Bind() {
    RaiseDescriptorLimit(options_.max_connections + kRefusingThreads + kOtherDescriptors);
    int port = options_.port;
    if (port == 0) {
      port = bind_to_any_port(options_.host);
    } else if (!bind_to_port(options_.host, port)) {
      port = -1;
    }
    if (port <= 0) {
      return Unavailable("cannot listen on " + options_.host + " port " +
                         std::to_string(options_.port) +
                         ": it is in use, or the host is no address of this machine; choose "
                         "another or stop the program that has it");
    }
    listener_ = ::dup(svr_sock_);
    if (listener_ < 0 || ::listen(listener_, kBacklog) != 0) {
      return Unavailable("cannot listen on " + options_.host + ": too many files are open");
    }
    return port;
  }

  void Run() {
    accepting_thread_ = std::this_thread::get_id();
    while (!stop_.raised()) {
      if (ran_ && !ListenAgain()) continue;
      ran_ = true;
      listen_after_bind();
    }
    threads_.Join();
  }

  // Only wakes the accepting thread, through a descriptor that nobody closes before the end.
  void Stop() {
    stop_.Raise();
    if (listener_ >= 0) ::shutdown(listener_, SHUT_RDWR);
  }

 private:
  // The library gives up accepting at its first error but EMFILE (ENFILE or ENOBUFS, say), and has
  // closed its descriptor then; ours still listens. False when there is none left for it yet.
  bool ListenAgain() {
    if (stop_.WaitFor(kRetry)) return false;
    svr_sock_ = ::dup(listener_);
    return svr_sock_ >= 0;
  }

  bool process_and_close_socket(int socket) override {
    const bool room = open_.fetch_add(1) < options_.max_connections;
    if (std::this_thread::get_id() == accepting_thread_) {
      RefuseConnection(socket, std::chrono::milliseconds(0), stop_);
    } else if (!room) {
      RefuseConnection(socket, kRefusalLinger, stop_);
    } else {
      ServeConnection(socket, settings_);
    }
    open_.fetch_sub(1);
    return true;
  }

  const HttpServerOptions options_;
  const HttpHandler handler_;
  QuerySlots slots_;
  StopSignal stop_;
  const ConnectionSettings settings_;

  ConnectionThreads threads_;
  std::thread::id accepting_thread_;
  std::atomic<std::size_t> open_ = 0;
  bool ran_ = false;   // then the library has closed its descriptor
  int listener_ = -1;  // a second descriptor of the listening socket, set once by Bind
};

HttpServer::HttpServer(HttpServerOptions options, HttpHandler handler)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler))) {}

HttpServer::~HttpServer() = default;

absl::StatusOr<int> HttpServer::Bind() { return impl_->Bind(); }

void HttpServer::Run() { impl_->Run(); }

void HttpServer::Stop() { impl_->Stop(); }

}  // namespace waypost::server
