#pragma once

// The days whose sessions an index knows when they are not simply every week's.

#include "engine/core/date.h"

namespace waypost::oracle {

struct KnownDays {
  Date first;
  Date last;
  bool Has(Date day) const { return day >= first && day <= last; }
};

// From two days before the date of the build to 400 days after it.
inline KnownDays KnownDaysOf(Date as_of) {
  return {as_of - std::chrono::days(2), as_of + std::chrono::days(400)};
}

}  // namespace waypost::oracle
