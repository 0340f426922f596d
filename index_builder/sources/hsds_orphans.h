#pragma once

// Rows of an HSDS package that hang on nothing, told to a ProblemSink.

#include <string>

#include "index_builder/record/problem.h"
#include "index_builder/sources/hsds_tables.h"

namespace waypost::sources {

// Reports as kMissingParent every row of a child table that names a parent row which is not there,
// or names none; as kRepeatedId every row that is hidden by another one with its id; and, once per
// table, how many locations and organisations no service refers to.
// The rows of service_at_location are left to the reading of services where their service exists.
// O(rows log rows).
void ReportHsdsOrphans(HsdsTables& tables, const std::string& source_id, record::ProblemSink& sink);

}  // namespace waypost::sources
