#include "index_builder/sources/hsds_contacts.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "index_builder/record/field_values.h"

namespace waypost::sources {
namespace {

using record::FieldReport;

record::Phone ReadPhone(const TableRow& row, const FieldReport& report) {
  record::Phone phone;
  phone.id = row["id"];
  phone.number = record::TextLine(report, "phone", "number", row["number"]);
  phone.extension = record::TextLine(report, "phone", "extension", row["extension"]);
  phone.type = record::TextLine(report, "phone", "type", row.Either("type", "number_type"));
  phone.language = record::TextLine(report, "phone", "language", row["language"]);
  phone.description =
      record::TextLine(report, "phone", "description", row.Either("description", "department"));
  return phone;
}

// True when `row` names a parent closer than the one it was found by.
bool HangsCloser(const TableRow& row, std::initializer_list<std::string_view> closer) {
  return std::any_of(closer.begin(), closer.end(),
                     [&](std::string_view column) { return !row[column].empty(); });
}

void AddPhones(HsdsTables& tables, std::string_view column, std::string_view id,
               std::initializer_list<std::string_view> closer, const FieldReport& report,
               std::vector<record::Phone>& phones) {
  for (const TableRow& row : tables.FindShared(report, HsdsTable::kPhones, column, id)) {
    if (HangsCloser(row, closer)) continue;
    record::Phone phone = ReadPhone(row, report);
    if (!phone.number.empty()) phones.push_back(std::move(phone));
  }
}

record::Contact ReadContact(HsdsTables& tables, const TableRow& row, const FieldReport& report) {
  record::Contact contact;
  contact.id = row["id"];
  contact.name = record::TextLine(report, "contact", "name", row["name"]);
  contact.title = record::TextLine(report, "contact", "title", row["title"]);
  contact.department = record::TextLine(report, "contact", "department", row["department"]);
  contact.email = record::EmailValue(report, "contact", "email", row["email"]);
  AddPhones(tables, "contact_id", row["id"], {}, report, contact.phones);
  return contact;
}

void AddContacts(HsdsTables& tables, std::string_view column, std::string_view id,
                 std::initializer_list<std::string_view> closer, const FieldReport& report,
                 std::vector<record::Contact>& contacts) {
  for (const TableRow& row : tables.FindShared(report, HsdsTable::kContacts, column, id)) {
    if (!HangsCloser(row, closer)) contacts.push_back(ReadContact(tables, row, report));
  }
}

bool HasPhone(const record::Service& service) {
  const auto contact_has = [](const record::Contact& contact) { return !contact.phones.empty(); };
  const auto place_has = [&](const record::ServiceAtLocation& at) {
    return !at.phones.empty() || !at.location.phones.empty() ||
           std::any_of(at.contacts.begin(), at.contacts.end(), contact_has);
  };
  return !service.phones.empty() ||
         std::any_of(service.contacts.begin(), service.contacts.end(), contact_has) ||
         std::any_of(service.locations.begin(), service.locations.end(), place_has);
}

}  // namespace

void AddHsdsContacts(HsdsTables& tables, const TableRow& row, const FieldReport& report,
                     record::Service& service) {
  const std::string_view id = row["id"];
  AddContacts(tables, "service_id", id, {"service_at_location_id"}, report, service.contacts);
  AddPhones(tables, "service_id", id, {"contact_id", "service_at_location_id"}, report,
            service.phones);
  for (record::ServiceAtLocation& at : service.locations) {
    AddContacts(tables, "service_at_location_id", at.id, {}, report, at.contacts);
    AddContacts(tables, "location_id", at.location.id, {"service_id", "service_at_location_id"},
                report, at.contacts);
    AddPhones(tables, "service_at_location_id", at.id, {"contact_id"}, report, at.phones);
    AddPhones(tables, "location_id", at.location.id,
              {"contact_id", "service_at_location_id", "service_id"}, report, at.location.phones);
  }
  if (HasPhone(service) || !service.organisation) return;
  AddPhones(tables, "organization_id", service.organisation->id,
            {"contact_id", "service_at_location_id", "service_id", "location_id"}, report,
            service.phones);
}

}  // namespace waypost::sources
