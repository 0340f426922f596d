#pragma once

// What belongs to a service and differs little between the dialects.

#include "server/oruk/optional_json.h"
#include "server/oruk/organization_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

// "service_areas".
void WriteServiceAreas(const ServiceRecord& service, Dialect dialect, bool extras, JsonText& json);
// "languages": v3 cannot say which, unless `extras`.
void WriteLanguages(const ServiceRecord& service, Dialect dialect, bool extras, JsonText& json);
// "funding", in v1 "fundings".
void WriteFunding(const ServiceRecord& service, Dialect dialect, bool extras, JsonText& json);
// "cost_options"; `extras` adds the currency.
void WriteCostOptions(const ServiceRecord& service, bool extras, JsonText& json);
// "contacts": in v3 names and titles, in v1 with phones, those of the service as one contact more.
void WriteContacts(const ServiceRecord& service, Dialect dialect, bool extras, JsonText& json);
// "contacts" and "phones" of a service at a location, which only HSDS has.
void WriteContactsAt(const ServiceRecord& service, const Json& at, JsonText& json);
struct PhoneForm {
  std::string_view contact_id = {};  // "" for those of no contact
  bool extras = false;
};
// "phones".
void WritePhones(const ServiceRecord& service, std::span<const Json> phones, const PhoneForm& form,
                 JsonText& json);

}  // namespace waypost::oruk
