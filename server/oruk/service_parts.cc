#include "server/oruk/service_parts.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/core/ascii.h"

namespace waypost::oruk {
namespace {

std::string_view ExtentType(const Json& area) {
  constexpr std::array<std::string_view, 4> kTypes = {"geojson", "topojson", "kml", "text"};
  const std::string stated = LowerCase(TextIn(area, "extent_type"));
  const auto known = std::ranges::find(kTypes, stated);
  if (known != kTypes.end()) return *known;
  return TextIn(area, "extent").starts_with('{') ? "geojson" : "text";
}

void BeginPart(const ServiceRecord& service, std::string_view id, OptionalArray& array) {
  array.Next().StartObject().Text("id", id).Text("service_id", service.id());
}

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
                  bool with_phones, bool extras, OptionalArray& array, JsonText& json) {
  BeginPart(service, id, array);
  PutText("name", TextIn(contact, "name"), json);
  PutText("title", TextIn(contact, "title"), json);
  if (extras) WriteContactExtras(contact, json);
  if (with_phones) WritePhones(service, Items(contact, "phones"), id, json);
  json.EndObject();
}

}  // namespace

void WriteServiceAreas(const ServiceRecord& service, Dialect dialect, JsonText& json) {
  OptionalArray array("service_areas", json);
  std::size_t number = 0;
  for (const Json& area : Items(service.json(), "service_areas")) {
    const std::string id = service.PartId("service_area", TextIn(area, "id"), number++);
    const std::string_view extent = TextIn(area, "extent");
    BeginPart(service, id, array);
    if (dialect == Dialect::kV3) PutText("name", TextIn(area, "name"), json);
    PutText("service_area", TextIn(area, "name"), json);
    PutText("extent", extent, json);
    if (dialect == Dialect::kV3 && !extent.empty()) json.Text("extent_type", ExtentType(area));
    PutText("uri", ValidAddress(TextIn(area, "uri")), json);
    json.EndObject();
  }
}

void WriteLanguages(const ServiceRecord& service, Dialect dialect, bool extras, JsonText& json) {
  OptionalArray array("languages", json);
  std::size_t number = 0;
  for (const Json& language : Items(service.json(), "languages")) {
    const std::string_view code = TextIn(language, "code");
    const std::string_view name = TextIn(language, "name");
    BeginPart(service, service.PartId("language", "", number++), array);
    if (dialect == Dialect::kV1) PutText("language", code.empty() ? name : code, json);
    if (extras) {
      PutText("code", code, json);
      PutText("name", name, json);
    }
    json.EndObject();
  }
}

void WriteFunding(const ServiceRecord& service, Dialect dialect, JsonText& json) {
  OptionalArray array(dialect == Dialect::kV3 ? "funding" : "fundings", json);
  std::size_t number = 0;
  for (const Json& funding : Items(service.json(), "fundings")) {
    if (!funding.IsString() || IsBlank(funding.GetString())) continue;
    BeginPart(service, service.PartId("funding", "", number++), array);
    json.Text("source", funding.GetString()).EndObject();
  }
}

void WriteCostOptions(const ServiceRecord& service, bool extras, JsonText& json) {
  OptionalArray array("cost_options", json);
  std::size_t number = 0;
  for (const Json& option : Items(service.json(), "cost_options")) {
    BeginPart(service, service.PartId("cost_option", TextIn(option, "id"), number++), array);
    PutText("valid_from", TextIn(option, "valid_from"), json);
    PutText("valid_to", TextIn(option, "valid_to"), json);
    PutText("option", TextIn(option, "option"), json);
    const std::optional<double> amount = NumberIn(option, "amount");
    if (amount && *amount >= 0) json.Number("amount", *amount);
    PutText("amount_description", TextIn(option, "amount_description"), json);
    if (extras) PutText("currency", TextIn(option, "currency"), json);
    json.EndObject();
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
    WriteContact(service, contact, id, with_phones, extras, array, json);
  }
  if (dialect == Dialect::kV1 && HasNumbers(Items(service.json(), "phones"))) {
    const std::string id = service.PartId("contact", "", number);
    BeginPart(service, id, array);
    WritePhones(service, Items(service.json(), "phones"), id, json);
    json.EndObject();
  }
}

void WritePhones(const ServiceRecord& service, std::span<const Json> phones,
                 std::string_view contact_id, JsonText& json) {
  OptionalArray array("phones", json);
  std::size_t number = 0;
  for (const Json& phone : phones) {
    if (IsBlank(TextIn(phone, "number"))) continue;
    const std::string owner = std::string(contact_id) + " " + std::to_string(number++);
    array.Next().StartObject().Text(
        "id",
        service.PartId("phone", TextIn(phone, "id").empty() ? owner : TextIn(phone, "id"), 0));
    if (!contact_id.empty()) json.Text("contact_id", contact_id);
    json.Text("number", TextIn(phone, "number"));
    PutText("language", TextIn(phone, "language"), json);
    json.EndObject();
  }
}

}  // namespace waypost::oruk
