#include "index_builder/fetch/guarded_stream.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <climits>
#include <cstring>

namespace waypost::fetch {

using std::chrono::milliseconds;

bool GuardedStream::WaitFor(short events) const {
  const auto left =
      std::chrono::duration_cast<milliseconds>(deadline_ - std::chrono::steady_clock::now());
  const auto wait = std::clamp<long long>(std::min(left, part_).count(), 0, INT_MAX);
  pollfd waiting{.fd = socket_, .events = events, .revents = 0};
  return left.count() > 0 && ::poll(&waiting, 1, static_cast<int>(wait)) > 0;
}

bool GuardedStream::is_readable() const {
  return begin_ < end_ || (tls_ != nullptr && SSL_pending(tls_) > 0) || WaitFor(POLLIN);
}

bool GuardedStream::is_writable() const { return WaitFor(POLLOUT); }

bool GuardedStream::Fill() {
  if (!is_readable() || bytes_ >= max_bytes_) return false;
  ssize_t got = 0;
  if (tls_ != nullptr) {
    got = SSL_read(tls_, buffer_.data(), static_cast<int>(buffer_.size()));
  } else {
    got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
  }
  if (got <= 0) return false;
  begin_ = 0;
  end_ = static_cast<std::size_t>(got);
  bytes_ += end_;
  return true;
}

// The library reads as many lines again after "100 Continue", which nobody asked for: refused.
bool GuardedStream::Admit(char c) {
  if (++head_bytes_ > kMaxHead) return false;
  if (in_first_line_) {
    if (first_line_.size() >= kMaxFirstLine) return false;
    first_line_ += c;
  }
  if (c == '\n') {
    if (in_first_line_ && first_line_.find(" 100") == 8) return false;
    in_first_line_ = false;
    in_head_ = ++line_ends_ < 2;
  } else if (c != '\r') {
    line_ends_ = 0;
  }
  return true;
}

ssize_t GuardedStream::read(char* into, size_t size) {
  if (begin_ == end_ && !Fill()) return -1;
  const std::size_t taken = std::min(size, end_ - begin_);
  for (std::size_t i = 0; i < taken && in_head_; ++i) {
    if (!Admit(buffer_[begin_ + i])) return -1;
  }
  std::memcpy(into, buffer_.data() + begin_, taken);
  begin_ += taken;
  return static_cast<ssize_t>(taken);
}

ssize_t GuardedStream::write(const char* bytes, size_t size) {
  if (!is_writable()) return -1;
  if (tls_ != nullptr) {
    return SSL_write(tls_, bytes, static_cast<int>(std::min<std::size_t>(size, INT_MAX)));
  }
  return ::send(socket_, bytes, size, MSG_NOSIGNAL);
}

void GuardedStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

void GuardedStream::get_local_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

}  // namespace waypost::fetch
