#pragma once

// Taxonomy terms of an HSDS package: what the ids in its link tables stand for.

#include <string_view>
#include <vector>

#include "index_builder/record/field_report.h"
#include "index_builder/record/record.h"
#include "index_builder/sources/hsds_tables.h"

namespace waypost::sources {

// Borrows the tables. Not safe to use from several threads.
class HsdsTerms {
 public:
  explicit HsdsTerms(HsdsTables& tables);

  // The term with this id. An id that the package does not list is read as a reference of its own
  // ("esdServiceType:242"), and reported as kMissingParent when the package lists terms at all.
  record::TermRef Resolve(const record::FieldReport& report, std::string_view entity,
                          std::string_view id);

  // Every term that hangs on a service, its organisation, or one of its eligibility rows: link
  // tables of all versions, and the comma list `taxonomy_ids` of 1.x.
  void AddServiceTerms(const record::FieldReport& report, const TableRow& row,
                       record::Service& service);

 private:
  void AddLinked(const record::FieldReport& report, std::string_view service_id,
                 record::Service& service);
  void AddAttributes(const record::FieldReport& report, std::string_view service_id,
                     record::Service& service);
  void AddPartTerms(const record::FieldReport& report, record::Service& service);

  HsdsTables& tables_;
  std::vector<record::PublishedTerm> published_;  // of the service at hand
  HsdsTable terms_;  // where terms are: taxonomy_terms, or taxonomy in 1.x
};

}  // namespace waypost::sources
