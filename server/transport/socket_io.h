#pragma once

// Reading and writing a connected socket against a deadline, woken early when the server stops.
//
// The deadline is for a whole head or a whole answer: a limit for each read alone lets a client
// hold a thread for hours with one byte every few seconds. Errors of the socket are all the same
// here: the connection is over.

#include <chrono>
#include <cstddef>
#include <span>
#include <string_view>

namespace waypost::server {

using Deadline = std::chrono::steady_clock::time_point;

// A file descriptor that becomes readable for good once Raise was called. Safe from any thread.
class StopSignal {
 public:
  StopSignal();  // throws std::system_error when the process has no descriptor left
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  void Raise();
  bool raised() const { return WaitFor(std::chrono::milliseconds(0)); }
  // Whether Raise was called, before or within `time`.
  bool WaitFor(std::chrono::milliseconds time) const;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

enum class ReadEnd { kRead, kClosed, kTimeout, kStopped };

struct ReadResult {
  ReadEnd end = ReadEnd::kClosed;
  std::size_t bytes = 0;  // at least 1 with kRead, else 0
};

// Waits for bytes and reads at most `into.size()`. What has already arrived is read even after
// `stop`.
ReadResult ReadSome(int socket, std::span<char> into, Deadline deadline, const StopSignal& stop);

// False when the client is gone or too slow. Not stopped by a StopSignal: answers are finished.
bool WriteAll(int socket, std::string_view bytes, Deadline deadline);

// Closes so that an answer just written is not lost: bytes that arrive and are not read make the
// kernel throw the answer away. Reads and drops at most `budget` bytes until `deadline`.
void CloseAfterAnswer(int socket, std::size_t budget, Deadline deadline, const StopSignal& stop);

// Closes so that the client gets an error, and takes no part of an answer for the whole.
void CloseAsBroken(int socket);

}  // namespace waypost::server
