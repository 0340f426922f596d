#include "index_builder/main/read_sources.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "engine/format/compressed_records.h"
#include "index_builder/sections/cards.h"

namespace waypost::builder {
namespace {

// What one source gave; every thread fills those of its own sources only.
struct SourceResult {
  explicit SourceResult(const spool::ScratchFolder& scratch)
      : services(scratch), problems(scratch) {}

  absl::Status status;
  record::SourceInfo info;
  spool::ServiceSpool services;
  prepare::ServiceKeys keys;
  BuildReport problems;
};

absl::Status ReadSource(const sources::SourceConfig& config, Progress& progress,
                        SourceResult& result) {
  result.info = config.info;
  result.info.id = config.spec.id;
  ASSIGN_OR_RETURN(const auto source, sources::OpenRecordSource(config.spec, result.problems));
  std::uint64_t bytes = 0;
  for (;;) {
    record::Service service;
    ASSIGN_OR_RETURN(const bool more, source->Next(service));
    progress.Advance(source->bytes_read() - bytes);
    bytes = source->bytes_read();
    if (!more) break;
    progress.CountRecords(1);
    service.confidential = config.confidential.Holds(service);
    result.keys.Add(service);
    RETURN_IF_ERROR(result.services.Add(service));
  }
  result.info.read = source->records_read();
  result.info.rejected = result.problems.rejected();
  for (const sources::SkippedRows& skipped : source->skipped()) {
    if (skipped.rows > 0) result.info.skipped[skipped.condition] += skipped.rows;
  }
  return absl::OkStatus();
}

// A service and the length of its code.
struct NumberedService {
  record::Service* service = nullptr;
  std::size_t bytes = 0;
};

// A service by its number among those of all sources; asked for once each.
class NumberedServices {
 public:
  explicit NumberedServices(const std::vector<spool::ServiceSpool>& of_sources) {
    std::uint64_t first = 0;
    for (const spool::ServiceSpool& services : of_sources) {
      firsts_.push_back(first);
      readers_.emplace_back(services);
      first += services.size();
    }
  }

  absl::StatusOr<NumberedService> Read(std::uint64_t number) {
    const auto after = std::upper_bound(firsts_.begin(), firsts_.end(), number);
    const auto source = static_cast<std::size_t>(after - firsts_.begin()) - 1;
    ASSIGN_OR_RETURN(record::Service* const service,
                     readers_[source].Read(number - firsts_[source]));
    return NumberedService{service, readers_[source].plain_bytes()};
  }

 private:
  std::vector<std::uint64_t> firsts_;
  std::vector<spool::ServiceReader> readers_;
};

// Names and escapes make a stored record longer than its code, but never by so much: shorter ones
// need no measuring.
constexpr std::size_t kSurelyFits = kMaxRecordBytes / 64;

// Rejects a service whose record cannot be stored; true when it did. What its source published and
// rejected is counted again.
bool RejectIfTooLarge(const NumberedService& read, record::Directory& directory,
                      BuildReport& report) {
  if (read.bytes <= kSurelyFits) return false;
  const record::Service& service = *read.service;
  const std::string json = sections::RecordJson(service);
  if (json.size() <= kMaxRecordBytes) return false;
  const std::string size = std::to_string(json.size());
  report.Reject(
      {.kind = record::ProblemKind::kTooLarge,
       .source = service.source,
       .entity = "service",
       .id = service.id,
       .field = {},
       .value = size + " bytes",
       .outcome = "not published: a record has at most " + std::to_string(kMaxRecordBytes) +
                  " bytes; shorten its texts or split it"},
      json);
  for (record::SourceInfo& info : directory.sources) {
    if (info.id != service.source) continue;
    --info.published;
    ++info.rejected;
  }
  return true;
}

}  // namespace

absl::StatusOr<ReadServices> ReadSources(const std::vector<sources::SourceConfig>& configs,
                                         unsigned threads, const spool::ScratchFolder& scratch,
                                         Progress& progress, BuildReport& report,
                                         record::Directory& directory) {
  std::vector<const sources::SourceConfig*> order;
  for (const sources::SourceConfig& config : configs) order.push_back(&config);
  std::sort(order.begin(), order.end(),
            [](const auto* a, const auto* b) { return a->spec.id < b->spec.id; });
  std::vector<SourceResult> results;
  for (std::size_t i = 0; i < order.size(); ++i) results.emplace_back(scratch);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < order.size(); i = next++) {
      results[i].status = ReadSource(*order[i], progress, results[i]);
    }
  };
  std::vector<std::thread> workers;
  for (unsigned i = 1; i < std::min<std::size_t>(threads, order.size()); ++i) {
    workers.emplace_back(work);
  }
  work();
  for (std::thread& worker : workers) worker.join();
  ReadServices read;
  for (SourceResult& result : results) {
    RETURN_IF_ERROR(Annotate(result.status, "source " + result.info.id));
    report.Take(result.problems);
    directory.sources.push_back(std::move(result.info));
    read.of_sources.push_back(std::move(result.services));
    read.keys.AddAll(std::move(result.keys));
  }
  return read;
}

absl::StatusOr<prepare::CompleteServices> CompleteAll(ReadServices read,
                                                      const prepare::CompleteOptions& options,
                                                      const spool::ScratchFolder& scratch,
                                                      Progress& progress, BuildReport& report,
                                                      record::Directory& directory) {
  prepare::SortSources(directory);
  const std::vector<prepare::ChosenService> chosen = read.keys.Choose(directory.sources, report);
  read.keys = {};
  progress.Begin("Completing records", chosen.size());
  NumberedServices services(read.of_sources);
  prepare::Completer completer(directory, options, report);
  prepare::CompleteServices complete(scratch);
  for (const prepare::ChosenService& one : chosen) {
    ASSIGN_OR_RETURN(const NumberedService read_service, services.Read(one.number));
    completer.Complete(one.public_id, *read_service.service);
    if (!RejectIfTooLarge(read_service, directory, report)) {
      RETURN_IF_ERROR(complete.Add(*read_service.service));
    }
    progress.Advance(1);
  }
  RETURN_IF_ERROR(complete.Finish());
  return complete;
}

}  // namespace waypost::builder
