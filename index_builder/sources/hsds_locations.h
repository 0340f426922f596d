#pragma once

// Where and when a service of an HSDS package is offered: locations, addresses, schedules.

#include "index_builder/record/field_report.h"
#include "index_builder/record/record.h"
#include "index_builder/sources/hsds_tables.h"

namespace waypost::sources {

// Adds the locations of the service in `row` (rows of service_at_location, or the service's own
// location_id), with addresses, accessibility and schedules, and the service's own schedules. A row
// that names a location which is not there is reported as kMissingParent and left out.
//
// A schedule row goes to the most exact of what it names: a service_at_location, a service and a
// location, a service (holds everywhere), a location (holds for every service there).
void AddHsdsLocations(HsdsTables& tables, const TableRow& row, const record::FieldReport& report,
                      record::Service& service);

}  // namespace waypost::sources
