#pragma once

// Everything that a source gives, for tests.

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/record_source.h"

namespace waypost::sources {

struct ReadResult {
  std::vector<record::Service> services;
  std::vector<SkippedRows> skipped;
  std::uint64_t records_read = 0;
  std::string error;  // of opening or reading, "" when there is none
};

inline ReadResult ReadAll(absl::StatusOr<std::unique_ptr<RecordSource>> source) {
  ReadResult result;
  if (!source.ok()) {
    result.error = MessageOf(source.status());
    return result;
  }
  for (;;) {
    record::Service service;
    const absl::StatusOr<bool> more = (*source)->Next(service);
    if (!more.ok()) result.error = MessageOf(more.status());
    if (!more.ok() || !*more) break;
    result.services.push_back(std::move(service));
  }
  result.records_read = (*source)->records_read();
  result.skipped = (*source)->skipped();
  EXPECT_LE((*source)->bytes_read(), (*source)->bytes_total());
  return result;
}

inline std::size_t CountOf(const record::CollectingSink& sink, record::ProblemKind kind) {
  return static_cast<std::size_t>(
      std::count_if(sink.problems.begin(), sink.problems.end(),
                    [kind](const record::Problem& problem) { return problem.kind == kind; }));
}

}  // namespace waypost::sources
