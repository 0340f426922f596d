#pragma once

// What a build tells: every rejected record and every problem in files beside the artefact, and a
// summary by source and kind.
//
// For `county.waypost` the files are `county.rejects.ndjson` and `county.report.ndjson`, one JSON
// object a line, in order of source and, within one, of the feed: the same for the same inputs.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/directory.h"
#include "index_builder/record/problem.h"
#include "index_builder/spool/scratch_file.h"

namespace waypost::builder {

class BuildReport : public record::ProblemSink {
 public:
  explicit BuildReport(const spool::ScratchFolder& scratch = {})
      : problems_(scratch), rejects_(scratch) {}

  void Report(record::Problem problem) override;
  void Reject(record::Problem problem, std::string_view raw) override;
  // Everything that another one was told, behind what is here.
  void Take(const BuildReport& other);

  std::uint64_t rejected() const { return rejected_; }

  // Writes both files beside `artefact_path`, whole or not at all.
  absl::Status Write(const std::string& artefact_path) const;

  // A table for people: records by source, then problems by kind.
  std::string Summary(const std::vector<record::SourceInfo>& sources) const;

 private:
  void Keep(const absl::Status& status);

  // Lines. A feed of a million bad records has as many.
  spool::ScratchFile problems_;
  spool::ScratchFile rejects_;
  std::uint64_t rejected_ = 0;
  absl::Status status_;                          // told by Write
  std::map<std::string, std::uint64_t> counts_;  // by kind
};

// "county.waypost" -> "county", for the names of the files beside it.
std::string WithoutExtension(const std::string& artefact_path);

}  // namespace waypost::builder
