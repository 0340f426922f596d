#include "index_builder/main/read_sources.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace waypost::builder {
namespace {

// What one source gave; every thread fills those of its own sources only.
struct SourceResult {
  absl::Status status;
  record::SourceInfo info;
  std::vector<record::Service> services;
  record::CollectingSink problems;
};

SourceResult ReadSource(const sources::SourceConfig& config, Progress& progress) {
  SourceResult result{.status = absl::OkStatus(), .info = config.info};
  result.info.id = config.spec.id;
  auto source = sources::OpenRecordSource(config.spec, result.problems);
  if (!source.ok()) {
    result.status = source.status();
    return result;
  }
  std::uint64_t bytes = 0;
  for (;;) {
    record::Service service;
    const absl::StatusOr<bool> more = (*source)->Next(service);
    progress.Advance((*source)->bytes_read() - bytes);
    bytes = (*source)->bytes_read();
    if (!more.ok()) {
      result.status = more.status();
      break;
    }
    if (!*more) break;
    progress.CountRecords(1);
    service.confidential = config.confidential.Holds(service);
    result.services.push_back(std::move(service));
  }
  result.info.read = (*source)->records_read();
  result.info.rejected = result.problems.rejects.size();
  for (const sources::SkippedRows& skipped : (*source)->skipped()) {
    if (skipped.rows > 0) result.info.skipped[skipped.condition] += skipped.rows;
  }
  return result;
}

}  // namespace

absl::Status ReadSources(const std::vector<sources::SourceConfig>& configs, unsigned threads,
                         Progress& progress, BuildReport& report, record::Directory& directory) {
  std::vector<const sources::SourceConfig*> order;
  for (const sources::SourceConfig& config : configs) order.push_back(&config);
  std::sort(order.begin(), order.end(),
            [](const auto* a, const auto* b) { return a->spec.id < b->spec.id; });
  std::vector<SourceResult> results(order.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < order.size(); i = next++) {
      results[i] = ReadSource(*order[i], progress);
    }
  };
  std::vector<std::thread> workers;
  for (unsigned i = 1; i < std::min<std::size_t>(threads, order.size()); ++i) {
    workers.emplace_back(work);
  }
  work();
  for (std::thread& worker : workers) worker.join();
  for (SourceResult& result : results) {
    RETURN_IF_ERROR(Annotate(result.status, "source " + result.info.id));
    report.Take(std::move(result.problems));
    directory.sources.push_back(std::move(result.info));
    if (directory.services.empty()) {
      directory.services = std::move(result.services);
    } else {
      std::move(result.services.begin(), result.services.end(),
                std::back_inserter(directory.services));
    }
    result.services = {};
  }
  return absl::OkStatus();
}

}  // namespace waypost::builder
