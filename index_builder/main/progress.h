#pragma once

// One line on the terminal that says how far a long piece of work is, at what rate, and how long it
// will still take. Nothing at all when the output is no terminal.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace waypost::builder {

class Progress {
 public:
  // Starts a thread that redraws the line a few times a second.
  explicit Progress(bool to_terminal);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Begins a piece of work of `total` steps (bytes), 0 when it is not known.
  void Begin(const std::string& what, std::uint64_t total);
  // Safe from any thread.
  void Advance(std::uint64_t steps) { done_ += steps; }
  void CountRecords(std::uint64_t records) { records_ += records; }

 private:
  void Draw();

  const bool to_terminal_;
  std::atomic<std::uint64_t> done_{0};
  std::atomic<std::uint64_t> records_{0};
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::string what_;
  std::uint64_t total_ = 0;
  std::chrono::steady_clock::time_point begun_;
  std::thread drawer_;
};

}  // namespace waypost::builder
