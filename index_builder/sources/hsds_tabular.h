#pragma once

// HSDS and ORUK in tables (1.x, 2.x, 3.x), a folder or a zip archive of CSV files, as a source.
//
//   ASSIGN_OR_RETURN(auto source, OpenHsdsTabular({.id = "county", .path = "county.zip"}, sink));
//
// All tables are read and held in memory at opening, about the size of their text (hsds_tables.h);
// services are joined and given out one by one in the order of the services table. Rows without id
// or name or with an unknown status are rejected; rows that hang on nothing are reported
// (hsds_orphans.h).

#include <memory>

#include "engine/core/status.h"
#include "index_builder/record/problem.h"
#include "index_builder/sources/record_source.h"

namespace waypost::sources {

absl::StatusOr<std::unique_ptr<RecordSource>> OpenHsdsTabular(const SourceSpec& spec,
                                                              record::ProblemSink& sink);

}  // namespace waypost::sources
