#pragma once

// One row of a services table and everything that other tables of the package say about it.

#include "index_builder/record/field_report.h"
#include "index_builder/record/record.h"
#include "index_builder/sources/hsds_tables.h"
#include "index_builder/sources/hsds_terms.h"

namespace waypost::sources {

// Borrows the tables. Not safe to use from several threads.
class HsdsServiceReader {
 public:
  explicit HsdsServiceReader(HsdsTables& tables) : tables_(tables), terms_(tables) {}

  // Fills everything but `source` and `id`. False when the row is rejected (no name, an unknown
  // status) and has been told to `report`.
  bool Fill(const TableRow& row, const record::FieldReport& report, record::Service& service);

 private:
  void FillOrganisation(const TableRow& row, const record::FieldReport& report,
                        record::Service& service);
  void FillParts(const TableRow& row, const record::FieldReport& report, record::Service& service);
  void FillEligibility(const TableRow& row, const record::FieldReport& report,
                       record::Service& service);
  void FillCommaLists(const TableRow& row, const record::FieldReport& report,
                      record::Service& service);

  HsdsTables& tables_;
  HsdsTerms terms_;
};

}  // namespace waypost::sources
