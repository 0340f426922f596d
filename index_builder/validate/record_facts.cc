#include "index_builder/validate/record_facts.h"

#include <algorithm>

#include "engine/core/ascii.h"
#include "engine/geo/postcode.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/validate/value_format.h"

namespace waypost::validate {
namespace {

using sources::JsonElement;
using sources::JsonText;

// The value of an age when there is one and it makes sense.
std::optional<double> AgeOf(JsonElement row, std::string_view field) {
  const auto stated = sources::JsonMember(row, field);
  const std::optional<double> age = stated ? sources::JsonNumber(*stated) : std::nullopt;
  if (!age || *age < 0 || *age > 130) return std::nullopt;
  return age;
}

std::optional<AgeRange> AgesOf(JsonElement row) {
  const auto low = AgeOf(row, "minimum_age");
  const auto high = AgeOf(row, "maximum_age");
  if (!low && !high) return std::nullopt;
  if (low && high && (*low > *high || *high == 0)) return std::nullopt;
  return AgeRange{.minimum = low ? JsonText(row, "minimum_age") : "",
                  .maximum = high ? JsonText(row, "maximum_age") : ""};
}

std::optional<AgeRange> AgesOfService(JsonElement service, Standard standard) {
  if (standard == Standard::kV3) return AgesOf(service);
  for (JsonElement row : sources::JsonArray(service, "eligibilitys")) {
    if (auto ages = AgesOf(row)) return ages;
  }
  return std::nullopt;
}

std::string PostcodeOf(JsonElement service, Standard standard) {
  const std::string_view list = standard == Standard::kV1 ? "physical_addresses" : "addresses";
  for (JsonElement place : sources::JsonArray(service, "service_at_locations")) {
    const auto location = sources::JsonMember(place, "location");
    if (!location) continue;
    for (JsonElement address : sources::JsonArray(*location, list)) {
      const auto postcode = Postcode::Parse(JsonText(address, "postal_code"));
      if (postcode && postcode->level() == PostcodeLevel::kUnit) return postcode->text();
    }
  }
  return {};
}

std::optional<TermName> TermOf(JsonElement service, Standard standard) {
  if (standard == Standard::kV1) {
    for (JsonElement link : sources::JsonArray(service, "service_taxonomys")) {
      const auto term = sources::JsonMember(link, "taxonomy");
      if (!term) continue;
      TermName name{.id = JsonText(*term, "id"), .vocabulary = JsonText(*term, "vocabulary")};
      if (!name.id.empty() && !name.vocabulary.empty()) return name;
    }
    return std::nullopt;
  }
  for (JsonElement attribute : sources::JsonArray(service, "attributes")) {
    const auto term = sources::JsonMember(attribute, "taxonomy_term");
    TermName name{.id = term ? JsonText(*term, "id") : JsonText(attribute, "taxonomy_term_id"),
                  .vocabulary = {}};
    if (!name.id.empty()) return name;
  }
  return std::nullopt;
}

std::optional<OpenHours> HoursOf(JsonElement row) {
  const std::string day = JsonText(row, "byday");
  const std::string opens = JsonText(row, "opens_at");
  const std::string closes = JsonText(row, "closes_at");
  const std::optional<Days> days = ReadDays(day);
  if (!days || days->has_ordinal || !IsClockTime(opens) || !IsClockTime(closes))
    return std::nullopt;
  OpenHours hours{.day = day, .opens = MinuteText(opens), .closes = MinuteText(closes)};
  if (hours.opens >= hours.closes) return std::nullopt;
  return hours;
}

std::optional<OpenHours> HoursOfLists(JsonElement holder,
                                      std::initializer_list<std::string_view> lists) {
  for (std::string_view list : lists) {
    for (JsonElement row : sources::JsonArray(holder, list)) {
      if (auto hours = HoursOf(row)) return hours;
    }
  }
  return std::nullopt;
}

std::optional<OpenHours> HoursOfService(JsonElement service) {
  if (auto hours = HoursOfLists(service, {"regular_schedules", "schedules"})) return hours;
  for (JsonElement place : sources::JsonArray(service, "service_at_locations")) {
    if (auto hours = HoursOfLists(place, {"regular_schedule", "schedules"})) return hours;
  }
  return std::nullopt;
}

}  // namespace

RecordFacts FactsOf(JsonElement service, Standard standard) {
  RecordFacts facts;
  facts.id = JsonText(service, "id");
  facts.name = std::string(record::Trim(JsonText(service, "name")));
  facts.ages = AgesOfService(service, standard);
  facts.postcode = PostcodeOf(service, standard);
  const std::string attending = LowerCase(JsonText(service, "attending_type"));
  facts.comes_to_people = !attending.empty() && attending != "venue";
  facts.term = TermOf(service, standard);
  facts.hours = HoursOfService(service);
  return facts;
}

}  // namespace waypost::validate
