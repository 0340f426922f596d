#pragma once

// The opening hours of one row of a mapped CSV file: [[opening]] of the mapping.

#include <vector>

#include "index_builder/record/field_report.h"
#include "index_builder/record/schedule.h"
#include "index_builder/sources/csv_row.h"
#include "index_builder/sources/mapping.h"

namespace waypost::sources {

// Adds the schedule rows that `row` states. What cannot be read is kept as text, marked and
// reported.
void AddMappedOpening(const MappedOpening& opening, const CsvRow& row,
                      const record::FieldReport& report, std::vector<record::Schedule>& schedules);

}  // namespace waypost::sources
