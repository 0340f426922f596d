#include "server/transport/connection_threads.h"

#include <system_error>
#include <utility>

namespace waypost::server {

void ConnectionThreads::Start(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    // A task that waits has an idle thread of its own on the way to it.
    const bool enough = tasks_.size() < idle_;
    if (enough || (threads_.size() < limit_ && StartThread())) {
      tasks_.push_back(std::move(task));
      task = nullptr;
    }
  }
  if (task) {
    task();
  } else {
    changed_.notify_one();
  }
}

void ConnectionThreads::Join() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

bool ConnectionThreads::StartThread() {
  try {
    threads_.emplace_back([this] { RunTasks(); });
  } catch (const std::system_error&) {
    return false;
  }
  ++idle_;  // counted here, or two connections in a row would both count on it
  return true;
}

void ConnectionThreads::RunTasks() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    const std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    --idle_;
    lock.unlock();
    task();
    lock.lock();
    ++idle_;
  }
}

}  // namespace waypost::server
