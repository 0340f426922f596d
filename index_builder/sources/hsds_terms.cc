#include "index_builder/sources/hsds_terms.h"

#include <string>
#include <utility>

#include "index_builder/record/field_values.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/term_ref.h"
#include "index_builder/sources/list_text.h"

namespace waypost::sources {
namespace {

bool IsAbout(const TableRow& link, std::string_view entity) {
  const std::string type = record::FoldWords(link.Either("link_type", "link_entity"));
  return type == entity;
}

}  // namespace

HsdsTerms::HsdsTerms(HsdsTables& tables)
    : tables_(tables),
      terms_(tables.of(HsdsTable::kTaxonomyTerms).size() > 0 ? HsdsTable::kTaxonomyTerms
                                                             : HsdsTable::kTaxonomies) {}

record::TermRef HsdsTerms::Resolve(const record::FieldReport& report, std::string_view entity,
                                   std::string_view id) {
  std::optional<TableRow> row = tables_.First(terms_, "id", id);
  // One 1.x sample calls the id of a term "taxonomy_id".
  if (!row && !tables_.of(terms_).Has("id")) row = tables_.First(terms_, "taxonomy_id", id);
  if (!row) {
    if (tables_.of(terms_).size() > 0) {
      report.Report(record::ProblemKind::kMissingParent, entity, "taxonomy_term_id", id,
                    "no such term in the package; read as a reference of its own");
    }
    return record::ReadTermRef({.id = id});
  }
  std::string_view taxonomy = (*row)["taxonomy"];
  std::string canonical;
  if (taxonomy.empty() && terms_ == HsdsTable::kTaxonomyTerms) {
    const auto list = tables_.First(HsdsTable::kTaxonomies, "id", (*row)["taxonomy_id"]);
    // A list that is known by its address ("http://id.esd.org.uk/list/services") has no better
    // name.
    if (list) {
      canonical = record::CanonicalVocabulary((*list)["uri"]);
      taxonomy = canonical.empty() || canonical == (*list)["uri"] ? (*list)["name"]
                                                                  : std::string_view(canonical);
    }
  }
  record::TermRef term = record::ReadTermRef({.id = id,
                                              .code = (*row)["code"],
                                              .term = (*row)["term"],
                                              .name = (*row)["name"],
                                              .vocabulary = (*row)["vocabulary"],
                                              .taxonomy = taxonomy,
                                              .uri = (*row)["term_uri"]});
  term.label = record::TextLine(report, entity, "taxonomy_term.name", (*row)["name"]);
  published_.push_back({.term = term,
                        .id = std::string(id),
                        .uri = std::string((*row)["term_uri"]),
                        .description = record::TextBlock(
                            report, entity, "taxonomy_term.description", (*row)["description"]),
                        .parent_id = std::string((*row)["parent_id"])});
  return term;
}

void HsdsTerms::AddServiceTerms(const record::FieldReport& report, const TableRow& row,
                                record::Service& service) {
  for (const std::string_view id : SplitList(row["taxonomy_ids"], ",;|")) {
    record::AddTerm(Resolve(report, "service", id), service.terms);
  }
  for (const TableRow& link :
       tables_.OfService(report, HsdsTable::kServiceTaxonomies, "service_id", row["id"])) {
    const std::string_view id = link.Either("taxonomy_term_id", "taxonomy_id");
    if (!id.empty()) record::AddTerm(Resolve(report, "service", id), service.terms);
  }
  AddLinked(report, row["id"], service);
  AddAttributes(report, row["id"], service);
  AddPartTerms(report, service);
  service.published_terms = std::exchange(published_, {});
}

void HsdsTerms::AddLinked(const record::FieldReport& report, std::string_view service_id,
                          record::Service& service) {
  for (const TableRow& link :
       tables_.OfService(report, HsdsTable::kLinkTaxonomies, "link_id", service_id)) {
    if (!IsAbout(link, "service")) continue;
    record::AddTerm(Resolve(report, "service", link["taxonomy_id"]), service.terms);
  }
}

void HsdsTerms::AddAttributes(const record::FieldReport& report, std::string_view service_id,
                              record::Service& service) {
  // 3.0 has no eligibility rows; the UK profile says it by the type of the link.
  record::Eligibility eligibility;
  for (const TableRow& link :
       tables_.OfService(report, HsdsTable::kAttributes, "link_id", service_id)) {
    const std::string_view id = link.Either("taxonomy_term_id", "taxonomy_id");
    if (id.empty()) continue;
    record::AddTerm(Resolve(report, "service", id),
                    record::LinksEligibility(link.Either("link_type", "link_entity"))
                        ? eligibility.terms
                        : service.terms);
  }
  if (!eligibility.terms.empty()) service.eligibilities.push_back(std::move(eligibility));
}

void HsdsTerms::AddPartTerms(const record::FieldReport& report, record::Service& service) {
  const auto add = [&](std::string_view entity, std::string_view column, std::string_view id,
                       std::vector<record::TermRef>& terms) {
    for (const TableRow& link : tables_.FindShared(report, HsdsTable::kAttributes, "link_id", id)) {
      record::AddTerm(Resolve(report, entity, link.Either("taxonomy_term_id", "taxonomy_id")),
                      terms);
    }
    for (const TableRow& link :
         tables_.FindShared(report, HsdsTable::kLinkTaxonomies, "link_id", id)) {
      if (IsAbout(link, entity))
        record::AddTerm(Resolve(report, entity, link["taxonomy_id"]), terms);
    }
    for (const TableRow& link :
         tables_.FindShared(report, HsdsTable::kLinkTaxonomies, column, id)) {
      if (!link["link_id"].empty()) continue;  // seen above
      record::AddTerm(Resolve(report, entity, link["taxonomy_id"]), terms);
    }
  };
  // What is said of a place is said of the service there.
  for (const record::ServiceAtLocation& at : service.locations) {
    if (!at.id.empty()) add("service at location", "", at.id, service.terms);
    add("location", "", at.location.id, service.terms);
  }
  if (service.organisation && service.organisation->id != service.id) {
    add("organization", "organization_id", service.organisation->id, service.organisation->terms);
  }
  for (record::Eligibility& eligibility : service.eligibilities) {
    if (!eligibility.id.empty() && eligibility.id != service.id) {
      add("eligibility", "eligibility_id", eligibility.id, eligibility.terms);
    }
  }
}

}  // namespace waypost::sources
