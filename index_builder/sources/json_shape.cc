#include "index_builder/sources/json_shape.h"

#include <initializer_list>

namespace waypost::sources {
namespace {

using M = JsonMember;

bool HasAny(const JsonObject& object, std::initializer_list<M> members) {
  for (M member : members) {
    if (object.Peek(member) != nullptr) return true;
  }
  return false;
}

bool HasList(const JsonObject& object, M member) {
  const JsonObject::Member* found = object.Peek(member);
  return found != nullptr && found->value.is_array();
}

bool HasObject(const JsonObject& object, M member) {
  const JsonObject::Member* found = object.Peek(member);
  return found != nullptr && found->value.is_object();
}

}  // namespace

bool IsPlainlyService(const JsonObject& object) {
  return HasAny(object, {M::kStatus, M::kOrganization, M::kOrganizationId, M::kServiceAtLocations,
                         M::kAssuredDate, M::kEligibilities, M::kServiceTaxonomies, M::kAttending,
                         M::kAccess, M::kServiceAreas, M::kCostOptions});
}

std::string_view EntityByShape(const JsonObject& object) {
  if (HasObject(object, M::kService)) return "service_at_locations";
  if (HasAny(object, {M::kServiceId}) && HasAny(object, {M::kLocationId, M::kLocation})) {
    return "service_at_locations";
  }
  if (HasList(object, M::kServices) && !IsPlainlyService(object)) return "organizations";
  if (IsPlainlyService(object)) return "services";
  if (HasAny(object, {M::kOpenapiUrl}) && !HasAny(object, {M::kName})) return "api";
  if (HasAny(object, {M::kOrganizationMark})) return "organizations";
  // A service with places or terms of its own has a description and web address as a rule, but so
  // may a location: what only locations have decides.
  if (HasAny(object, {M::kLatitude, M::kLongitude, M::kLocationType}) ||
      (HasList(object, M::kAddresses) && !HasAny(object, {M::kSchedules, M::kContacts}))) {
    return "locations";
  }
  if (HasAny(object, {M::kTermUri, M::kTaxonomyDetail}) ||
      (HasAny(object, {M::kVocabulary, M::kParentId}) && !HasAny(object, {M::kUrl, M::kEmail}))) {
    return "taxonomy_terms";
  }
  if (HasAny(object, {M::kVersion}) && HasAny(object, {M::kUri})) return "taxonomies";
  return "services";
}

bool HoldsServices(const JsonObject& object) {
  return HasObject(object, M::kService) ||
         (HasList(object, M::kServices) && !IsPlainlyService(object));
}

bool RefersToOthers(const JsonObject& service) {
  const JsonObject::Member* organisation = service.Peek(M::kOrganization);
  const bool holds_it = organisation != nullptr && !IsEmptyContainer(organisation->value);
  return !holds_it && service.Peek(M::kOrganizationId) != nullptr;
}

bool IsThin(const simdjson::dom::object& service) {
  for (const simdjson::dom::key_value_pair field : service) {
    const bool container = field.value.is_object() || field.value.is_array();
    if (container && !IsEmptyContainer(field.value)) return false;
  }
  return true;
}

}  // namespace waypost::sources
