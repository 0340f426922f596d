#pragma once

// From a complete record to the row of each of its documents.
//
//   RowMaker maker(directory, survey, areas, taxonomy, sink);
//   RETURN_IF_ERROR(maker.ForEachRow(service, ordinal, [&](const Document&, const DocumentRow&)
//   {...}));

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index_builder/prepare/area_table.h"
#include "index_builder/prepare/document_order.h"
#include "index_builder/prepare/locate.h"
#include "index_builder/prepare/session_pool.h"
#include "index_builder/prepare/taxonomy_table.h"
#include "index_builder/record/directory.h"
#include "index_builder/sections/document_row.h"
#include "index_builder/sections/service_hours.h"
#include "index_builder/sections/survey.h"

namespace waypost::sections {

class RowMaker {
 public:
  // Borrows all.
  RowMaker(const record::Directory& directory, const Survey& survey,
           const prepare::AreaTable& areas, const prepare::TaxonomyTable& taxonomy,
           record::ProblemSink& sink);

  // The words that suggest the inferred types: a line for each, in the order of the row.
  std::string InferredWordsOf(const record::Service& service) const;

  // The sessions of all rows so far.
  const prepare::SessionPool& sessions() const { return sessions_; }

  // Calls visit(document, row), which returns absl::Status, in the order of the locations. What is
  // wrong with the service is reported once.
  template <typename Visit>
  absl::Status ForEachRow(const record::Service& service, ServiceOrdinal ordinal, Visit visit) {
    DocumentRow row = OfService(service);
    const ServiceHours hours(service, expansion_, sink_);
    return prepare::ForEachDocument(service, ordinal, [&](const prepare::Document& document) {
      SetPlace(document, row);
      SetHours(document, hours.At(document.at), row);
      return visit(document, std::as_const(row));
    });
  }

 private:
  // What all documents of a service share.
  DocumentRow OfService(const record::Service& service) const;
  void SetPlace(const prepare::Document& document, DocumentRow& row) const;
  void SetHours(const prepare::Document& document, const prepare::ExpandedHours& hours,
                DocumentRow& row);
  EnumSet<HolidayDivision> DivisionsOf(const prepare::Document& document,
                                       const std::vector<AreaId>& served) const;

  std::vector<AreaId> StatedAreas(const record::Service& service) const;
  std::vector<std::string> AuthorityCodesOf(const prepare::Document& document) const;
  std::vector<AreaId> AreasOfCodes(const std::vector<std::string>& codes) const;
  std::vector<TaxonomyTermId> TermsOf(const record::Service& service) const;
  std::map<TaxonomyTermId, std::string_view> InferredOf(const record::Service& service) const;

  const record::Directory& directory_;
  const Survey& survey_;
  const prepare::AreaTable& areas_;
  const prepare::TaxonomyTable& taxonomy_;
  record::ProblemSink& sink_;
  const prepare::PostcodeFinder finder_;
  const prepare::ExpansionOptions expansion_;
  prepare::SessionPool sessions_;
};

}  // namespace waypost::sections
