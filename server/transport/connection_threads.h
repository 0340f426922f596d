#pragma once

// The threads that connections run on: as many as there are connections, up to a limit.
//
// A fixed pool would make a request wait behind idle keep-alive connections; a thread for each
// costs 19 kB of memory. Threads are kept for the next connection, so a steady load starts none.
//
// A connection beyond the limit runs at once on the caller's thread, the one that accepts: the
// server sees that by the thread and refuses it without waiting.
//
// Start and Join come from the accepting thread alone.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace waypost::server {

class ConnectionThreads {
 public:
  explicit ConnectionThreads(std::size_t limit) : limit_(limit) {}
  ~ConnectionThreads() { Join(); }
  ConnectionThreads(const ConnectionThreads&) = delete;
  ConnectionThreads& operator=(const ConnectionThreads&) = delete;

  void Start(std::function<void()> task);

  // Returns when all tasks have run.
  void Join();

 private:
  void RunTasks();
  // False when the system has no thread left.
  bool StartThread();

  const std::size_t limit_;
  std::vector<std::thread> threads_;  // of the accepting thread alone

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  std::size_t idle_ = 0;
  bool ending_ = false;
};

}  // namespace waypost::server
