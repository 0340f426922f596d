#pragma once

// Random rows of a document, with every form well represented.

#include <random>

#include "tests/engine/hours/slow_time_window.h"
#include "tests/support/random_seed.h"

namespace waypost {

class RandomHours {
 public:
  explicit RandomHours(Date as_of) : as_of_(as_of), random_(testing::MakeRandom()) {}

  PlainHours Hours();

  int Between(int first, int last) {
    return static_cast<int>(testing::RandomWithin(random_, first, last));
  }
  bool OneIn(int n) { return Between(1, n) == 1; }
  Weekday AnyWeekday() { return static_cast<Weekday>(Between(0, 6)); }
  // Mostly on a few minutes, so that edges meet.
  int AnyMinute() { return OneIn(8) ? Between(0, 1439) : OneIn(9) ? 1439 : Between(0, 11) * 120; }

 private:
  PlainRow Row();
  void MakeWeekly(PlainRow& row);
  void MakeDated(PlainRow& row);

  Date as_of_;
  std::mt19937_64 random_;
};

}  // namespace waypost
