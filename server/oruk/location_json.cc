#include "server/oruk/location_json.h"

#include <string>

#include "server/oruk/address.h"
#include "server/oruk/published_rest.h"
#include "server/oruk/service_parts.h"
#include "server/oruk/term_json.h"

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

// Of which the feed said more, by the own id of the location.
const Json* RestOf(const LocationWriting& writing, std::string_view entity, std::size_t number) {
  const std::string own(TextIn(writing.location, "id"));
  return writing.service.RestOf(entity, own + " " + std::to_string(number));
}

std::string_view AddressType(const Json& location, const Json* rest) {
  const std::string_view stated = RestText(rest, "address_type");
  if (stated == "postal" || stated == "virtual") return stated;
  return TypeOf(location) == "postal" ? "postal" : "physical";
}

// The members of one address, the `place`th of its location, of which the feed said `rest`.
void WriteAddressMembers(const LocationWriting& writing, const CompleteAddress& address,
                         const Json* rest, std::size_t place, JsonText& json) {
  const bool is_v3 = writing.dialect == Dialect::kV3;
  const std::string_view id = TextIn(writing.location, "public_id");
  json.Text("id", IdFrom(rest, [&] { return PartOfLocation(id, "address", place); }));
  if (!is_v3) json.Text("location_id", id);
  if (is_v3) PutText("attention", RestText(rest, "attention"), json);
  PutText("address_1", std::string_view(address.address_1), json);
  json.Text("city", address.city);
  if (is_v3) PutText("region", RestText(rest, "region"), json);
  json.Text("state_province", address.state_province)
      .Text("postal_code", address.postal_code)
      .Text("country", address.country);
  if (is_v3) json.Text("address_type", AddressType(writing.location, rest));
}

void WriteAddress(const LocationWriting& writing, OptionalArray& array, JsonText& json) {
  const std::optional<CompleteAddress> address = AddressOf(writing.location);
  const bool is_v3 = writing.dialect == Dialect::kV3;
  if (!address || (is_v3 && IsBlank(address->address_1))) return;
  const Json* rest = writing.service.RestOf("address", TextIn(writing.location, "id"));
  array.Next().StartObject();
  const std::size_t begin = MembersBegin(json);
  WriteAddressMembers(writing, *address, rest, 0, json);
  if (writing.extras) PutRest(rest, begin, json);
  json.EndObject();
}

// One is in the record; others are mended from what was published. With `extras` those that cannot
// be are there too, as they were.
void WriteAddresses(const LocationWriting& writing, JsonText& json) {
  const bool is_v3 = writing.dialect == Dialect::kV3;
  OptionalArray array(is_v3 ? "addresses" : "physical_addresses", json);
  WriteAddress(writing, array, json);
  if (!is_v3) return;
  for (std::size_t i = 1; const Json* other = RestOf(writing, "address", i); ++i) {
    const std::optional<CompleteAddress> address = AddressAsPublished(*other);
    const bool is_valid = address && !IsBlank(address->address_1);
    if (!is_valid && !writing.extras) continue;
    array.Next().StartObject();
    const std::size_t begin = MembersBegin(json);
    if (is_valid) WriteAddressMembers(writing, *address, other, i, json);
    if (writing.extras) PutRest(other, begin, json);
    json.EndObject();
  }
}

bool IsAbsent(const Json& statement) { return !BoolIn(statement, "present").value_or(true); }

// What a statement says in v3; "" where it has no words.
std::string WordsOf(const Json& statement, const Json* rest) {
  const std::string_view published = RestText(rest, "description");
  if (!IsBlank(published)) return std::string(published);
  const std::string_view text = TextIn(statement, "text");
  if (!IsBlank(text) || !IsAbsent(statement)) return std::string(text);
  return "no " + std::string(TextIn(statement, "feature"));
}

// What is stated to be absent is words in v3, and nothing in v1, which has no place for it.
void WriteAccessibility(const LocationWriting& writing, JsonText& json) {
  const bool is_v3 = writing.dialect == Dialect::kV3;
  const std::string_view id = TextIn(writing.location, "public_id");
  OptionalArray array(is_v3 ? "accessibility" : "accessibility_for_disabilities", json);
  std::size_t number = 0;
  for (const Json& statement : Items(writing.location, "accessibility")) {
    const std::size_t place = number++;
    const std::string_view feature = TextIn(statement, "feature");
    const bool is_present = !feature.empty() && !IsAbsent(statement);
    const Json* rest = RestOf(writing, "accessibility", place);
    const std::string words = WordsOf(statement, rest);
    if (!is_present && (!is_v3 || IsBlank(words))) continue;
    array.Next().StartObject();
    const std::size_t begin = MembersBegin(json);
    json.Text("id", IdFrom(rest, [&] { return PartOfLocation(id, "accessibility", place); }))
        .Text("location_id", id);
    if (is_v3) {
      PutText("description", std::string_view(words), json);
      PutText("details", RestText(rest, "details"), json);
      PutText("url", ValidAddress(TextIn(statement, "url")), json);
    }
    if (is_present) json.Text("accessibility", feature);
    if (writing.extras) PutRest(rest, begin, json);
    json.EndObject();
  }
}

}  // namespace

void WriteLocationRow(const LocationWriting& writing, JsonText& json) {
  const Json& location = writing.location;
  json.Text("id", TextIn(location, "public_id"));
  if (writing.dialect == Dialect::kV3) json.Text("location_type", TypeOf(location));
  PutText("name", TextIn(location, "name"), json);
  PutText("description", TextIn(location, "description"), json);
  const std::optional<double> lat = NumberIn(location, "lat");
  const std::optional<double> lon = NumberIn(location, "lon");
  if (lat && lon) json.Number("latitude", *lat).Number("longitude", *lon);
  if (writing.dialect == Dialect::kV3) {
    const Json* rest = writing.service.RestOf("location", TextIn(location, "id"));
    for (const char* key : {"external_identifier", "external_identifier_type"}) {
      PutText(key, RestText(rest, key), json);
    }
  }
  if (!writing.extras) return;
  PutText("source_id", TextIn(location, "id"), json);
  PutText("transportation", TextIn(location, "transportation"), json);
  PutText("url", ValidAddress(TextIn(location, "url")), json);
}

void WriteLocation(const LocationWriting& writing, JsonText& json) {
  const std::size_t begin = MembersBegin(json);
  WriteLocationRow(writing, json);
  WriteAddresses(writing, json);
  WriteAccessibility(writing, json);
  if (writing.terms != nullptr) {
    WriteLocationAttributes(*writing.terms, writing.service, writing.location, writing.extras,
                            json);
  }
  if (!writing.extras) return;
  WritePhones(writing.service, Items(writing.location, "phones"), {.extras = true}, json);
  PutRest(writing.service.RestOf("location", TextIn(writing.location, "id")), begin, json);
}

const Json* PlaceIn(const ServiceRecord& service, std::string_view at_location_id) {
  for (const Json& at : Items(service.json(), "locations")) {
    if (TextIn(at, "public_id") == at_location_id) return &at;
  }
  return nullptr;
}

}  // namespace waypost::oruk
