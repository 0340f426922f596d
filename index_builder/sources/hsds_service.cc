#include "index_builder/sources/hsds_service.h"

#include <string>
#include <utility>

#include "index_builder/record/field_values.h"
#include "index_builder/record/lenient_words.h"
#include "index_builder/sources/area_extent.h"
#include "index_builder/sources/hsds_contacts.h"
#include "index_builder/sources/hsds_extras.h"
#include "index_builder/sources/hsds_locations.h"
#include "index_builder/sources/list_text.h"

namespace waypost::sources {
namespace {

using record::FieldReport;
using record::Service;

void FillFields(const TableRow& row, const FieldReport& report, Service& service) {
  const auto line = [&](std::string_view column) {
    return record::TextLine(report, "service", column, row[column]);
  };
  const auto block = [&](std::string_view column) {
    return record::TextBlock(report, "service", column, row[column]);
  };
  service.alternate_name = line("alternate_name");
  service.description = block("description");
  service.url = record::UrlValue(report, "service", "url", row.Either("url", "website"));
  service.email = record::EmailValue(report, "service", "email", row["email"]);
  service.fees =
      record::TextBlock(report, "service", "fees", row.Either("fees", "fees_description"));
  service.accreditations = block("accreditations");
  service.licenses = block("licenses");
  service.alert = block("alert");
  service.application_process = block("application_process");
  service.eligibility_description =
      record::TextBlock(report, "service", "eligibility_description",
                        row.Either("eligibility_description",
                                   row["eligibility"].empty() ? "audience" : "eligibility"));
  service.interpretation_services = block("interpretation_services");
  service.wait_time = block("wait_time");
  service.attending =
      record::AttendingValue(report, "service", "attending_type", row["attending_type"]);
  service.access =
      record::AccessValue(report, "service", "attending_access", row["attending_access"]);
  service.assured_date = record::DateValue(report, "service", "assured_date", row["assured_date"]);
  service.assurer_email =
      record::EmailValue(report, "service", "assurer_email", row["assurer_email"]);
  service.last_modified = record::MomentValue(report, "service", "last_modified",
                                              row.Either("last_modified", "modified_date"));
  service.confidential =
      record::ConfidentialValue(report, "service", "confidential", row["confidential"]);
}

record::CostOption ReadCost(const TableRow& row, const FieldReport& report) {
  record::CostOption cost;
  cost.id = row["id"];
  cost.option = record::TextLine(report, "cost_option", "option", row["option"]);
  cost.amount = record::AmountValue(report, "cost_option", "amount", row["amount"]);
  cost.amount_description =
      record::TextLine(report, "cost_option", "amount_description", row["amount_description"]);
  cost.currency = record::TextLine(report, "cost_option", "currency", row["currency"]);
  cost.valid_from = record::DateValue(report, "cost_option", "valid_from", row["valid_from"]);
  cost.valid_to = record::DateValue(report, "cost_option", "valid_to", row["valid_to"]);
  return cost;
}

record::ServiceArea ReadArea(const TableRow& row, const FieldReport& report) {
  record::ServiceArea area;
  area.id = row["id"];
  std::string_view name = row.Either("name", "service_area");
  if (name.empty()) name = row["description"];
  area.name = record::TextLine(report, "service_area", "name", name);
  area.uri = record::TextLine(report, "service_area", "uri", row["uri"]);
  area.extent = ExtentValue(report, row["extent"]);
  area.extent_type = record::TextLine(report, "service_area", "extent_type", row["extent_type"]);
  return area;
}

record::Review ReadReview(const TableRow& row, const FieldReport& report) {
  record::Review review;
  review.id = row["id"];
  review.reviewer_organisation_id = row["reviewer_organization_id"];
  review.title = record::TextLine(report, "review", "title", row["title"]);
  review.description = record::TextBlock(report, "review", "description", row["description"]);
  review.date = record::TextLine(report, "review", "date", row["date"]);
  review.score = record::TextLine(report, "review", "score", row["score"]);
  review.url = record::UrlValue(report, "review", "url", row["url"]);
  review.widget = record::TextLine(report, "review", "widget", row["widget"]);
  return review;
}

void AddLanguages(const TableRow& row, const FieldReport& report, Service& service) {
  std::string_view text = row["code"];
  if (text.empty()) text = row.Either("language", "name");
  const std::string safe = record::TextLine(report, "language", "language", text);
  for (const std::string_view language : SplitList(safe, ",;|")) {
    service.languages.push_back(record::ReadLanguage(language));
  }
}

}  // namespace

bool HsdsServiceReader::Fill(const TableRow& row, const FieldReport& report, Service& service) {
  service.name = record::TextLine(report, "service", "name", row["name"]);
  if (service.name.empty()) {
    report.Reject(record::ProblemKind::kNoName, "service", "name", row["name"], "not published",
                  row.ToText());
    return false;
  }
  service.status = record::ReadStatus(row["status"]);
  if (!service.status && !row["status"].empty()) {
    report.Reject(record::ProblemKind::kUnknownStatus, "service", "status", row["status"],
                  "not published", row.ToText());
    return false;
  }
  FillFields(row, report, service);
  FillOrganisation(row, report, service);
  FillEligibility(row, report, service);
  FillParts(row, report, service);
  FillCommaLists(row, report, service);
  AddHsdsLocations(tables_, row, report, service);
  AddHsdsContacts(tables_, row, report, service);
  terms_.AddServiceTerms(report, row, service);
  std::erase_if(service.eligibilities, [](const record::Eligibility& eligibility) {
    return !record::SaysWhoIsEligible(eligibility);
  });
  service.extras = HsdsExtras(tables_, row, report);
  return true;
}

void HsdsServiceReader::FillOrganisation(const TableRow& row, const FieldReport& report,
                                         Service& service) {
  const std::string_view stated = row.Either("organization_id", "organisation_id");
  std::string_view id = stated;
  // Packages that hang services on a program or a location say the organisation there.
  if (id.empty()) {
    const auto program = tables_.First(HsdsTable::kPrograms, "id", row["program_id"]);
    if (program) id = (*program)["organization_id"];
  }
  if (id.empty()) {
    const auto location = tables_.First(HsdsTable::kLocations, "id", row["location_id"]);
    if (location) id = (*location)["organization_id"];
  }
  if (id.empty()) return;
  const std::optional<TableRow> found = tables_.First(HsdsTable::kOrganizations, "id", id);
  record::Organisation to;
  to.id = id;
  if (!found) {
    report.Report(record::ProblemKind::kMissingParent, "service", "organization_id", id,
                  "no such organisation in the package; only its id is kept");
    service.organisation = std::move(to);
    return;
  }
  const TableRow& from = *found;
  to.name = record::TextLine(report, "organization", "name", from["name"]);
  to.alternate_name =
      record::TextLine(report, "organization", "alternate_name", from["alternate_name"]);
  to.description = record::TextBlock(report, "organization", "description", from["description"]);
  to.email = record::EmailValue(report, "organization", "email", from["email"]);
  to.url = record::UrlValue(report, "organization", "url", from.Either("website", "url"));
  to.logo = record::UrlValue(report, "organization", "logo", from["logo"]);
  to.uri = record::UrlValue(report, "organization", "uri", from["uri"]);
  service.organisation = std::move(to);
}

void HsdsServiceReader::FillParts(const TableRow& row, const FieldReport& report,
                                  Service& service) {
  const std::string_view id = row["id"];
  for (const TableRow& cost : tables_.OfService(report, HsdsTable::kCosts, "service_id", id)) {
    service.cost_options.push_back(ReadCost(cost, report));
  }
  for (const TableRow& area : tables_.OfService(report, HsdsTable::kAreas, "service_id", id)) {
    service.areas.push_back(ReadArea(area, report));
  }
  for (const TableRow& language :
       tables_.OfService(report, HsdsTable::kLanguages, "service_id", id)) {
    AddLanguages(language, report, service);
  }
  for (const TableRow& funding :
       tables_.OfService(report, HsdsTable::kFundings, "service_id", id)) {
    std::string source = record::TextLine(report, "funding", "source", funding["source"]);
    if (!source.empty()) service.fundings.push_back(std::move(source));
  }
  for (const TableRow& review : tables_.OfService(report, HsdsTable::kReviews, "service_id", id)) {
    service.reviews.push_back(ReadReview(review, report));
  }
}

void HsdsServiceReader::FillEligibility(const TableRow& row, const FieldReport& report,
                                        Service& service) {
  record::AddAgeRange(report, "service", row["minimum_age"], row["maximum_age"], service.ages);
  for (const TableRow& from :
       tables_.OfService(report, HsdsTable::kEligibilities, "service_id", row["id"])) {
    record::Eligibility eligibility;
    eligibility.ages =
        record::AgeRangeValue(report, "eligibility", from["minimum_age"], from["maximum_age"]);
    if (eligibility.ages) service.ages.push_back(*eligibility.ages);
    eligibility.id = from["id"];
    eligibility.text = record::TextLine(report, "eligibility", "eligibility",
                                        from.Either("eligibility", "description"));
    service.eligibilities.push_back(std::move(eligibility));
  }
}

void HsdsServiceReader::FillCommaLists(const TableRow& row, const FieldReport& report,
                                       Service& service) {
  const auto list = [&](std::string_view column) {
    return record::TextLine(report, "service", column, row[column]);
  };
  const std::string deliverable = list("deliverable_type"), languages = list("languages"),
                    areas = list("service_areas"), fundings = list("funding_sources");
  for (const std::string_view type : SplitList(deliverable, ",;|")) {
    service.deliverable_types.emplace_back(type);
  }
  for (const std::string_view language : SplitList(languages, ",;|")) {
    service.languages.push_back(record::ReadLanguage(language));
  }
  for (const std::string_view area : SplitList(areas, ",;|")) {
    service.areas.emplace_back().name = area;
  }
  for (const std::string_view funding : SplitList(fundings, ",;|")) {
    service.fundings.emplace_back(funding);
  }
}

}  // namespace waypost::sources
