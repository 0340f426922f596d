#include "server/oruk/service_parts.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/core/ascii.h"
#include "server/oruk/published_rest.h"

namespace waypost::oruk {
namespace {

// Begins a part of a service in an array of its kind and ends it, with what the feed said besides
// when `extras`.
class PartWriter {
 public:
  PartWriter(const ServiceRecord& service, std::string_view id, const Json* rest, bool extras,
             OptionalArray& array, JsonText& json)
      : rest_(extras ? rest : nullptr), json_(json) {
    array.Next().StartObject();
    begin_ = MembersBegin(json);
    json.Text("id", id).Text("service_id", service.id());
  }
  PartWriter(const PartWriter&) = delete;
  PartWriter& operator=(const PartWriter&) = delete;
  ~PartWriter() {
    PutRest(rest_, begin_, json_);
    json_.EndObject();
  }

 private:
  const Json* rest_;
  JsonText& json_;
  std::size_t begin_ = 0;
};

bool HasPerson(const Json& contact) {
  return !IsBlank(TextIn(contact, "name")) || !IsBlank(TextIn(contact, "title"));
}

void WriteContactExtras(const Json& contact, JsonText& json) {
  PutText("department", TextIn(contact, "department"), json);
  PutText("email", ValidEmail(TextIn(contact, "email")), json);
}

bool HasNumbers(std::span<const Json> phones) {
  return std::ranges::any_of(phones,
                             [](const Json& phone) { return !IsBlank(TextIn(phone, "number")); });
}

void WriteContact(const ServiceRecord& service, const Json& contact, std::string_view id,
                  const PhoneForm& phones, bool with_phones, OptionalArray& array, JsonText& json) {
  const PartWriter part(service, id, service.RestOf("contact", TextIn(contact, "id")),
                        phones.extras, array, json);
  PutText("name", TextIn(contact, "name"), json);
  PutText("title", TextIn(contact, "title"), json);
  if (phones.extras) WriteContactExtras(contact, json);
  if (with_phones) WritePhones(service, Items(contact, "phones"), phones, json);
}

void WritePhoneExtras(const Json& phone, JsonText& json) {
  for (const char* key : {"extension", "type", "description"})
    PutText(key, TextIn(phone, key), json);
}

// The telephone that is answered in a language.
void PutPhoneId(const Json* rest, JsonText& json) {
  const std::optional<Uuid> phone = ParseUuid(RestText(rest, "phone_id"));
  if (phone) json.Text("phone_id", FormatUuid(*phone));
}

// Rows that name no language, or one that is there already.
void WriteFurtherLanguages(const ServiceRecord& service, std::size_t number, bool extras,
                           OptionalArray& array, JsonText& json) {
  for (std::size_t i = 0; const Json* row = service.RestOf("further_language", std::to_string(i));
       ++i) {
    const std::string id = IdFrom(row, [&] { return service.PartId("language", "", number + i); });
    const PartWriter part(service, id, row, extras, array, json);
    PutPhoneId(row, json);
  }
}

}  // namespace

void WriteServiceAreas(const ServiceRecord& service, Dialect dialect, bool extras, JsonText& json) {
  OptionalArray array("service_areas", json);
  std::size_t number = 0;
  for (const Json& area : Items(service.json(), "service_areas")) {
    const std::string_view own = TextIn(area, "id");
    const std::string_view name = TextIn(area, "name");
    const std::string_view extent = TextIn(area, "extent");
    const Json* rest = service.RestOf("service_area", own);
    const std::string id = service.PartId("service_area", own, number++);
    const PartWriter part(service, id, rest, extras, array, json);
    if (dialect == Dialect::kV3) PutText("name", name, json);
    const std::string_view stated = RestText(rest, "service_area");
    PutText("service_area", IsBlank(stated) ? name : stated, json);
    PutText("extent", extent, json);
    // The builder keeps no other kind.
    if (dialect == Dialect::kV3 && !extent.empty()) json.Text("extent_type", "geojson");
    PutText("uri", ValidAddress(TextIn(area, "uri")), json);
  }
}

void WriteLanguages(const ServiceRecord& service, Dialect dialect, bool extras, JsonText& json) {
  OptionalArray array("languages", json);
  std::size_t number = 0;
  for (const Json& language : Items(service.json(), "languages")) {
    const std::string_view code = TextIn(language, "code");
    const std::string_view name = TextIn(language, "name");
    const std::size_t place = number++;
    const Json* rest = service.RestOf("language", std::to_string(place));
    const std::string id = IdFrom(rest, [&] { return service.PartId("language", "", place); });
    const PartWriter part(service, id, rest, extras, array, json);
    if (dialect == Dialect::kV1) PutText("language", code.empty() ? name : code, json);
    if (dialect == Dialect::kV3) PutPhoneId(rest, json);
    if (!extras) continue;
    const std::string_view stated = RestText(rest, "name");
    PutText("code", code, json);
    PutText("name", IsBlank(stated) ? name : stated, json);
  }
  if (dialect == Dialect::kV3) WriteFurtherLanguages(service, number, extras, array, json);
}

void WriteFunding(const ServiceRecord& service, Dialect dialect, bool extras, JsonText& json) {
  OptionalArray array(dialect == Dialect::kV3 ? "funding" : "fundings", json);
  std::size_t number = 0;
  for (const Json& funding : Items(service.json(), "fundings")) {
    const std::size_t place = number++;
    const Json* rest = service.RestOf("funding", std::to_string(place));
    const std::string id = IdFrom(rest, [&] { return service.PartId("funding", "", place); });
    if (!funding.IsString() || IsBlank(funding.GetString())) continue;
    const PartWriter part(service, id, rest, extras, array, json);
    json.Text("source", funding.GetString());
  }
}

void WriteCostOptions(const ServiceRecord& service, bool extras, JsonText& json) {
  OptionalArray array("cost_options", json);
  std::size_t number = 0;
  for (const Json& option : Items(service.json(), "cost_options")) {
    const std::string_view own = TextIn(option, "id");
    const PartWriter part(service, service.PartId("cost_option", own, number++),
                          service.RestOf("cost_option", own), extras, array, json);
    PutText("valid_from", TextIn(option, "valid_from"), json);
    PutText("valid_to", TextIn(option, "valid_to"), json);
    PutText("option", TextIn(option, "option"), json);
    const std::optional<double> amount = NumberIn(option, "amount");
    if (amount && *amount >= 0) json.Number("amount", *amount);
    PutText("amount_description", TextIn(option, "amount_description"), json);
    if (extras) PutText("currency", TextIn(option, "currency"), json);
  }
}

void WriteContacts(const ServiceRecord& service, Dialect dialect, bool extras, JsonText& json) {
  const bool with_phones = dialect == Dialect::kV1 || extras;
  OptionalArray array("contacts", json);
  std::size_t number = 0;
  for (const Json& contact : Items(service.json(), "contacts")) {
    const std::string id = service.PartId("contact", TextIn(contact, "id"), number++);
    const bool says_more = with_phones && HasNumbers(Items(contact, "phones"));
    if (!HasPerson(contact) && !says_more && !extras) continue;
    WriteContact(service, contact, id, {.contact_id = id, .extras = extras}, with_phones, array,
                 json);
  }
  if (dialect == Dialect::kV1 && HasNumbers(Items(service.json(), "phones"))) {
    const std::string id = service.PartId("contact", "", number);
    const PartWriter part(service, id, nullptr, extras, array, json);
    WritePhones(service, Items(service.json(), "phones"), {.contact_id = id}, json);
  }
}

void WriteContactsAt(const ServiceRecord& service, const Json& at, JsonText& json) {
  {
    OptionalArray array("contacts", json);
    std::size_t number = 0;
    for (const Json& contact : Items(at, "contacts")) {
      const std::string place =
          std::string(TextIn(at, "public_id")) + " " + std::to_string(number++);
      const std::string_view own = TextIn(contact, "id");
      const std::string id = service.PartId("contact", own.empty() ? place : own, 0);
      WriteContact(service, contact, id, {.contact_id = id, .extras = true}, true, array, json);
    }
  }
  WritePhones(service, Items(at, "phones"), {.extras = true}, json);
}

void WritePhones(const ServiceRecord& service, std::span<const Json> phones, const PhoneForm& form,
                 JsonText& json) {
  OptionalArray array("phones", json);
  std::size_t number = 0;
  for (const Json& phone : phones) {
    if (IsBlank(TextIn(phone, "number"))) continue;
    const std::string place = std::string(form.contact_id) + " " + std::to_string(number++);
    const std::string_view own = TextIn(phone, "id");
    array.Next().StartObject();
    const std::size_t begin = MembersBegin(json);
    json.Text("id", service.PartId("phone", own.empty() ? place : own, 0));
    if (!form.contact_id.empty()) json.Text("contact_id", form.contact_id);
    json.Text("number", TextIn(phone, "number"));
    PutText("language", TextIn(phone, "language"), json);
    if (form.extras) {
      WritePhoneExtras(phone, json);
      PutRest(service.RestOf("phone", own), begin, json);
    }
    json.EndObject();
  }
}

}  // namespace waypost::oruk
