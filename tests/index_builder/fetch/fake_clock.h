#pragma once

// A clock that passes only when somebody waits, and remembers for how long.

#include <vector>

#include "index_builder/fetch/fetch_clock.h"

namespace waypost::fetch {

class FakeClock : public FetchClock {
 public:
  Time Now() const override { return now_; }
  Moment UtcNow() const override {
    return Moment(std::chrono::duration_cast<std::chrono::seconds>(now_.time_since_epoch()));
  }
  void Wait(std::chrono::milliseconds time) override {
    waits.push_back(time);
    now_ += time;
  }
  void Pass(std::chrono::milliseconds time) { now_ += time; }

  std::vector<std::chrono::milliseconds> waits;

 private:
  Time now_{std::chrono::hours(24)};
};

}  // namespace waypost::fetch
