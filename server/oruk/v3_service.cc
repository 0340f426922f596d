#include "server/oruk/v3_service.h"

#include <algorithm>
#include <array>

#include "server/oruk/location_json.h"
#include "server/oruk/published_rest.h"
#include "server/oruk/service_parts.h"
#include "server/oruk/term_json.h"
#include "server/oruk/v3_schedule.h"

namespace waypost::oruk {
namespace {

// The span of all stated ranges; a bound that one of them leaves open is open.
void WriteAges(const ServiceRecord& service, JsonText& json) {
  const std::span<const Json> ages = Items(service.json(), "ages");
  const auto hull = [&](const char* key, auto choose) {
    std::optional<double> bound;
    for (const Json& range : ages) {
      const std::optional<double> here = NumberIn(range, key);
      if (!here) return std::optional<double>();
      bound = bound ? choose(*bound, *here) : *here;
    }
    return bound;
  };
  const auto least = hull("min", [](double a, double b) { return std::min(a, b); });
  const auto most = hull("max", [](double a, double b) { return std::max(a, b); });
  if (least) json.Number("minimum_age", *least);
  if (most) json.Number("maximum_age", *most);
}

void PutWords(const char* key, std::span<const Json> words, JsonText& json) {
  std::string text;
  for (const Json& word : words) {
    if (!word.IsString()) continue;
    text.append(text.empty() ? "" : ", ").append(word.GetString(), word.GetStringLength());
  }
  PutText(key, std::string_view(text), json);
}

std::string EligibleWords(const ServiceRecord& service) {
  std::string words;
  for (const Json& row : Items(service.json(), "eligibilities")) {
    const std::string_view text = TextIn(row, "text");
    if (IsBlank(text)) continue;
    words.append(words.empty() ? "" : "; ").append(text);
  }
  return words;
}

void WriteRowExtras(const ServiceRecord& service, JsonText& json) {
  constexpr std::array<const char*, 7> kTexts = {"source_id",
                                                 "alternate_name",
                                                 "application_process",
                                                 "eligibility_description",
                                                 "interpretation_services",
                                                 "licenses",
                                                 "wait_time"};
  for (const char* key : kTexts) PutText(key, service.Text(key), json);
  // Of 1.0, where they are the words of rows.
  if (IsBlank(service.Text("eligibility_description"))) {
    PutText("eligibility_description", std::string_view(EligibleWords(service)), json);
  }
  // 1.0 has these of a service, and feeds of 3.0 keep them.
  PutWords("attending_type", Items(service.json(), "attending"), json);
  PutWords("attending_access", Items(service.json(), "access"), json);
  if (BoolIn(service.json(), "confidential").value_or(false)) json.Bool("confidential", true);
  PutWords("deliverable_type", Items(service.json(), "deliverable_types"), json);
}

void WriteOrganizationMember(const V3Writing& writing, const ServiceRecord& service, bool is_whole,
                             JsonText& json) {
  json.StartObject("organization");
  const std::size_t begin = MembersBegin(json);
  WriteOrganization(writing.catalogue, service, Dialect::kV3, json);
  const Json* organization = ObjectIn(service.json(), "organization");
  if (is_whole && organization != nullptr) {
    const std::string id = OrganizationIdOf(writing.catalogue, service);
    WriteV3Attributes(
        writing.index, writing.catalogue,
        {.id = id, .link_type = "organization", .record = *organization, .service = service},
        writing.extras, json);
    WriteOrganizationRest(service, id, writing.extras, json);
    if (writing.extras) WriteOrganizationExtras(service, begin, json);
  }
  json.EndObject();
}

// What HSDS has of a service at a location, and what the feed said besides.
void WritePlaceExtras(const ServiceRecord& service, const Json& at, std::size_t begin,
                      JsonText& json) {
  PutText("source_id", TextIn(at, "id"), json);
  PutText("description", TextIn(at, "description"), json);
  WriteContactsAt(service, at, json);
  PutRest(service.RestOf("service_at_location", TextIn(at, "id")), begin, json);
}

void WriteWholeLocation(const V3Writing& writing, const ServiceRecord& service,
                        const Json& location, JsonText& json) {
  json.StartObject("location");
  const TermTables terms{writing.index, writing.catalogue};
  WriteLocation({.service = service,
                 .location = location,
                 .dialect = Dialect::kV3,
                 .extras = writing.extras,
                 .terms = &terms},
                json);
  json.EndObject();
}

void BeginPlace(const ServiceRecord& service, const Json& at, JsonText& json) {
  const Json* location = ObjectIn(at, "location");
  json.Text("id", TextIn(at, "public_id")).Text("service_id", service.id());
  if (location != nullptr) json.Text("location_id", TextIn(*location, "public_id"));
}

void WritePlaces(const V3Writing& writing, const ServiceRecord& service, JsonText& json) {
  OptionalArray array("service_at_locations", json);
  for (const Json& at : Items(service.json(), "locations")) {
    const Json* location = ObjectIn(at, "location");
    if (location == nullptr) continue;
    array.Next().StartObject();
    const std::size_t begin = MembersBegin(json);
    BeginPlace(service, at, json);
    WriteWholeLocation(writing, service, *location, json);
    if (writing.extras) WritePlaceExtras(service, at, begin, json);
    json.EndObject();
  }
}

}  // namespace

void WriteV3ServiceScalars(const V3Writing& writing, const ServiceRecord& service, JsonText& json) {
  const std::string_view name = service.Text("name");
  const std::string_view status = service.Text("status");
  json.Text("id", service.id())
      .Text("organization_id", OrganizationIdOf(writing.catalogue, service))
      .Text("name", IsBlank(name) ? service.id() : name);
  PutText("description", service.Text("description"), json);
  PutText("url", ValidAddress(service.Text("url")), json);
  PutText("email", ValidEmail(service.Text("email")), json);
  json.Text("status", status.empty() ? "active" : status);
  PutText("fees", service.Text("fees"), json);
  PutText("accreditations", service.Text("accreditations"), json);
  WriteAges(service, json);
  PutText("assured_date", service.Text("assured_date"), json);
  PutText("assurer_email", ValidEmail(service.Text("assurer_email")), json);
  PutText("alert", service.Text("alert"), json);
  PutText("last_modified", service.Text("last_modified"), json);
  if (writing.extras) WriteRowExtras(service, json);
}

void WriteV3ServiceRow(const V3Writing& writing, const ServiceRecord& service, JsonText& json) {
  WriteV3ServiceScalars(writing, service, json);
  WriteOrganizationMember(writing, service, false, json);
}

void WriteV3Service(const V3Writing& writing, const ServiceRecord& service, bool with_locations,
                    JsonText& json) {
  const std::size_t begin = MembersBegin(json);
  WriteV3ServiceScalars(writing, service, json);
  WriteV3Schedules(service, writing.extras, json);
  WriteServiceAreas(service, Dialect::kV3, writing.extras, json);
  if (with_locations) WritePlaces(writing, service, json);
  WriteLanguages(service, Dialect::kV3, writing.extras, json);
  WriteOrganizationMember(writing, service, true, json);
  WriteFunding(service, Dialect::kV3, writing.extras, json);
  WriteCostOptions(service, writing.extras, json);
  WriteContacts(service, Dialect::kV3, writing.extras, json);
  WriteV3Attributes(
      writing.index, writing.catalogue,
      {.id = service.id(), .link_type = "service", .record = service.json(), .service = service},
      writing.extras, json);
  if (!writing.extras) return;
  WritePhones(service, Items(service.json(), "phones"), {.extras = true}, json);
  PutRest(ObjectIn(service.json(), "extras"), begin, json);
}

void WriteV3PlaceRow(const V3Writing& writing, const ServiceRecord& service, const Json& at,
                     JsonText& json) {
  BeginPlace(service, at, json);
  if (const Json* location = ObjectIn(at, "location")) {
    json.StartObject("location");
    WriteLocationRow({.service = service,
                      .location = *location,
                      .dialect = Dialect::kV3,
                      .extras = writing.extras},
                     json);
    json.EndObject();
  }
  json.StartObject("service");
  WriteV3ServiceRow(writing, service, json);
  json.EndObject();
}

void WriteV3Place(const V3Writing& writing, const ServiceRecord& service, const Json& at,
                  JsonText& json) {
  const std::size_t begin = MembersBegin(json);
  BeginPlace(service, at, json);
  // One validator reads this as a service, which has these.
  const std::string_view status = service.Text("status");
  json.Text("name", IsBlank(service.Text("name")) ? service.id() : service.Text("name"))
      .Text("status", status.empty() ? "active" : status);
  if (const Json* location = ObjectIn(at, "location")) {
    WriteWholeLocation(writing, service, *location, json);
  }
  json.StartObject("service");
  WriteV3Service(writing, service, false, json);
  json.EndObject();
  if (writing.extras) WritePlaceExtras(service, at, begin, json);
}

}  // namespace waypost::oruk
