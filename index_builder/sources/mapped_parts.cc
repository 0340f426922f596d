#include "index_builder/sources/mapped_parts.h"

#include <string>
#include <utility>
#include <vector>

#include "index_builder/record/field_values.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_words.h"
#include "index_builder/record/term_ref.h"
#include "index_builder/sources/area_extent.h"
#include "index_builder/sources/list_text.h"
#include "index_builder/sources/mapped_values.h"

namespace waypost::sources {
namespace {

using record::FieldReport;
using record::Service;

void FillOrganisation(const Mapping& mapping, const CsvRow& row, const FieldReport& report,
                      Service& service) {
  const MappedValues values(mapping.organisation, row, report);
  record::Organisation organisation;
  organisation.name = record::TextLine(report, "organisation", "name", values["name"]);
  if (organisation.name.empty()) return;
  organisation.id = record::TextLine(report, "organisation", "id", values["id"]);
  organisation.alternate_name =
      record::TextLine(report, "organisation", "alternate_name", values["alternate_name"]);
  organisation.description =
      record::TextBlock(report, "organisation", "description", values["description"]);
  organisation.email = record::EmailValue(report, "organisation", "email", values["email"]);
  organisation.url = record::UrlValue(report, "organisation", "url", values["url"]);
  organisation.logo = record::UrlValue(report, "organisation", "logo", values["logo"]);
  organisation.uri = record::UrlValue(report, "organisation", "uri", values["uri"]);
  service.organisation = std::move(organisation);
}

void AddTerm(const MappedSection& section, const CsvRow& row, const FieldReport& report,
             Service& service) {
  const MappedValues values(section, row, report);
  const std::string id = values["id"], code = values["code"], vocabulary = values["vocabulary"];
  const std::string label = record::TextLine(report, "term", "label", values["label"]);
  if (id.empty() && code.empty() && label.empty()) return;
  record::TermRef term =
      record::ReadTermRef({.id = id, .code = code, .name = label, .vocabulary = vocabulary});
  if (term.code.empty()) return;
  if (term.label.empty()) term.label = label;
  service.terms.push_back(std::move(term));
}

// A cell with several numbers, one a line or with semicolons between, is several phones.
void AddPhones(const MappedSection& section, const CsvRow& row, const FieldReport& report,
               Service& service) {
  const MappedValues values(section, row, report);
  const std::string numbers = values["number"];
  for (const std::string_view number : SplitList(numbers, ";\r\n")) {
    record::Phone phone;
    phone.number = record::TextLine(report, "phone", "number", number);
    phone.extension = record::TextLine(report, "phone", "extension", values["extension"]);
    phone.type = record::TextLine(report, "phone", "type", values["type"]);
    phone.language = record::TextLine(report, "phone", "language", values["language"]);
    phone.description = record::TextLine(report, "phone", "description", values["description"]);
    service.phones.push_back(std::move(phone));
  }
}

void AddContact(const MappedSection& section, const CsvRow& row, const FieldReport& report,
                Service& service) {
  const MappedValues values(section, row, report);
  record::Contact contact;
  contact.name = record::TextLine(report, "contact", "name", values["name"]);
  contact.title = record::TextLine(report, "contact", "title", values["title"]);
  contact.department = record::TextLine(report, "contact", "department", values["department"]);
  contact.email = record::EmailValue(report, "contact", "email", values["email"]);
  const std::string numbers = values["phone"];
  for (const std::string_view number : SplitList(numbers, ";\r\n")) {
    contact.phones.emplace_back().number = record::TextLine(report, "contact", "phone", number);
  }
  if (contact != record::Contact()) service.contacts.push_back(std::move(contact));
}

void AddCost(const MappedSection& section, const CsvRow& row, const FieldReport& report,
             Service& service) {
  const MappedValues values(section, row, report);
  record::CostOption cost;
  cost.option = record::TextLine(report, "cost", "option", values["option"]);
  cost.amount = record::AmountValue(report, "cost", "amount", values["amount"]);
  cost.amount_description =
      record::TextLine(report, "cost", "amount_description", values["amount_description"]);
  cost.valid_from = record::DateValue(report, "cost", "valid_from", values["valid_from"]);
  cost.valid_to = record::DateValue(report, "cost", "valid_to", values["valid_to"]);
  if (cost == record::CostOption()) return;
  cost.currency = record::TextLine(report, "cost", "currency", values["currency"]);
  service.cost_options.push_back(std::move(cost));
}

void AddArea(const MappedSection& section, const CsvRow& row, const FieldReport& report,
             Service& service) {
  const MappedValues values(section, row, report);
  record::ServiceArea area;
  area.name = record::TextLine(report, "area", "name", values["name"]);
  area.uri = record::TextLine(report, "area", "uri", values["uri"]);
  area.extent = ExtentValue(report, values["extent"]);
  area.extent_type = values["extent_type"];
  if (area.name.empty() && area.uri.empty() && area.extent.empty()) return;
  service.areas.push_back(std::move(area));
}

}  // namespace

void FillServiceFields(const Mapping& mapping, const CsvRow& row, const FieldReport& report,
                       Service& service) {
  const MappedValues values(mapping.service, row, report);
  const auto line = [&](std::string_view key) {
    return record::TextLine(report, "service", key, values[key]);
  };
  const auto block = [&](std::string_view key) {
    return record::TextBlock(report, "service", key, values[key]);
  };
  service.alternate_name = line("alternate_name");
  service.description = block("description");
  service.url = record::UrlValue(report, "service", "url", values["url"]);
  service.email = record::EmailValue(report, "service", "email", values["email"]);
  service.fees = block("fees");
  service.accreditations = block("accreditations");
  service.licenses = block("licenses");
  service.alert = block("alert");
  service.application_process = block("application_process");
  service.eligibility_description = block("eligibility_description");
  service.interpretation_services = block("interpretation_services");
  service.wait_time = block("wait_time");
  service.attending = record::AttendingValue(report, "service", "attending", values["attending"]);
  service.access = record::AccessValue(report, "service", "access", values["access"]);
  service.assured_date =
      record::DateValue(report, "service", "assured_date", values["assured_date"]);
  service.assurer_email =
      record::EmailValue(report, "service", "assurer_email", values["assurer_email"]);
  service.last_modified =
      record::MomentValue(report, "service", "last_modified", values["last_modified"]);
  service.confidential =
      record::ConfidentialValue(report, "service", "confidential", values["confidential"]);
  const std::string deliverable = line("deliverable_types"), languages = line("languages"),
                    funding = line("funding");
  for (const std::string_view type : SplitList(deliverable, ",;|")) {
    service.deliverable_types.emplace_back(type);
  }
  for (const std::string_view language : SplitList(languages, ",;|")) {
    service.languages.push_back(record::ReadLanguage(language));
  }
  if (!funding.empty()) service.fundings.push_back(funding);
}

void FillServiceParts(const Mapping& mapping, const CsvRow& row, const FieldReport& report,
                      Service& service) {
  FillOrganisation(mapping, row, report, service);
  const MappedValues ages(mapping.ages, row, report);
  record::AddAgeRange(report, "ages", ages["minimum"], ages["maximum"], service.ages);
  for (const MappedSection& section : mapping.terms) AddTerm(section, row, report, service);
  for (const MappedSection& section : mapping.phones) AddPhones(section, row, report, service);
  for (const MappedSection& section : mapping.contacts) AddContact(section, row, report, service);
  for (const MappedSection& section : mapping.costs) AddCost(section, row, report, service);
  for (const MappedSection& section : mapping.areas) AddArea(section, row, report, service);
  for (const MappedSection& section : mapping.eligibilities) {
    record::Eligibility eligibility;
    eligibility.text =
        record::TextLine(report, "eligibility", "text", MappedValues(section, row, report)["text"]);
    if (!eligibility.text.empty()) service.eligibilities.push_back(std::move(eligibility));
  }
}

}  // namespace waypost::sources
