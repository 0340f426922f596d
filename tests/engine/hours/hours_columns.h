#pragma once

// Plain rows as the columns that judges read.

#include <vector>

#include "engine/hours/session.h"
#include "tests/engine/hours/slow_time_window.h"

namespace waypost {

// Owns the columns of one document.
class HoursColumns {
 public:
  HoursColumns(const PlainHours& hours, const Horizon& horizon,
               std::vector<BankHoliday> holidays = {});

  DocumentHours hours() const { return {ids_, state_}; }
  Calendar calendar() const {
    return {.sessions = sessions_, .lists = {horizon_, offsets_, values_}, .holidays = {holidays_}};
  }

 private:
  void AddWeekly(const PlainRow& row);
  void AddDated(const PlainRow& row);
  void Add(const PlainRow& row, Session session);

  Horizon horizon_;
  std::vector<BankHoliday> holidays_;
  std::vector<Session> sessions_;
  std::vector<SessionId> ids_;
  std::vector<std::uint32_t> offsets_ = {0};
  std::vector<std::uint16_t> values_;
  std::uint8_t state_ = 0;
};

}  // namespace waypost
