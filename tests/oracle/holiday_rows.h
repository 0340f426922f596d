#pragma once

// What the holiday rows of a document say of one day.

#include <vector>

#include "index_builder/record/schedule.h"
#include "tests/oracle/document.h"
#include "tests/oracle/scan_faults.h"

namespace waypost::oracle {

// Where rows contradict one another, the later of these holds.
enum class HolidayWord {
  kNothing,
  kAsUsual,     // not closed, and no times: the usual sessions happen
  kOtherTimes,  // the times of these rows in place of the usual ones
  kClosed,
};

// The rows of the service and those of the service at this location.
std::vector<const record::HolidaySchedule*> HolidayRowsOf(const Document& document);

// What one row says of that day.
HolidayWord WordOn(const record::HolidaySchedule& row, Date day);

// What they say together.
HolidayWord WordOn(const std::vector<const record::HolidaySchedule*>& rows, Date day);

}  // namespace waypost::oracle
