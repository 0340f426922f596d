#pragma once

// Any CSV file as a source of services, by a mapping file (data/mappings/README.md).
//
//   ASSIGN_OR_RETURN(auto source, OpenMappedCsv({.id = "libraries", .path = "libraries.csv.gz",
//                                                .mapping = "data/mappings/libraries-uk.toml"},
//                                                sink));
//
// Every row is one record, except rows that fulfil a [[skip]] of the mapping and rows without any
// value: they are counted in skipped() and are not records. A row without id or name or with an
// unknown status is rejected, with the row as CSV.
//
// Memory: one row (and the ids, with `repeats = "number"`). Errors: those of Mapping, CsvReader and
// InputStream.

#include <memory>

#include "engine/core/status.h"
#include "index_builder/record/problem.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/mapping.h"
#include "index_builder/sources/record_source.h"

namespace waypost::sources {

absl::StatusOr<std::unique_ptr<RecordSource>> OpenMappedCsv(const SourceSpec& spec,
                                                            record::ProblemSink& sink);

// The same from parts already at hand: for tests and fuzzing.
absl::StatusOr<std::unique_ptr<RecordSource>> OpenMappedCsv(std::unique_ptr<InputStream> stream,
                                                            Mapping mapping, std::string source_id,
                                                            record::ProblemSink& sink);

}  // namespace waypost::sources
