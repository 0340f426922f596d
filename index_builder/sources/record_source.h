#pragma once

// The one interface behind which every input format stands.
//
//   ASSIGN_OR_RETURN(auto source, OpenRecordSource({.id = "bristol", .path = "bristol.json.gz"},
//   sink)); for (;;) {
//     record::Service service;
//     ASSIGN_OR_RETURN(bool more, source->Next(service));
//     if (!more) break;
//     ...
//   }
//
// Memory: JSON sources hold one record at a time, whatever the size of the file. Tabular sources
// must join their tables and hold those (not the services made of them).
//
// A broken *record* (not an object, no id, no name, an unknown status) is rejected through the sink
// and skipped, so it never ends a build. A broken *file* (truncated, not what it claims to be) ends
// the build: Next returns InvalidArgument naming the file and the line or byte offset and what to
// do.
//
// Every record found in the file is counted once in `records_read()`: given out by Next, or
// rejected. (Same-id repeats are given out too; `prepare/` keeps one and counts the rest.)

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/record.h"

namespace waypost::sources {

struct SkippedRows {
  std::string condition;
  std::uint64_t rows = 0;
  friend bool operator==(const SkippedRows&, const SkippedRows&) = default;
};

class RecordSource {
 public:
  virtual ~RecordSource() = default;

  // Fills `service` with the next record; false at the end of the source. The service's `source` is
  // set. Not safe to call from several threads.
  virtual absl::StatusOr<bool> Next(record::Service& service) = 0;

  virtual std::uint64_t records_read() const = 0;

  // Rows of a table that a mapping says are no records ("closed libraries"), by the name of the
  // condition, in the order of the mapping. They are neither read nor rejected nor lost: the report
  // names them.
  virtual std::vector<SkippedRows> skipped() const { return {}; }

  // Input bytes consumed so far and in all (compressed bytes of a compressed file), for progress.
  virtual std::uint64_t bytes_read() const = 0;
  virtual std::uint64_t bytes_total() const = 0;
};

// The words that SourceSpec::format may be, besides "".
inline constexpr std::array<std::string_view, 5> kSourceFormats = {"oruk3", "oruk1", "outpost",
                                                                   "hsds", "csv"};

struct SourceSpec {
  std::string id;
  std::string path;     // a file (plain, .gz, .zip) or a folder
  std::string format;   // "" = by content; else "oruk3", "oruk1", "outpost", "hsds", "csv"
  std::string mapping;  // path of a mapping file (TOML), for "csv"
};

// Opens a source, finding its format from its content when the spec names none.
// Errors: NotFound no such file; InvalidArgument a file of no known format (the message lists the
// known ones), a bad mapping.
absl::StatusOr<std::unique_ptr<RecordSource>> OpenRecordSource(const SourceSpec& spec,
                                                               record::ProblemSink& sink);

}  // namespace waypost::sources
