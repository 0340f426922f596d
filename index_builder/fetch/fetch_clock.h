#pragma once

// Time as a client of other people's servers needs it: to keep its pace and to wait its turn.
// An interface, so that tests wait for nothing.

#include <chrono>

#include "engine/core/date.h"

namespace waypost::fetch {

class FetchClock {
 public:
  using Time = std::chrono::steady_clock::time_point;

  virtual ~FetchClock() = default;
  virtual Time Now() const = 0;
  virtual Moment UtcNow() const = 0;
  virtual void Wait(std::chrono::milliseconds time) = 0;
};

class SystemFetchClock : public FetchClock {
 public:
  Time Now() const override;
  Moment UtcNow() const override;
  void Wait(std::chrono::milliseconds time) override;
};

}  // namespace waypost::fetch
