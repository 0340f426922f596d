#pragma once

// The fields of both dialects of Open Referral UK as tables: what a record may have and how each
// value is written. Published schemas differ and have defects; this is what all of them and the
// guidance together ask for.

#include <cstdint>
#include <span>
#include <string_view>

#include "index_builder/validate/finding_kind.h"

namespace waypost::validate {

enum class ValueKind : std::uint8_t {
  kText,
  kId,        // a UUID, in 1.0 also any text
  kDate,      // YYYY-MM-DD
  kFeedDate,  // as servers of 1.0 write dates
  kMoment,    // RFC 3339 with offset
  kTime,      // HH:MM
  kUrl,
  kUri,
  kEmail,
  kNumber,
  kBool,
  kNumberOrText,
  kWord,    // one of FieldRule::words
  kObject,  // FieldRule::entity
  kList,    // of FieldRule::entity
};

enum class Entity : std::uint8_t {
  kNone,
  kService,
  kOrganization,
  kOrganizationIdentifier,
  kLocation,
  kAddress,
  kAccessibility,
  kServiceAtLocation,
  kSchedule,
  kHoliday,
  kServiceArea,
  kFunding,
  kLanguage,
  kCostOption,
  kContact,
  kPhone,
  kEligibility,
  kReview,
  kServiceTaxonomy,
  kAttribute,
  kTerm,
};

struct FieldRule {
  std::string_view name;
  ValueKind kind = ValueKind::kText;
  bool required = false;
  Entity entity = Entity::kNone;
  std::span<const std::string_view> words = {};
};

// What an object of that kind is called in a sentence: "service", "physical address".
std::string_view NameOf(Entity entity);

std::span<const FieldRule> FieldsOf(Standard standard, Entity entity);

// The rule of that name, or null. O(fields).
const FieldRule* FindField(Standard standard, Entity entity, std::string_view name);

// The field that an unknown name probably means: another spelling of one ("serviceId",
// "eligibilities"), or the other dialect's name for it; "" for none.
std::string_view ProbableField(Standard standard, Entity entity, std::string_view name);

// True for fields of the international HSDS 3.0 that the UK profile left out: no fault.
bool IsInternationalField(std::string_view name);

}  // namespace waypost::validate
