#pragma once

// Which days meet the BY parts of a recurrence rule, whatever its interval and bounds.
//
// What a rule leaves to its dtstart (weekday, day of the month, month of the year) counts as a
// part. O(1) a day, however long the lists.

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>

#include "engine/core/date.h"
#include "index_builder/prepare/recurrence.h"

namespace waypost::prepare {

class RuleDays {
 public:
  explicit RuleDays(const Recurrence& rule);

  // byweekno is not looked at: those rules are stepped through by week.
  bool Has(Date date) const;

 private:
  // A set of positions counted from 1, from the start and from the end of a period.
  template <std::size_t kMost>
  class Positions {
   public:
    void Add(int position) {
      (position > 0 ? from_start_ : from_end_).set(static_cast<std::size_t>(std::abs(position)));
    }
    // `position` of `size`, both at least 1 and at most kMost.
    bool Has(int position, int size) const {
      return from_start_.test(static_cast<std::size_t>(position)) ||
             from_end_.test(static_cast<std::size_t>(size + 1 - position));
    }
    bool empty() const { return from_start_.none() && from_end_.none(); }

   private:
    std::bitset<kMost + 1> from_start_, from_end_;
  };

  void AddImplied(const Recurrence& rule);
  void AddWeekday(const record::ByDay& byday);

  bool ordinals_count_in_years_;
  std::bitset<7> every_weekday_;  // without ordinal
  std::array<Positions<53>, 7> numbered_weekdays_;
  Positions<31> month_days_;
  Positions<366> year_days_;
  std::optional<std::chrono::month> month_;
};

}  // namespace waypost::prepare
