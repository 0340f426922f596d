#pragma once

// What kind of entity a JSON object is, by its own members.
//
// Feeds are pages of services, but what people have on disk may as well be harvested pages of
// organisations, of services at locations or of taxonomy terms, or the API's root document.

#include <string_view>

#include "index_builder/sources/json_object.h"

namespace waypost::sources {

// "services" unless the members say otherwise: "service_at_locations", "organizations",
// "locations", "taxonomy_terms", "taxonomies", or "api" for the root document of an API. The names
// are those of EntityOf.
std::string_view EntityByShape(const JsonObject& object);

// True when an object has a member that only services have.
bool IsPlainlyService(const JsonObject& object);

// True when an object has a list of services or a service in it.
bool HoldsServices(const JsonObject& object);

// True when a service refers by its id to an organisation that it does not hold.
bool RefersToOthers(const JsonObject& service);

// True when a service holds neither an object nor a list of its own, or only empty ones: a row of a
// list of separate entities, or a thin row of a page.
bool IsThin(const simdjson::dom::object& service);

}  // namespace waypost::sources
