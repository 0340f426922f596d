#pragma once

// Reads every source into a scratch file, several sources at a time.
//
//   ASSIGN_OR_RETURN(ReadServices read,
//                    ReadSources(config.sources, threads, scratch, progress, report, directory));
//   ASSIGN_OR_RETURN(auto services, CompleteAll(std::move(read), options, scratch, report,
//   directory));
//
// Sources are told of in order of their ids, whichever is read first.

#include <vector>

#include "engine/core/status.h"
#include "index_builder/main/build_report.h"
#include "index_builder/main/progress.h"
#include "index_builder/prepare/complete.h"
#include "index_builder/prepare/complete_services.h"
#include "index_builder/prepare/service_keys.h"
#include "index_builder/record/directory.h"
#include "index_builder/sources/build_config.h"
#include "index_builder/spool/service_spool.h"

namespace waypost::builder {

// As their feeds give them.
struct ReadServices {
  std::vector<spool::ServiceSpool> of_sources;  // in order of the sources' ids
  prepare::ServiceKeys keys;                    // of all, source after source
};

// Fills `directory.sources`. Errors: a source that cannot be opened, a file that is broken, a full
// disk.
absl::StatusOr<ReadServices> ReadSources(const std::vector<sources::SourceConfig>& configs,
                                         unsigned threads, const spool::ScratchFolder& scratch,
                                         Progress& progress, BuildReport& report,
                                         record::Directory& directory);

// Chooses, completes and numbers what was read; a service whose record is too long to be stored is
// rejected. REQUIRES: the directory has its reference data.
absl::StatusOr<prepare::CompleteServices> CompleteAll(ReadServices read,
                                                      const prepare::CompleteOptions& options,
                                                      const spool::ScratchFolder& scratch,
                                                      Progress& progress, BuildReport& report,
                                                      record::Directory& directory);

}  // namespace waypost::builder
