#include "server/transport/query_slots.h"

namespace waypost::server {

std::size_t QuerySlots::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

bool QuerySlots::Take(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  if (free_ > 0) {
    --free_;
    return true;
  }
  Turn turn;
  const auto place = waiting_.insert(waiting_.end(), &turn);
  if (turn.came.wait_for(lock, patience, [&] { return turn.has_come; })) return true;
  waiting_.erase(place);
  return false;
}

// A slot goes from hand to hand: put back first, it could be taken by one who has just come.
void QuerySlots::GiveBack() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) {
    ++free_;
    return;
  }
  Turn& next = *waiting_.front();
  waiting_.pop_front();
  next.has_come = true;
  // Under the lock: once it sees its turn, the other may be gone, and the condition with it.
  next.came.notify_one();
}

}  // namespace waypost::server
