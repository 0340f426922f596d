#include "index_builder/sources/hsds_tabular.h"

#include <string>
#include <utility>

#include "index_builder/record/field_report.h"
#include "index_builder/sources/hsds_orphans.h"
#include "index_builder/sources/hsds_service.h"
#include "index_builder/sources/hsds_tables.h"

namespace waypost::sources {
namespace {

class HsdsTabularSource final : public RecordSource {
 public:
  HsdsTabularSource(std::unique_ptr<HsdsTables> tables, std::string source_id,
                    record::ProblemSink& sink)
      : sink_(sink),
        source_id_(std::move(source_id)),
        tables_(std::move(tables)),
        reader_(*tables_) {}

  absl::StatusOr<bool> Next(record::Service& service) override {
    const RecordTable& rows = tables_->of(HsdsTable::kServices);
    while (next_ < rows.size()) {
      const TableRow row = rows.row(next_++);
      service = record::Service();
      if (Fill(row, service)) return true;
    }
    return false;
  }

  std::uint64_t records_read() const override { return next_; }

  // Everything was read at opening, so progress follows the services given out.
  std::uint64_t bytes_read() const override {
    const std::size_t rows = tables_->of(HsdsTable::kServices).size();
    if (rows == 0) return bytes_total();
    return static_cast<std::uint64_t>(static_cast<double>(next_) / static_cast<double>(rows) *
                                      static_cast<double>(bytes_total()));
  }
  std::uint64_t bytes_total() const override { return tables_->bytes(); }

 private:
  bool Fill(const TableRow& row, record::Service& service) {
    service.source = source_id_;
    service.id = row["id"];
    const record::FieldReport report(sink_, source_id_, service.id);
    if (service.id.empty()) {
      report.Reject(record::ProblemKind::kNoId, "service", "id", "", "not published", row.ToText());
      return false;
    }
    return reader_.Fill(row, report, service);
  }

  record::ProblemSink& sink_;
  std::string source_id_;
  std::unique_ptr<HsdsTables> tables_;  // at a fixed address: reader_ borrows it
  HsdsServiceReader reader_;
  std::size_t next_ = 0;
};

}  // namespace

absl::StatusOr<std::unique_ptr<RecordSource>> OpenHsdsTabular(const SourceSpec& spec,
                                                              record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(std::unique_ptr<HsdsTables> tables, HsdsTables::Read(spec.path, spec.id, sink));
  ReportHsdsOrphans(*tables, spec.id, sink);
  return std::make_unique<HsdsTabularSource>(std::move(tables), spec.id, sink);
}

}  // namespace waypost::sources
