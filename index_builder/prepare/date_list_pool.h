#pragma once

// Equal date lists once: builds the jagged column behind `DateLists`.
//
//   DateListPool pool(horizon);
//   session.dates = pool.Add(row.dates);
//
// Ids are given out in order of first appearance, so the same documents in the same order give the
// same bytes.

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "engine/core/date.h"
#include "engine/core/ids.h"
#include "engine/hours/session.h"

namespace waypost::prepare {

class DateListPool {
 public:
  explicit DateListPool(const Horizon& horizon) : horizon_(horizon) {}

  // REQUIRES: `dates` ascending, no repeats, inside the horizon. O(length + log lists).
  DateListId Add(std::span<const Date> dates);

  // The columns so far; the views in `lists` end with the pool or its next Add.
  const std::vector<std::uint32_t>& offsets() const { return offsets_; }
  const std::vector<std::uint16_t>& values() const { return values_; }
  DateLists lists() const { return {horizon_, offsets_, values_}; }

 private:
  Horizon horizon_;
  std::vector<std::uint32_t> offsets_ = {0};
  std::vector<std::uint16_t> values_;
  std::map<std::vector<std::uint16_t>, DateListId> ids_;
};

}  // namespace waypost::prepare
