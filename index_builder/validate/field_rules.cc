#include "index_builder/validate/field_rules.h"

#include <algorithm>
#include <array>

#include "index_builder/sources/json_list_names.h"
#include "index_builder/validate/field_rules_v1.h"
#include "index_builder/validate/field_rules_v3.h"

namespace waypost::validate {
namespace {

// Names that feeds and the other dialect have for one thing.
struct OtherName {
  std::string_view folded;
  std::string_view field;
};
constexpr std::array<OtherName, 27> kOtherNames = {{
    {"schedules", "regular_schedules"},
    {"regularschedules", "schedules"},
    {"regularschedule", "schedules"},
    {"funding", "fundings"},
    {"fundings", "funding"},
    {"eligibilities", "eligibilitys"},
    {"eligibility", "eligibilitys"},
    {"eligibilitys", "minimum_age"},
    {"servicetaxonomies", "service_taxonomys"},
    {"taxonomies", "service_taxonomys"},
    {"servicetaxonomys", "attributes"},
    {"organisation", "organization"},
    {"organisationid", "organization_id"},
    {"addresses", "physical_addresses"},
    {"physicaladdresses", "addresses"},
    {"accessibilities", "accessibility_for_disabilities"},
    {"accessibilityfordisabilities", "accessibility"},
    {"minage", "minimum_age"},
    {"maxage", "maximum_age"},
    {"postcode", "postal_code"},
    {"county", "state_province"},
    {"lat", "latitude"},
    {"lng", "longitude"},
    {"lon", "longitude"},
    {"modifieddate", "last_modified"},
    {"updatedat", "last_modified"},
    {"website", "url"},
}};

// HSDS 3.0 fields outside the UK profile, as the standard spells them.
constexpr std::array<std::string_view, 49> kInternational = {"additional_urls",
                                                             "address_2",
                                                             "alternate_name",
                                                             "application_process",
                                                             "byweekno",
                                                             "byyearday",
                                                             "code",
                                                             "contacts",
                                                             "count",
                                                             "currency",
                                                             "department",
                                                             "eligibility_description",
                                                             "email",
                                                             "extension",
                                                             "fees_description",
                                                             "funding",
                                                             "interpretation_services",
                                                             "language",
                                                             "languages",
                                                             "last_action_date",
                                                             "legal_status",
                                                             "licenses",
                                                             "link_entity",
                                                             "location_id",
                                                             "locations",
                                                             "metadata",
                                                             "name",
                                                             "note",
                                                             "organization_id",
                                                             "phones",
                                                             "program",
                                                             "program_id",
                                                             "programs",
                                                             "required_documents",
                                                             "schedules",
                                                             "service_at_location_id",
                                                             "tax_id",
                                                             "tax_status",
                                                             "taxonomy_detail",
                                                             "timezone",
                                                             "transportation",
                                                             "type",
                                                             "until",
                                                             "url",
                                                             "value",
                                                             "version",
                                                             "wait_time",
                                                             "wkst",
                                                             "year_incorporated"};

}  // namespace

std::string_view NameOf(Entity entity) {
  switch (entity) {
    case Entity::kService:
      return "service";
    case Entity::kOrganization:
      return "organization";
    case Entity::kOrganizationIdentifier:
      return "identifier of an organization";
    case Entity::kLocation:
      return "location";
    case Entity::kAddress:
      return "address";
    case Entity::kAccessibility:
      return "accessibility";
    case Entity::kServiceAtLocation:
      return "service at location";
    case Entity::kSchedule:
      return "schedule";
    case Entity::kHoliday:
      return "holiday schedule";
    case Entity::kServiceArea:
      return "service area";
    case Entity::kFunding:
      return "funding";
    case Entity::kLanguage:
      return "language";
    case Entity::kCostOption:
      return "cost option";
    case Entity::kContact:
      return "contact";
    case Entity::kPhone:
      return "phone";
    case Entity::kEligibility:
      return "eligibility";
    case Entity::kReview:
      return "review";
    case Entity::kServiceTaxonomy:
      return "service taxonomy";
    case Entity::kAttribute:
      return "attribute";
    case Entity::kTerm:
      return "taxonomy term";
    case Entity::kNone:
      break;
  }
  return "object";
}

std::span<const FieldRule> FieldsOf(Standard standard, Entity entity) {
  return standard == Standard::kV1 ? FieldsOfV1(entity) : FieldsOfV3(entity);
}

const FieldRule* FindField(Standard standard, Entity entity, std::string_view name) {
  for (const FieldRule& rule : FieldsOf(standard, entity)) {
    if (rule.name == name) return &rule;
  }
  return nullptr;
}

std::string_view ProbableField(Standard standard, Entity entity, std::string_view name) {
  const std::string folded = sources::FoldName(name);
  for (const FieldRule& rule : FieldsOf(standard, entity)) {
    if (sources::FoldName(rule.name) == folded) return rule.name;
  }
  for (const OtherName& other : kOtherNames) {
    if (other.folded == folded && FindField(standard, entity, other.field) != nullptr) {
      return other.field;
    }
  }
  return {};
}

bool IsInternationalField(std::string_view name) {
  return std::find(kInternational.begin(), kInternational.end(), name) != kInternational.end();
}

}  // namespace waypost::validate
