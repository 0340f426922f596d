#pragma once

// Reads all sources of a build into a directory, several at once.

#include <vector>

#include "engine/core/status.h"
#include "index_builder/main/build_report.h"
#include "index_builder/main/progress.h"
#include "index_builder/record/directory.h"
#include "index_builder/sources/build_config.h"

namespace waypost::builder {

// Appends services and source counts to `directory`, in order of source id whatever the order or
// the number of threads. The first error of a source, in that order, ends the build.
absl::Status ReadSources(const std::vector<sources::SourceConfig>& configs, unsigned threads,
                         Progress& progress, BuildReport& report, record::Directory& directory);

}  // namespace waypost::builder
