#include "index_builder/sources/mapped_csv.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index_builder/record/field_report.h"
#include "index_builder/record/safe_text.h"
#include "index_builder/sources/csv_reader.h"
#include "index_builder/sources/file_problems.h"
#include "index_builder/sources/mapped_record.h"

namespace waypost::sources {
namespace {

constexpr std::string_view kEmptyRows = "empty row";

class MappedCsvSource final : public RecordSource {
 public:
  MappedCsvSource(std::unique_ptr<CsvReader> reader, std::unique_ptr<const Mapping> mapping,
                  RecordMapper mapper, std::string source_id, record::ProblemSink& sink)
      : sink_(sink),
        source_id_(std::move(source_id)),
        reader_(std::move(reader)),
        mapping_(std::move(mapping)),
        mapper_(std::move(mapper)),
        problems_(sink, source_id_, "service") {
    for (const SkipRule& rule : mapping_->skips) skipped_.push_back({rule.name, 0});
    skipped_.push_back({std::string(kEmptyRows), 0});
  }

  absl::StatusOr<bool> Next(record::Service& service) override {
    for (;;) {
      ASSIGN_OR_RETURN(const bool more, reader_->Next(row_));
      if (!more) return false;
      problems_.Check(*reader_, row_);
      if (IsSkipped()) continue;
      ++records_read_;
      service = record::Service();
      if (Fill(service)) return true;
    }
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return reader_->stream().bytes_read(); }
  std::uint64_t bytes_total() const override { return reader_->stream().bytes_total(); }

  std::vector<SkippedRows> skipped() const override {
    std::vector<SkippedRows> skipped = skipped_;
    if (skipped.back().rows == 0) skipped.pop_back();
    return skipped;
  }

 private:
  bool IsSkipped() {
    if (row_.blank()) {
      ++skipped_.back().rows;
      return true;
    }
    for (std::size_t i = 0; i < mapping_->skips.size(); ++i) {
      if (!mapping_->skips[i].Holds(row_)) continue;
      ++skipped_[i].rows;
      return true;
    }
    return false;
  }

  bool Fill(record::Service& service) {
    std::string unknown;  // an id has no table of words
    service.source = source_id_;
    service.id = Numbered(record::ToSafeLine(mapping_->id.Fill(row_, unknown)).text);
    const record::FieldReport report(sink_, source_id_, service.id);
    if (service.id.empty()) {
      report.Reject(record::ProblemKind::kNoId, "service", "id", "",
                    "line " + std::to_string(row_.line()) + ": not published", row_.ToCsv());
      return false;
    }
    return mapper_.Fill(row_, report, service);
  }

  // The second row with an id gets "id#2", the third "id#3", in the order of the file.
  std::string Numbered(std::string id) {
    if (mapping_->repeats == RepeatedIds::kKeep || id.empty()) return id;
    const std::uint64_t times = ++times_seen_[id];
    return times == 1 ? id : id + "#" + std::to_string(times);
  }

  record::ProblemSink& sink_;
  std::string source_id_;
  std::unique_ptr<CsvReader> reader_;
  std::unique_ptr<const Mapping> mapping_;  // at a fixed address: mapper_ points to it
  RecordMapper mapper_;
  FileProblems problems_;
  CsvRow row_;
  std::vector<SkippedRows> skipped_;  // of the mapping, then empty rows
  std::unordered_map<std::string, std::uint64_t> times_seen_;
  std::uint64_t records_read_ = 0;
};

}  // namespace

absl::StatusOr<std::unique_ptr<RecordSource>> OpenMappedCsv(std::unique_ptr<InputStream> stream,
                                                            Mapping mapping, std::string source_id,
                                                            record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(std::unique_ptr<CsvReader> reader,
                   CsvReader::Open(std::move(stream), mapping.file));
  const std::string& name = reader->stream().name();
  if (mapping.file.has_header && reader->header().names().empty()) {
    return InvalidArgument(name + ": is empty; a line with the column names was due");
  }
  auto bound = std::make_unique<Mapping>(std::move(mapping));
  const absl::Status status = bound->Bind(reader->header());
  if (!status.ok()) {
    std::string message = MessageOf(status) + " (in " + name;
    if (bound->file.has_header) message += ", whose columns are " + reader->header().Quoted();
    return InvalidArgument(message + ")");
  }
  ASSIGN_OR_RETURN(RecordMapper mapper, RecordMapper::Create(*bound));
  return std::make_unique<MappedCsvSource>(std::move(reader), std::move(bound), std::move(mapper),
                                           std::move(source_id), sink);
}

absl::StatusOr<std::unique_ptr<RecordSource>> OpenMappedCsv(const SourceSpec& spec,
                                                            record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(Mapping mapping, Mapping::Read(spec.mapping));
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(spec.path));
  return OpenMappedCsv(std::move(stream), std::move(mapping), spec.id, sink);
}

}  // namespace waypost::sources
