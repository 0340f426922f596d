#pragma once

// What a services row states that a record has no place for, kept for those who ask for the full
// record.

#include <string>

#include "index_builder/record/field_report.h"
#include "index_builder/sources/hsds_tables.h"

namespace waypost::sources {

// A JSON object of the non-empty columns that are not read elsewhere (as strings), the service's
// required documents and accepted payments (as lists of strings) and the name of its program; ""
// when there is nothing. Members in a fixed order.
std::string HsdsExtras(HsdsTables& tables, const TableRow& row, const record::FieldReport& report);

}  // namespace waypost::sources
