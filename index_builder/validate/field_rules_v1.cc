#include "index_builder/validate/field_rules_v1.h"

#include <array>

#include "index_builder/validate/field_words.h"

namespace waypost::validate {
namespace v1 {
namespace {

using Kind = ValueKind;

constexpr std::array<std::string_view, 8> kDeliverable = {
    "Advice",      "Assessment", "Counselling", "Equipment", "Financial Support",
    "Information", "Permission", "Training"};
constexpr std::array<std::string_view, 4> kAttending = {"phone", "online", "venue", "home visit"};
constexpr std::array<std::string_view, 4> kAccess = {"referral", "appointment", "membership",
                                                     "drop-in"};
constexpr std::array<std::string_view, 9> kEligible = {"adult",
                                                       "child",
                                                       "teen",
                                                       "family",
                                                       "female",
                                                       "male",
                                                       "Transgender",
                                                       "Transgender - M to F",
                                                       "Transgender - F to M"};
constexpr std::array<std::string_view, 4> kFrequencies = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};

constexpr FieldRule kService[] = {
    {"id", Kind::kId, true},
    {"name", Kind::kText, true},
    {"description"},
    {"url", Kind::kUrl},
    {"email", Kind::kEmail},
    {"status", Kind::kWord, false, {}, kStatusWords},
    {"fees"},
    {"accreditations"},
    {"deliverable_type", Kind::kWord, false, {}, kDeliverable},
    {"assured_date", Kind::kFeedDate},
    {"attending_type", Kind::kWord, false, {}, kAttending},
    {"attending_access", Kind::kWord, false, {}, kAccess},
    {"organization_id", Kind::kId},
    {"organization", Kind::kObject, false, Entity::kOrganization},
    {"service_areas", Kind::kList, false, Entity::kServiceArea},
    {"fundings", Kind::kList, false, Entity::kFunding},
    {"regular_schedules", Kind::kList, false, Entity::kSchedule},
    {"holiday_schedules", Kind::kList, false, Entity::kHoliday},
    {"eligibilitys", Kind::kList, false, Entity::kEligibility},
    {"service_at_locations", Kind::kList, false, Entity::kServiceAtLocation},
    {"cost_options", Kind::kList, false, Entity::kCostOption},
    {"reviews", Kind::kList, false, Entity::kReview},
    {"contacts", Kind::kList, false, Entity::kContact},
    {"service_taxonomys", Kind::kList, false, Entity::kServiceTaxonomy},
    {"languages", Kind::kList, false, Entity::kLanguage},
};
constexpr FieldRule kOrganization[] = {
    {"id", Kind::kId, true}, {"name", Kind::kText, true}, {"description", Kind::kText, true},
    {"email", Kind::kEmail}, {"url", Kind::kUrl},         {"logo"},
    {"uri", Kind::kUri},
};
constexpr FieldRule kServiceAtLocation[] = {
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"location_id", Kind::kId},
    {"location", Kind::kObject, true, Entity::kLocation},
    {"regular_schedule", Kind::kList, false, Entity::kSchedule},
    {"holiday_schedules", Kind::kList, false, Entity::kHoliday},
};
constexpr FieldRule kLocation[] = {
    {"id", Kind::kId, true},
    {"name"},
    {"description"},
    {"latitude", Kind::kNumber},
    {"longitude", Kind::kNumber},
    {"physical_addresses", Kind::kList, false, Entity::kAddress},
    {"accessibility_for_disabilities", Kind::kList, false, Entity::kAccessibility},
};
constexpr FieldRule kAddress[] = {
    {"id", Kind::kId, true},
    {"location_id", Kind::kId},
    {"address_1"},
    {"city", Kind::kText, true},
    {"state_province", Kind::kText, true},
    {"postal_code", Kind::kText, true},
    {"country", Kind::kText, true},
};
constexpr FieldRule kAccessibility[] = {
    {"id", Kind::kId, true}, {"location_id", Kind::kId}, {"accessibility"}};
constexpr FieldRule kSchedule[] = {
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"service_at_location_id", Kind::kId},
    {"weekday", Kind::kNumberOrText},
    {"opens_at", Kind::kTime},
    {"closes_at", Kind::kTime},
    {"valid_from", Kind::kDate},
    {"valid_to", Kind::kDate},
    {"dtstart", Kind::kDate},
    {"freq", Kind::kWord, false, {}, kFrequencies},
    {"interval", Kind::kNumberOrText},
    {"byday"},
    {"bymonthday", Kind::kNumberOrText},
    {"description"},
};
constexpr FieldRule kHoliday[] = {
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"service_at_location_id", Kind::kId},
    {"closed", Kind::kBool, true},
    {"opens_at", Kind::kTime},
    {"closes_at", Kind::kTime},
    {"start_date", Kind::kDate, true},
    {"end_date", Kind::kDate, true},
};
constexpr FieldRule kServiceArea[] = {
    {"id", Kind::kId, true}, {"service_id", Kind::kId}, {"service_area"}, {"extent"},
    {"uri", Kind::kUri},
};
constexpr FieldRule kFunding[] = {{"id", Kind::kId, true}, {"service_id", Kind::kId}, {"source"}};
constexpr FieldRule kLanguage[] = {
    {"id", Kind::kId, true}, {"service_id", Kind::kId}, {"language"}};
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
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"name"},
    {"title"},
    {"phones", Kind::kList, false, Entity::kPhone},
};
constexpr FieldRule kPhone[] = {
    {"id", Kind::kId, true},
    {"contact_id", Kind::kId},
    {"number", Kind::kText, true},
    {"language"},
};
constexpr FieldRule kEligibility[] = {
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"eligibility", Kind::kWord, false, {}, kEligible},
    {"minimum_age", Kind::kNumber},
    {"maximum_age", Kind::kNumber},
    {"taxonomys", Kind::kList, false, Entity::kTerm},
};
constexpr FieldRule kReview[] = {
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"reviewer_organization_id", Kind::kId},
    {"organization", Kind::kObject, false, Entity::kOrganization},
    {"title"},
    {"description"},
    {"date", Kind::kFeedDate},
    {"score", Kind::kNumberOrText},
    {"url", Kind::kUrl},
    {"widget"},
};
constexpr FieldRule kServiceTaxonomy[] = {
    {"id", Kind::kId, true},
    {"service_id", Kind::kId},
    {"taxonomy_id", Kind::kText},
    {"taxonomy", Kind::kObject, true, Entity::kTerm},
};
constexpr FieldRule kTerm[] = {
    {"id", Kind::kText, true},
    {"name", Kind::kText, true},
    {"vocabulary"},
    {"parent_id"},
    {"parent", Kind::kObject, false, Entity::kTerm},
};

}  // namespace

std::span<const FieldRule> Fields(Entity entity) {
  switch (entity) {
    case Entity::kService:
      return kService;
    case Entity::kOrganization:
      return kOrganization;
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
    case Entity::kHoliday:
      return kHoliday;
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
    case Entity::kPhone:
      return kPhone;
    case Entity::kEligibility:
      return kEligibility;
    case Entity::kReview:
      return kReview;
    case Entity::kServiceTaxonomy:
      return kServiceTaxonomy;
    case Entity::kTerm:
      return kTerm;
    default:
      return {};
  }
}

}  // namespace v1

std::span<const FieldRule> FieldsOfV1(Entity entity) { return v1::Fields(entity); }

}  // namespace waypost::validate
