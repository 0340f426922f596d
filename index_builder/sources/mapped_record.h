#pragma once

// One row of a mapped CSV file as a service.

#include <memory>

#include "engine/core/status.h"
#include "engine/geo/national_grid.h"
#include "index_builder/record/field_report.h"
#include "index_builder/record/record.h"
#include "index_builder/sources/csv_row.h"
#include "index_builder/sources/mapping.h"

namespace waypost::sources {

// Fills services from rows by one mapping. Borrows the mapping (bound to its file); not safe to use
// from several threads.
class RecordMapper {
 public:
  // Errors: Internal when a grid is needed and PROJ cannot be used.
  static absl::StatusOr<RecordMapper> Create(const Mapping& mapping);

  // Fills everything but `source` and `id`; values that cannot be read are left out and reported.
  // False when the row is rejected (no name, an unknown status) and has been told to `report`.
  bool Fill(const CsvRow& row, const record::FieldReport& report, record::Service& service) const;

 private:
  explicit RecordMapper(const Mapping& mapping) : mapping_(&mapping) {}
  void FillLocation(const CsvRow& row, const record::FieldReport& report,
                    record::Service& service) const;
  std::optional<LatLng> Position(const CsvRow& row, const record::FieldReport& report) const;
  std::optional<LatLng> GridPosition(const std::string& easting, const std::string& northing,
                                     const record::FieldReport& report) const;

  const Mapping* mapping_;
  std::shared_ptr<const NationalGrid> grid_;  // when the mapping gives eastings and northings
};

}  // namespace waypost::sources
