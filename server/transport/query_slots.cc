#include "server/transport/query_slots.h"

namespace waypost::server {

QuerySlots::Held::Held(QuerySlots& slots) : slots_(slots) {
  std::unique_lock lock(slots_.mutex_);
  slots_.freed_.wait(lock, [&] { return slots_.free_ > 0; });
  --slots_.free_;
}

QuerySlots::Held::~Held() {
  {
    const std::lock_guard lock(slots_.mutex_);
    ++slots_.free_;
  }
  slots_.freed_.notify_one();
}

}  // namespace waypost::server
