#pragma once

// At most so many handlers at once; the others wait their turn, first come first served, and not
// for ever. A connection costs little while it waits, a query costs a core, so there are many
// connections and few slots.
//
//   QuerySlots slots(4);
//   const QuerySlots::Held slot(slots, std::chrono::seconds(2));  // given back at the scope's end
//   if (!slot) return Busy();
//
// Safe from any thread.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <list>
#include <mutex>

namespace waypost::server {

class QuerySlots {
 public:
  // REQUIRES: count > 0.
  explicit QuerySlots(std::size_t count) : free_(count) {}
  QuerySlots(const QuerySlots&) = delete;
  QuerySlots& operator=(const QuerySlots&) = delete;

  class Held {
   public:
    // Waits at most `patience`.
    Held(QuerySlots& slots, std::chrono::milliseconds patience)
        : slots_(slots), is_held_(slots.Take(patience)) {}
    ~Held() {
      if (is_held_) slots_.GiveBack();
    }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

    explicit operator bool() const { return is_held_; }

   private:
    QuerySlots& slots_;
    const bool is_held_;
  };

  // How many wait now.
  std::size_t waiting() const;

 private:
  // One who waits; lives on its own stack.
  struct Turn {
    std::condition_variable came;
    bool has_come = false;
  };

  bool Take(std::chrono::milliseconds patience);
  void GiveBack();

  mutable std::mutex mutex_;
  std::size_t free_;          // above 0 only while nobody waits
  std::list<Turn*> waiting_;  // in the order of coming
};

}  // namespace waypost::server
