#pragma once

// Where "now" comes from. A request reads its clock once; tests and `--clock TIME` set it.
//
// Clocks are safe to use from any thread.

#include "engine/core/date.h"

namespace waypost {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Moment Now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Moment Now() const override;
};

// Always the same moment.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Moment now) : now_(now) {}
  Moment Now() const override { return now_; }

 private:
  Moment now_;
};

}  // namespace waypost
