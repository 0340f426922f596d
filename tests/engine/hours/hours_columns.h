#pragma once

// Plain rows as the columns that MatchesDay reads.

#include <vector>

#include "engine/hours/session.h"
#include "tests/engine/hours/slow_time_window.h"

namespace waypost {

// Owns the columns of one document.
class HoursColumns {
 public:
  HoursColumns(const PlainHours& hours, const Horizon& horizon);

  DocumentHours hours() const { return {weekly_, dated_, state_}; }
  DateLists lists() const { return {horizon_, offsets_, values_}; }

 private:
  void AddWeekly(const PlainRow& row);
  void AddDated(const PlainRow& row);

  Horizon horizon_;
  std::vector<WeeklySession> weekly_;
  std::vector<DatedSession> dated_;
  std::vector<std::uint32_t> offsets_ = {0};
  std::vector<std::uint16_t> values_;
  std::uint8_t state_ = 0;
};

}  // namespace waypost
