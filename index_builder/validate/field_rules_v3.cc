#include "index_builder/validate/field_rules_v3.h"

#include <array>

#include "index_builder/validate/field_words.h"

namespace waypost::validate {
namespace v3 {
namespace {

using Kind = ValueKind;

constexpr std::array<std::string_view, 3> kPlaceTypes = {"physical", "postal", "virtual"};
constexpr std::array<std::string_view, 2> kFrequencies = {"WEEKLY", "MONTHLY"};
constexpr std::array<std::string_view, 4> kExtentTypes = {"geojson", "topojson", "kml", "text"};

constexpr FieldRule kAttributes = {"attributes", Kind::kList, false, Entity::kAttribute};

constexpr FieldRule kService[] = {
    {"id", Kind::kId, true},
    {"organization_id", Kind::kId, true},
    {"name", Kind::kText, true},
    {"description"},
    {"url", Kind::kUrl},
    {"email", Kind::kEmail},
    {"status", Kind::kWord, true, {}, kStatusWords},
    {"fees"},
    {"accreditations"},
    {"minimum_age", Kind::kNumber},
    {"maximum_age", Kind::kNumber},
    {"assured_date", Kind::kDate},
    {"assurer_email", Kind::kEmail},
    {"alert"},
    {"last_modified", Kind::kMoment},
    {"organization", Kind::kObject, false, Entity::kOrganization},
    {"schedules", Kind::kList, false, Entity::kSchedule},
    {"service_areas", Kind::kList, false, Entity::kServiceArea},
    {"service_at_locations", Kind::kList, false, Entity::kServiceAtLocation},
    {"languages", Kind::kList, false, Entity::kLanguage},
    {"funding", Kind::kList, false, Entity::kFunding},
    {"cost_options", Kind::kList, false, Entity::kCostOption},
    {"contacts", Kind::kList, false, Entity::kContact},
    kAttributes,
};
constexpr FieldRule kOrganization[] = {
    {"id", Kind::kId, true},
    {"name", Kind::kText, true},
    {"description", Kind::kText, true},
    {"email", Kind::kEmail},
    {"website", Kind::kUrl},
    {"logo"},
    {"uri", Kind::kUri},
    {"parent_organization_id", Kind::kId},
    {"organization_identifiers", Kind::kList, false, Entity::kOrganizationIdentifier},
    kAttributes,
};
constexpr FieldRule kOrganizationIdentifier[] = {
    {"id", Kind::kId, true},
    {"organization_id", Kind::kId},
    {"identifier_scheme"},
    {"identifier_type", Kind::kText, true},
    {"identifier", Kind::kText, true},
    kAttributes,
};
constexpr FieldRule kServiceAtLocation[] = {
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"location_id", Kind::kId},
    {"location", Kind::kObject, false, Entity::kLocation},
    {"schedules", Kind::kList, false, Entity::kSchedule},
};
constexpr FieldRule kLocation[] = {
    {"id", Kind::kId, true},
    {"location_type", Kind::kWord, true, {}, kPlaceTypes},
    {"name"},
    {"description"},
    {"latitude", Kind::kNumber},
    {"longitude", Kind::kNumber},
    {"external_identifier"},
    {"external_identifier_type"},
    {"addresses", Kind::kList, false, Entity::kAddress},
    {"accessibility", Kind::kList, false, Entity::kAccessibility},
    kAttributes,
};
constexpr FieldRule kAddress[] = {
    {"id", Kind::kId, true},
    {"location_id", Kind::kId},
    {"attention"},
    {"address_1", Kind::kText, true},
    {"city", Kind::kText, true},
    {"region"},
    {"state_province", Kind::kText, true},
    {"postal_code", Kind::kText, true},
    {"country", Kind::kText, true},
    {"address_type", Kind::kWord, true, {}, kPlaceTypes},
    kAttributes,
};
constexpr FieldRule kAccessibility[] = {
    {"id", Kind::kId, true}, {"location_id", Kind::kId}, {"description"}, {"details"},
    {"url", Kind::kUrl},     {"accessibility"},          kAttributes,
};
constexpr FieldRule kSchedule[] = {
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"service_at_location_id", Kind::kId},
    {"valid_from", Kind::kDate},
    {"valid_to", Kind::kDate},
    {"dtstart", Kind::kDate},
    {"freq", Kind::kWord, false, {}, kFrequencies},
    {"interval", Kind::kNumber},
    {"byday"},
    {"bymonthday"},
    {"description"},
    {"opens_at", Kind::kTime},
    {"closes_at", Kind::kTime},
    {"schedule_link", Kind::kUrl},
    {"attending_type"},
    {"notes"},
};
constexpr FieldRule kServiceArea[] = {
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"name"},
    {"extent"},
    {"extent_type", Kind::kWord, false, {}, kExtentTypes},
    {"uri", Kind::kUri},
    {"service_area"},
};
constexpr FieldRule kFunding[] = {{"id", Kind::kId, true}, {"service_id", Kind::kId}, {"source"}};
constexpr FieldRule kLanguage[] = {
    {"id", Kind::kId, true}, {"service_id", Kind::kId}, {"phone_id", Kind::kId}};
constexpr FieldRule kCostOption[] = {
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"valid_from", Kind::kDate},
    {"valid_to", Kind::kDate},
    {"option"},
    {"amount", Kind::kNumber},
    {"amount_description"},
};
constexpr FieldRule kContact[] = {
    {"id", Kind::kId, true}, {"service_id", Kind::kId}, {"name"}, {"title"}, kAttributes,
};
constexpr FieldRule kAttribute[] = {
    {"id", Kind::kId, true},
    {"link_id", Kind::kId},
    {"taxonomy_term_id", Kind::kId},
    {"link_type"},
    {"taxonomy_term", Kind::kObject, false, Entity::kTerm},
};
constexpr FieldRule kTerm[] = {
    {"id", Kind::kId, true},
    {"name", Kind::kText, true},
    {"description", Kind::kText, true},
    {"parent_id", Kind::kId},
    {"taxonomy"},
    {"taxonomy_id", Kind::kId},
    {"term_uri", Kind::kUri},
    {"term"},
};

}  // namespace

std::span<const FieldRule> Fields(Entity entity) {
  switch (entity) {
    case Entity::kService:
      return kService;
    case Entity::kOrganization:
      return kOrganization;
    case Entity::kOrganizationIdentifier:
      return kOrganizationIdentifier;
    case Entity::kServiceAtLocation:
      return kServiceAtLocation;
    case Entity::kLocation:
      return kLocation;
    case Entity::kAddress:
      return kAddress;
    case Entity::kAccessibility:
      return kAccessibility;
    case Entity::kSchedule:
      return kSchedule;
    case Entity::kServiceArea:
      return kServiceArea;
    case Entity::kFunding:
      return kFunding;
    case Entity::kLanguage:
      return kLanguage;
    case Entity::kCostOption:
      return kCostOption;
    case Entity::kContact:
      return kContact;
    case Entity::kAttribute:
      return kAttribute;
    case Entity::kTerm:
      return kTerm;
    default:
      return {};
  }
}

}  // namespace v3

std::span<const FieldRule> FieldsOfV3(Entity entity) { return v3::Fields(entity); }

}  // namespace waypost::validate
