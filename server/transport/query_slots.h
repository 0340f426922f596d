#pragma once

// At most so many handlers at once; the others wait their turn. A connection costs little while it
// waits, a query costs a core, so there are many connections and few slots.
//
//   QuerySlots slots(4);
//   const QuerySlots::Held slot(slots);   // waits; given back at the end of the scope
//
// Safe from any thread.

#include <condition_variable>
#include <cstddef>
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
    explicit Held(QuerySlots& slots);
    ~Held();
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

   private:
    QuerySlots& slots_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable freed_;
  std::size_t free_;
};

}  // namespace waypost::server
