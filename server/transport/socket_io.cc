#include "server/transport/socket_io.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <limits>
#include <system_error>

namespace waypost::server {
namespace {

// What poll takes: rounded up, so that it does not return just before the deadline again and again.
int MillisecondsUntil(Deadline deadline) {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  return static_cast<int>(
      std::clamp<std::int64_t>(left.count(), 0, std::numeric_limits<int>::max()));
}

bool IsTemporary(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

}  // namespace

StopSignal::StopSignal() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}

StopSignal::~StopSignal() { ::close(descriptor_); }

void StopSignal::Raise() {
  const std::uint64_t one = 1;
  // Fails only when the counter is full, and then it is readable already.
  [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof(one));
}

bool StopSignal::WaitFor(std::chrono::milliseconds time) const {
  pollfd entry{.fd = descriptor_, .events = POLLIN, .revents = 0};
  return ::poll(&entry, 1, static_cast<int>(time.count())) > 0;
}

ReadResult ReadSome(int socket, std::span<char> into, Deadline deadline, const StopSignal& stop) {
  while (true) {
    const auto got = ::recv(socket, into.data(), into.size(), MSG_DONTWAIT);
    if (got > 0) return {ReadEnd::kRead, static_cast<std::size_t>(got)};
    if (got == 0 || !IsTemporary(errno)) return {ReadEnd::kClosed};
    std::array<pollfd, 2> entries = {
        pollfd{.fd = socket, .events = POLLIN, .revents = 0},
        pollfd{.fd = stop.descriptor(), .events = POLLIN, .revents = 0}};
    const int ready = ::poll(entries.data(), entries.size(), MillisecondsUntil(deadline));
    if (ready == 0) return {ReadEnd::kTimeout};
    if (ready < 0 && errno != EINTR) return {ReadEnd::kClosed};
    if (ready > 0 && entries[0].revents == 0) return {ReadEnd::kStopped};
    if (ready < 0 && std::chrono::steady_clock::now() >= deadline) return {ReadEnd::kTimeout};
  }
}

bool WriteAll(int socket, std::string_view bytes, Deadline deadline) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
      continue;
    }
    if (!IsTemporary(errno)) return false;
    pollfd entry{.fd = socket, .events = POLLOUT, .revents = 0};
    const int ready = ::poll(&entry, 1, MillisecondsUntil(deadline));
    if (ready == 0 || (ready < 0 && errno != EINTR)) return false;
  }
  return true;
}

void CloseAfterAnswer(int socket, std::size_t budget, Deadline deadline, const StopSignal& stop) {
  ::shutdown(socket, SHUT_WR);
  std::array<char, 4096> dropped;
  while (budget > 0 && std::chrono::steady_clock::now() < deadline) {
    const ReadResult result = ReadSome(socket, dropped, deadline, stop);
    if (result.end != ReadEnd::kRead) break;
    budget -= std::min(budget, result.bytes);
  }
  ::close(socket);
}

void CloseAsBroken(int socket) {
  const linger reset{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &reset, sizeof(reset));
  ::close(socket);
}

}  // namespace waypost::server
