#pragma once

// The parts of a service that a mapping has tables of their own for, besides its location and its
// opening hours. Each function adds what `row` states and reports what it cannot read.

#include "index_builder/record/field_report.h"
#include "index_builder/record/record.h"
#include "index_builder/sources/csv_row.h"
#include "index_builder/sources/mapping.h"

namespace waypost::sources {

// [service] except name and status, which decide whether there is a record at all.
void FillServiceFields(const Mapping& mapping, const CsvRow& row, const record::FieldReport& report,
                       record::Service& service);

// [organisation], [ages], [[term]], [[phone]], [[contact]], [[cost]], [[area]], [[eligibility]].
void FillServiceParts(const Mapping& mapping, const CsvRow& row, const record::FieldReport& report,
                      record::Service& service);

}  // namespace waypost::sources
