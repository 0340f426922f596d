#pragma once

// What the HTTP library reads an answer from: a connected socket, with or without TLS, that ends
// when the answer as a whole takes too long, or when its head has more bytes, or its first line is
// longer, than any honest server sends.

#include <httplib.h>

#include <array>
#include <chrono>
#include <cstddef>

namespace waypost::fetch {

class GuardedStream : public httplib::Stream {
 public:
  static constexpr std::size_t kMaxFirstLine = 512;
  static constexpr std::size_t kMaxHead = std::size_t{64} * 1024;

  // `tls` may be null. `deadline` is for everything, `part` for the wait for any one part.
  // `max_bytes` is for all that is read. Borrows socket and TLS.
  GuardedStream(socket_t socket, SSL* tls, std::chrono::steady_clock::time_point deadline,
                std::chrono::milliseconds part, std::size_t max_bytes)
      : socket_(socket), tls_(tls), deadline_(deadline), part_(part), max_bytes_(max_bytes) {}

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* into, size_t size) override;
  ssize_t write(const char* bytes, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  bool WaitFor(short events) const;
  bool Fill();
  // False when the head is one that must not reach the library.
  bool Admit(char c);

  const socket_t socket_;
  SSL* const tls_;
  const std::chrono::steady_clock::time_point deadline_;
  const std::chrono::milliseconds part_;
  const std::size_t max_bytes_;

  std::array<char, 16 * 1024> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t bytes_ = 0;  // read in all

  std::string first_line_;
  bool in_first_line_ = true;
  bool in_head_ = true;
  int line_ends_ = 0;  // one after another
  std::size_t head_bytes_ = 0;
};

}  // namespace waypost::fetch
