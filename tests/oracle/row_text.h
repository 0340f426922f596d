#pragma once

// Schedule rows for the reports of failed comparisons.

#include <string>

#include "index_builder/record/directory.h"

namespace waypost::oracle {

// "WEEKLY TU from 2026-11-24 10:00 to 12:00", with whatever else the row states.
std::string RowText(const record::Schedule& row);

// "closed 2026-12-25 to 2026-12-28".
std::string RowText(const record::HolidaySchedule& row);

// The areas and all rows of a service and of its locations, each in a line of its own that begins
// with a line feed.
std::string RowsText(const record::Service& service);

}  // namespace waypost::oracle
