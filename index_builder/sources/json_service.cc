#include "index_builder/sources/json_service.h"

#include "index_builder/record/lenient_words.h"
#include "index_builder/sources/json_parts.h"
#include "index_builder/sources/oruk1_json.h"
#include "index_builder/sources/oruk3_json.h"
#include "index_builder/sources/outpost_json.h"
#include "index_builder/sources/safe_json.h"

namespace waypost::sources {
namespace {

using M = JsonMember;

// "fees" and HSDS's "fees_description" say the same thing in two places, often the one in only one.
std::string ReadFees(const JsonEntity& entity) {
  const std::string fees = entity.Block(M::kFees);
  const std::string description = entity.Block(M::kFeesDescription);
  if (fees.empty() || fees == description) return description;
  return description.empty() ? fees : fees + "\n" + description;
}

void ReadTexts(const JsonEntity& entity, record::Service& service) {
  service.id = entity.Id();
  service.name = entity.Line(M::kName);
  service.alternate_name = entity.Line(M::kAlternateName);
  service.description = entity.Block(M::kDescription);
  service.url = entity.Url(M::kUrl);
  service.email = entity.Email(M::kEmail);
  service.status = record::ReadStatus(entity.Raw(M::kStatus));
  service.fees = ReadFees(entity);
  service.accreditations = entity.Block(M::kAccreditations);
  service.licenses = entity.Block(M::kLicenses);
  service.alert = entity.Block(M::kAlert);
  service.application_process = entity.Block(M::kApplicationProcess);
  service.eligibility_description = entity.Block(M::kEligibilityDescription);
  service.interpretation_services = entity.Block(M::kInterpretationServices);
  service.wait_time = entity.Block(M::kWaitTime);
}

void ReadFreshness(const JsonEntity& entity, record::Service& service) {
  service.assured_date = entity.Day(M::kAssuredDate);
  service.assurer_email = entity.Email(M::kAssurerEmail);
  service.last_modified = entity.Time(M::kLastModified);
  if (service.last_modified) return;
  // Placecube's ORUK 1.0 feeds have the date of change only in their own block. The block is kept
  // in the extras as well, so it is looked at without being marked as read.
  const JsonObject::Member* vendor = entity.object().Peek(M::kVendorMetadata);
  simdjson::dom::object object;
  if (vendor == nullptr || vendor->value.get_object().get(object) != simdjson::SUCCESS) return;
  const JsonObject members(object);
  service.last_modified = JsonEntity(entity.context(), "service", members).Time(M::kDateModified);
}

void ReadOrganisationOf(const JsonEntity& entity, record::Service& service) {
  entity.Each(M::kOrganization, "organization", [&](const JsonEntity& organisation) {
    if (!service.organisation) service.organisation = ReadOrganisation(organisation);
  });
  std::string id = entity.Id(M::kOrganizationId);
  if (id.empty()) return;
  if (!service.organisation) service.organisation.emplace();
  if (service.organisation->id.empty()) service.organisation->id = std::move(id);
}

// `members` with safe text in it, or "".
std::string SafeExtras(const JsonEntity& entity, const std::string& members) {
  if (members.empty()) return "";
  std::optional<std::string> safe = SafeJson(entity.report(), "service", members);
  if (safe) return *std::move(safe);
  entity.report().Report(record::ProblemKind::kMalformedRecord, "service", "extras", members,
                         "left out");
  return "";
}

}  // namespace

void ReadService(const JsonEntity& entity, record::Service& service) {
  ReadTexts(entity, service);
  ReadFreshness(entity, service);
  ReadOrganisationOf(entity, service);
  service.confidential = entity.Confidential();
  service.areas = ReadServiceAreas(entity, M::kServiceAreas);
  service.cost_options = ReadCostOptions(entity, M::kCostOptions);
  service.languages = ReadLanguages(entity, M::kLanguages);
  service.contacts = ReadContacts(entity, M::kContacts);
  service.phones = ReadPhones(entity, M::kPhones);
  service.fundings = ReadFundings(entity, M::kFundings);
  service.reviews = ReadReviews(entity, M::kReviews);
  ReadOruk3Members(entity, service);
  ReadOruk1Members(entity, service);
  ReadOutpostMembers(entity, service);
  service.extras = SafeExtras(entity, entity.object().UnusedMembers());
  service.published_terms = entity.context().extras.TakeTerms();
  service.part_extras = SafeExtras(entity, entity.context().extras.Take());
}

}  // namespace waypost::sources
