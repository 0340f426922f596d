#pragma once

// A bounded set of things that only one thread may use at a time, lent out and taken back.
//
//   HandlePool<Analyser> pool(8, [] { return Analyser::Create({}); });
//   ASSIGN_OR_RETURN(auto analyser, pool.Borrow());
//   analyser->Terms("warm space");                  // back in the pool when `analyser` goes
//
// Handles are made when first needed, at most `size` of them; the one given back last is lent
// first, as its caches are warmest. `Borrow` waits while all are out, so a thread must not borrow
// two of the same pool. All members are safe to call from any thread. The pool outlives its loans.

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "engine/core/status.h"

namespace waypost::text {

template <typename Handle>
class HandlePool {
 public:
  using Maker = std::function<absl::StatusOr<Handle>()>;

  class Loan {
   public:
    Loan(Loan&&) noexcept = default;
    Loan& operator=(Loan&&) = delete;
    ~Loan() {
      if (handle_ != nullptr) pool_->TakeBack(std::move(handle_));
    }

    Handle& operator*() const { return *handle_; }
    Handle* operator->() const { return handle_.get(); }

   private:
    friend class HandlePool;
    Loan(HandlePool* pool, std::unique_ptr<Handle> handle)
        : pool_(pool), handle_(std::move(handle)) {}

    HandlePool* pool_;
    std::unique_ptr<Handle> handle_;
  };

  // REQUIRES: size > 0. `make` is called without the lock, from several threads at once.
  HandlePool(std::size_t size, Maker make) : size_(size), make_(std::move(make)) {}
  HandlePool(const HandlePool&) = delete;
  HandlePool& operator=(const HandlePool&) = delete;

  // Errors: those of `make`; the place stays free, so the next call tries again.
  absl::StatusOr<Loan> Borrow() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !idle_.empty() || made_ < size_; });
    if (!idle_.empty()) {
      std::unique_ptr<Handle> handle = std::move(idle_.back());
      idle_.pop_back();
      return Loan(this, std::move(handle));
    }
    ++made_;
    lock.unlock();
    return Make();
  }

  std::size_t size() const { return size_; }

 private:
  absl::StatusOr<Loan> Make() {
    absl::StatusOr<Handle> handle = make_();
    if (!handle.ok()) {
      const std::lock_guard lock(mutex_);
      --made_;
      returned_.notify_one();
      return std::move(handle).status();
    }
    return Loan(this, std::make_unique<Handle>(std::move(handle).value()));
  }

  void TakeBack(std::unique_ptr<Handle> handle) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(handle));
    returned_.notify_one();
  }

  const std::size_t size_;
  const Maker make_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Handle>> idle_;
  std::size_t made_ = 0;  // lent or idle
};

}  // namespace waypost::text
