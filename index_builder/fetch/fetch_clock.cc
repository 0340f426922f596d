#include "index_builder/fetch/fetch_clock.h"

#include <thread>

namespace waypost::fetch {

FetchClock::Time SystemFetchClock::Now() const { return std::chrono::steady_clock::now(); }

Moment SystemFetchClock::UtcNow() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void SystemFetchClock::Wait(std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }

}  // namespace waypost::fetch
