#include "server/oruk/v1_service.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/core/ascii.h"
#include "server/oruk/location_json.h"
#include "server/oruk/published_rest.h"
#include "server/oruk/service_parts.h"
#include "server/oruk/term_json.h"
#include "server/oruk/v1_review.h"
#include "server/oruk/v1_schedule.h"

namespace waypost::oruk {
namespace {

constexpr std::array<std::string_view, 8> kDeliverableTypes = {
    "Advice",      "Assessment", "Counselling", "Equipment", "Financial Support",
    "Information", "Permission", "Training"};

constexpr std::array<std::string_view, 9> kEligibilities = {"adult",
                                                            "child",
                                                            "teen",
                                                            "family",
                                                            "female",
                                                            "male",
                                                            "Transgender",
                                                            "Transgender - M to F",
                                                            "Transgender - F to M"};

// The word of a closed list that `text` means, whatever its case; "" for none.
template <std::size_t kCount>
std::string_view WordOf(const std::array<std::string_view, kCount>& words, std::string_view text) {
  const auto found = std::ranges::find_if(
      words, [&](std::string_view word) { return LowerCase(word) == LowerCase(text); });
  return found == words.end() ? std::string_view() : *found;
}

// Where several are stated, v1 has room for the first.
std::string_view FirstText(const ServiceRecord& service, std::string_view key) {
  for (const Json& value : Items(service.json(), key)) {
    if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  }
  return {};
}

std::string_view DeliverableType(const ServiceRecord& service) {
  for (const Json& value : Items(service.json(), "deliverable_types")) {
    if (!value.IsString()) continue;
    const std::string_view word = WordOf(kDeliverableTypes, value.GetString());
    if (!word.empty()) return word;
  }
  return {};
}

bool HasSameAges(const Json& a, const Json& b) {
  return NumberIn(a, "min") == NumberIn(b, "min") && NumberIn(a, "max") == NumberIn(b, "max");
}

// What ages somebody must have, and what else a row asks of them.
struct EligibilityRow {
  std::string id;
  const Json* ages = nullptr;
  std::string_view word;
  std::span<const Json> terms;
};

// The rows of the feed, of which each is an alternative and all of one is needed; then the ranges
// of ages that no row has. Ages that were mended away are none of the record's.
std::vector<EligibilityRow> EligibilityRows(const ServiceRecord& service) {
  std::vector<EligibilityRow> rows;
  std::size_t number = 0;
  for (const Json& row : Items(service.json(), "eligibilities")) {
    EligibilityRow found{.id = service.PartId("eligibility", TextIn(row, "id"), number++),
                         .ages = nullptr,
                         .word = WordOf(kEligibilities, TextIn(row, "text")),
                         .terms = Items(row, "terms")};
    for (const Json& range : Items(service.json(), "ages")) {
      if (HasSameAges(range, row)) found.ages = &range;
    }
    if (found.ages != nullptr || !found.word.empty() || !found.terms.empty()) {
      rows.push_back(std::move(found));
    }
  }
  number = 0;
  for (const Json& range : Items(service.json(), "ages")) {
    const std::string place = "age " + std::to_string(number++);
    const bool has_row = std::ranges::any_of(rows, [&](const EligibilityRow& row) {
      return row.ages != nullptr && HasSameAges(range, *row.ages);
    });
    if (has_row) continue;
    rows.push_back({.id = service.PartId("eligibility", place, 0), .ages = &range});
  }
  return rows;
}

void WriteEligibleTerms(const Taxonomy& taxonomy, std::span<const Json> terms, JsonText& json) {
  OptionalArray array("taxonomys", json);
  for (const Json& term : terms) {
    array.Next().StartObject();
    WriteV1TermOf(taxonomy, term, json);
    json.EndObject();
  }
}

void WriteEligibilities(const V1Writing& writing, const ServiceRecord& service, JsonText& json) {
  OptionalArray array("eligibilitys", json);
  for (const EligibilityRow& row : EligibilityRows(service)) {
    array.Next().StartObject().Text("id", row.id).Text("service_id", service.id());
    PutText("eligibility", row.word, json);
    if (row.ages != nullptr) {
      const std::optional<double> least = NumberIn(*row.ages, "min");
      const std::optional<double> most = NumberIn(*row.ages, "max");
      if (least) json.Number("minimum_age", *least);
      if (most) json.Number("maximum_age", *most);
    }
    WriteEligibleTerms(writing.index.taxonomy(), row.terms, json);
    json.EndObject();
  }
}

void WriteTerms(const V1Writing& writing, const ServiceRecord& service, JsonText& json) {
  OptionalArray array("service_taxonomys", json);
  for (const Json& term : Items(service.json(), "terms")) {
    const std::string_view id = TextIn(term, "id");
    if (id.empty()) continue;
    const auto derive = [&] {
      return service.PartId("service_taxonomy", "term " + std::string(id), 0);
    };
    array.Next()
        .StartObject()
        .Text("id", IdFrom(service.RestOf("attribute", id), derive))
        .Text("service_id", service.id())
        .StartObject("taxonomy");
    WriteV1TermOf(writing.index.taxonomy(), term, json);
    json.EndObject().EndObject();
  }
}

void WritePlaces(const ServiceRecord& service, JsonText& json) {
  OptionalArray array("service_at_locations", json);
  for (const Json& at : Items(service.json(), "locations")) {
    const Json* location = ObjectIn(at, "location");
    if (location == nullptr) continue;
    const std::string_view id = TextIn(at, "public_id");
    array.Next()
        .StartObject()
        .Text("id", id)
        .Text("service_id", service.id())
        .Text("location_id", TextIn(*location, "public_id"))
        .StartObject("location");
    WriteLocation({.service = service, .location = *location, .dialect = Dialect::kV1}, json);
    json.EndObject();
    WriteV1Schedules(service, at, {.member = "regular_schedule", .at_location = id}, json);
    WriteV1Holidays(service, at, id, json);
    json.EndObject();
  }
}

void WriteOrganizationMember(const V1Writing& writing, const ServiceRecord& service,
                             JsonText& json) {
  json.StartObject("organization");
  WriteOrganization(writing.catalogue, service, Dialect::kV1, json);
  json.EndObject();
}

}  // namespace

void WriteV1ServiceScalars(const ServiceRecord& service, JsonText& json) {
  const std::string_view name = service.Text("name");
  const std::string_view status = service.Text("status");
  json.Text("id", service.id()).Text("name", IsBlank(name) ? service.id() : name);
  PutText("description", service.Text("description"), json);
  PutText("url", ValidAddress(service.Text("url")), json);
  PutText("email", ValidEmail(service.Text("email")), json);
  json.Text("status", status.empty() ? "active" : status);
  PutText("fees", service.Text("fees"), json);
  PutText("accreditations", service.Text("accreditations"), json);
  PutText("deliverable_type", DeliverableType(service), json);
  PutText("assured_date", service.Text("assured_date"), json);
  PutText("attending_type", FirstText(service, "attending"), json);
  PutText("attending_access", FirstText(service, "access"), json);
}

void WriteV1ServiceRow(const V1Writing& writing, const ServiceRecord& service, JsonText& json) {
  WriteV1ServiceScalars(service, json);
  WriteOrganizationMember(writing, service, json);
}

void WriteV1Service(const V1Writing& writing, const ServiceRecord& service, const MemberTest& has,
                    JsonText& json) {
  WriteV1ServiceRow(writing, service, json);
  if (has("service_areas")) WriteServiceAreas(service, Dialect::kV1, false, json);
  if (has("fundings")) WriteFunding(service, Dialect::kV1, false, json);
  if (has("regular_schedules")) {
    WriteV1Schedules(service, service.json(), {.member = "regular_schedules", .at_location = {}},
                     json);
  }
  if (has("holiday_schedules")) WriteV1Holidays(service, service.json(), {}, json);
  if (has("eligibilitys")) WriteEligibilities(writing, service, json);
  if (has("service_at_locations")) WritePlaces(service, json);
  if (has("cost_options")) WriteCostOptions(service, false, json);
  if (has("reviews")) WriteV1Reviews(service, json);
  if (has("contacts")) WriteContacts(service, Dialect::kV1, false, json);
  if (has("service_taxonomys")) WriteTerms(writing, service, json);
  if (has("languages")) WriteLanguages(service, Dialect::kV1, false, json);
}

void WriteV1Location(const V1Writing& writing, const LocationWriting& location,
                     std::span<const ServiceRecord> services, JsonText& json) {
  WriteLocation(location, json);
  OptionalArray array("service_at_locations", json);
  const std::string_view id = TextIn(location.location, "public_id");
  for (const ServiceRecord& service : services) {
    for (const Json& at : Items(service.json(), "locations")) {
      const Json* here = ObjectIn(at, "location");
      if (here == nullptr || TextIn(*here, "public_id") != id) continue;
      array.Next().StartObject().Text("id", TextIn(at, "public_id")).StartObject("service");
      WriteV1ServiceRow(writing, service, json);
      json.EndObject().EndObject();
    }
  }
}

}  // namespace waypost::oruk
