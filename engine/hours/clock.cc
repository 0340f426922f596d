#include "engine/hours/clock.h"

#include <chrono>

namespace waypost {

Moment SystemClock::Now() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace waypost
