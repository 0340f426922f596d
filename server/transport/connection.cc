#include "server/transport/connection.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "server/transport/content_coding.h"
#include "server/transport/response_bytes.h"

namespace waypost::server {
namespace {

constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::size_t kReadBytes = 4096;
// Some old clients end a body with an empty line, so a few may come before a request (RFC 9112).
constexpr std::size_t kEmptyLines = 4;
// After a refusal: what a client may still be sending, a body just over the limit for instance.
constexpr std::size_t kDroppedBytes = std::size_t{1024} * 1024;
constexpr std::chrono::milliseconds kLinger{1000};

Deadline After(std::chrono::milliseconds time) { return std::chrono::steady_clock::now() + time; }

// What became of an attempt to read a request.
struct Arrival {
  std::optional<RequestHead> head;  // with its body, in `head->request.body`
  int refusal = 0;                  // else a status to answer, or 0 to close without a word
};

class Connection {
 public:
  Connection(int socket, const ConnectionSettings& settings)
      : socket_(socket), settings_(settings) {}

  // Returns false when an answer ended before its end, in a way that its form does not tell.
  bool Serve() {
    auto patience = settings_.read_time;  // the first request may take as long as a slow network
    while (true) {
      Arrival arrival = ReadRequest(patience);
      if (!arrival.head) {
        if (arrival.refusal != 0) Send(TransportProblem(arrival.refusal), false, true);
        break;
      }
      const HttpResponse response = Answer(arrival.head->request);
      const bool without_body = arrival.head->request.method == "HEAD";
      const bool in_pieces = response.more != nullptr && response.status == 200;
      const bool close =
          arrival.head->close || settings_.stop.raised() || (in_pieces && arrival.head->is_old);
      const bool sent = in_pieces ? SendPieces(response, *arrival.head, close)
                                  : Send(response, without_body, close);
      if (!sent && in_pieces && arrival.head->is_old) return false;
      if (!sent || close) break;
      patience = settings_.keep_alive;
    }
    return true;
  }

 private:
  Arrival ReadRequest(std::chrono::seconds patience) {
    if (received_.empty() && ReadMore(After(patience)) != ReadEnd::kRead) return {};
    const Deadline deadline = After(settings_.read_time);
    std::size_t end = 0;
    if (const auto refused = ReadUntilHeadEnd(deadline, end)) return *refused;
    auto parsed = ParseRequestHead(std::string_view(received_).substr(0, end), settings_.limits);
    if (const auto* refusal = std::get_if<HeadRefusal>(&parsed)) return {{}, refusal->status};
    received_.erase(0, end);
    RequestHead& head = std::get<RequestHead>(parsed);
    if (const auto refused = ReadBody(deadline, head)) return *refused;
    return {std::move(head), 0};
  }

  // `end` is where the head ends in `received_`. Returns what to answer when it never comes.
  std::optional<Arrival> ReadUntilHeadEnd(Deadline deadline, std::size_t& end) {
    std::size_t searched = 0;
    std::size_t empty_lines = 0;
    while (true) {
      if (searched == 0) empty_lines += DropEmptyLines();
      if (empty_lines > kEmptyLines) return Arrival{{}, 400};
      const std::size_t at = received_.find(kHeadEnd, searched);
      if (at != std::string::npos) {
        end = at + kHeadEnd.size();
        return std::nullopt;
      }
      if (const int status = RefusalOfUnfinishedHead(received_, settings_.limits)) {
        return Arrival{{}, status};
      }
      searched = received_.size() < kHeadEnd.size() ? 0 : received_.size() - kHeadEnd.size();
      const ReadEnd read = ReadMore(deadline);
      if (read == ReadEnd::kTimeout && !received_.empty()) return Arrival{{}, 408};
      if (read != ReadEnd::kRead) return Arrival{};
    }
  }

  // Returns how many there were.
  std::size_t DropEmptyLines() {
    std::size_t lines = 0;
    while (std::string_view(received_).substr(2 * lines).starts_with("\r\n")) ++lines;
    received_.erase(0, 2 * lines);
    return lines;
  }

  std::optional<Arrival> ReadBody(Deadline deadline, RequestHead& head) {
    if (head.expects_continue && received_.size() < head.body_bytes &&
        !WriteAll(socket_, "HTTP/1.1 100 Continue\r\n\r\n", deadline)) {
      return Arrival{};
    }
    while (received_.size() < head.body_bytes) {
      const ReadEnd read = ReadMore(deadline);
      if (read == ReadEnd::kTimeout) return Arrival{{}, 408};
      if (read != ReadEnd::kRead) return Arrival{};
    }
    head.request.body = received_.substr(0, head.body_bytes);
    received_.erase(0, head.body_bytes);
    return std::nullopt;
  }

  // A read after the deadline is a timeout even if bytes are there, or a client that keeps sending
  // would never meet it.
  ReadEnd ReadMore(Deadline deadline) {
    if (std::chrono::steady_clock::now() >= deadline) return ReadEnd::kTimeout;
    std::array<char, kReadBytes> bytes;
    const ReadResult result = ReadSome(socket_, bytes, deadline, settings_.stop);
    received_.append(bytes.data(), result.bytes);
    return result.end;
  }

  HttpResponse Answer(const HttpRequest& request) {
    try {
      if (settings_.needs_slot && !settings_.needs_slot(request)) {
        return Handle(settings_.handler, request);
      }
      const QuerySlots::Held slot(settings_.slots, settings_.slot_wait);
      if (slot) return Handle(settings_.handler, request);
      if (settings_.when_busy) return Handle(settings_.when_busy, request);
      return TransportProblem(503, IsRead(request));
    } catch (...) {
      // Whatever it was, the client learns only that it is not at fault.
      return TransportProblem(500, IsRead(request));
    }
  }

  static HttpResponse Handle(const HttpHandler& handler, const HttpRequest& request) {
    HttpResponse response = handler(request);
    CodeContent(request, response);
    if (response.status >= 200 && response.status <= 599) return response;
    return TransportProblem(500, IsRead(request));
  }

  bool Send(const HttpResponse& response, bool without_body, bool close) {
    return WriteAll(socket_, ResponseBytes(response, without_body, close),
                    After(settings_.read_time));
  }

  // Each piece has the time of a whole answer. Who reads slowly costs a connection and no turn;
  // once the server is to stop, all that is left has that time.
  bool SendPieces(const HttpResponse& response, const RequestHead& head, bool close) {
    const Framing framing = head.is_old ? Framing::kUntilClose : Framing::kChunks;
    const auto send = [&](std::string_view bytes) {
      return WriteAll(socket_, bytes, After(settings_.read_time));
    };
    if (!send(ResponseBytes(response, true, close, framing))) return false;
    if (head.request.method == "HEAD") return true;
    absl::StatusOr<std::string> piece = response.body;
    if (piece->empty()) piece = response.more();
    std::optional<Deadline> last;
    for (; piece.ok() && !piece->empty(); piece = response.more()) {
      if (!last && settings_.stop.raised()) last = After(settings_.read_time);
      if (last && std::chrono::steady_clock::now() >= *last) return false;
      if (!send(head.is_old ? *piece : ChunkBytes(*piece))) return false;
    }
    return piece.ok() && (head.is_old || send(ChunkBytes("")));
  }

  const int socket_;
  const ConnectionSettings& settings_;
  std::string received_;  // read and not yet used; may hold the next request
};

}  // namespace

void ServeConnection(int socket, const ConnectionSettings& settings) {
  try {
    if (!Connection(socket, settings).Serve()) return CloseAsBroken(socket);
  } catch (...) {
    // Memory ran out: this connection ends, the others go on.
  }
  CloseAfterAnswer(socket, kDroppedBytes, After(kLinger), settings.stop);
}

void RefuseConnection(int socket, std::chrono::milliseconds linger, const StopSignal& stop) {
  const Deadline deadline = After(linger);
  WriteAll(socket, ResponseBytes(TransportProblem(503), false, true), deadline);
  CloseAfterAnswer(socket, kDroppedBytes, deadline, stop);
}

}  // namespace waypost::server
