#include "server/oruk/location_json.h"

#include <string>

#include "server/oruk/address.h"

namespace waypost::oruk {
namespace {

// Parts of a location belong to it, not to a service: several services share it.
std::string PartOfLocation(std::string_view location, std::string_view entity, std::size_t number) {
  return FormatUuid(PublicId("", entity, std::string(location) + " " + std::to_string(number)));
}

std::string_view TypeOf(const Json& location) {
  const std::string_view type = TextIn(location, "type");
  return type.empty() ? "physical" : type;
}

void WriteAddress(const Json& location, Dialect dialect, JsonText& json) {
  const std::optional<CompleteAddress> address = AddressOf(location);
  const bool is_v3 = dialect == Dialect::kV3;
  if (!address || (is_v3 && IsBlank(address->address_1))) return;
  const std::string_view id = TextIn(location, "public_id");
  json.StartArray(is_v3 ? "addresses" : "physical_addresses")
      .StartObject()
      .Text("id", PartOfLocation(id, "address", 0));
  if (!is_v3) json.Text("location_id", id);
  PutText("address_1", std::string_view(address->address_1), json);
  json.Text("city", address->city)
      .Text("state_province", address->state_province)
      .Text("postal_code", address->postal_code)
      .Text("country", address->country);
  if (is_v3) json.Text("address_type", TypeOf(location) == "postal" ? "postal" : "physical");
  json.EndObject().EndArray();
}

bool IsAbsent(const Json& statement) { return !BoolIn(statement, "present").value_or(true); }

// What is stated to be absent is words in v3, and nothing in v1, which has no place for it.
void WriteAccessibility(const Json& location, Dialect dialect, JsonText& json) {
  const bool is_v3 = dialect == Dialect::kV3;
  const std::string_view id = TextIn(location, "public_id");
  OptionalArray array(is_v3 ? "accessibility" : "accessibility_for_disabilities", json);
  std::size_t number = 0;
  for (const Json& statement : Items(location, "accessibility")) {
    const std::string_view feature = TextIn(statement, "feature");
    const std::string own = PartOfLocation(id, "accessibility", number++);
    const bool is_present = !feature.empty() && !IsAbsent(statement);
    if (!is_v3 && !is_present) continue;
    const std::string_view text = TextIn(statement, "text");
    if (!is_present && IsBlank(text) && feature.empty()) continue;
    array.Next().StartObject().Text("id", own).Text("location_id", id);
    if (is_v3) {
      if (!is_present && IsBlank(text)) {
        json.Text("description", "no " + std::string(feature));
      } else {
        PutText("description", text, json);
      }
      PutText("url", ValidAddress(TextIn(statement, "url")), json);
    }
    if (is_present) json.Text("accessibility", feature);
    json.EndObject();
  }
}

}  // namespace

void WriteLocationRow(const Json& location, Dialect dialect, bool extras, JsonText& json) {
  json.Text("id", TextIn(location, "public_id"));
  if (dialect == Dialect::kV3) json.Text("location_type", TypeOf(location));
  PutText("name", TextIn(location, "name"), json);
  PutText("description", TextIn(location, "description"), json);
  const std::optional<double> lat = NumberIn(location, "lat");
  const std::optional<double> lon = NumberIn(location, "lon");
  if (lat && lon) json.Number("latitude", *lat).Number("longitude", *lon);
  if (!extras) return;
  PutText("transportation", TextIn(location, "transportation"), json);
  PutText("url", ValidAddress(TextIn(location, "url")), json);
}

void WriteLocationRest(const Json& location, Dialect dialect, JsonText& json) {
  WriteAddress(location, dialect, json);
  WriteAccessibility(location, dialect, json);
}

const Json* PlaceIn(const ServiceRecord& service, std::string_view at_location_id) {
  for (const Json& at : Items(service.json(), "locations")) {
    if (TextIn(at, "public_id") == at_location_id) return &at;
  }
  return nullptr;
}

}  // namespace waypost::oruk
