#pragma once

// waypost-index build: feeds in, one artefact out.

#include <optional>
#include <string>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/main/build_report.h"
#include "index_builder/record/directory.h"

namespace waypost::builder {

// The options as given on the command line; they add to a configuration file or stand alone.
struct BuildArguments {
  std::string config;
  std::string out;
  std::vector<std::string> sources;  // "[ID=]PATH"
  std::vector<std::string> postcodes, places, areas, taxonomies, questions, calendars;
  std::string as_of;     // "" takes the configuration's, else today
  std::string data;      // folder of the project's own data
  unsigned threads = 0;  // 0: as many as cores
};

// The records and reference data that an artefact is made of, complete (prepare/complete.h).
absl::StatusOr<record::Directory> ReadDirectory(const BuildArguments& arguments,
                                                BuildReport& report);

// Builds, writes the report files, prints the summary to standard output.
absl::Status Build(const BuildArguments& arguments);

}  // namespace waypost::builder
