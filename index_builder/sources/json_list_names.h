#pragma once

// The names under which feeds put lists of records, and those of page envelopes.
//
// Names are compared in lower case without "_", "-" and spaces, so "totalElements",
// "total_elements" and "TotalElements" are one.

#include <cstdint>
#include <string>
#include <string_view>

namespace waypost::sources {

enum class JsonName : std::uint8_t {
  kOther,
  kPage,      // "contents", "content", "items", "results", ...: always a list of records
  kServices,  // "services", "data", "records", ...: a list, unless a record has such a member
  kEntity,    // "organizations", "locations", ...: a list of other entities
  kWrapper,   // "result", "response", "service": when it holds an object, look inside
  kTotal,     // "total_items", "totalElements", "total"
  kPaging,    // "page_number", "last", "size", ...
  kId,
};

JsonName JsonNameOf(std::string_view key);

// What an entity list holds: "services", "organizations", "service_at_locations", ... for every
// spelling ("organisations", "organization", "servicesatlocation"); "" for a name of no entity.
std::string_view EntityOf(std::string_view name);

// `name` in lower case without "_", "-", "." and spaces.
std::string FoldName(std::string_view name);

}  // namespace waypost::sources
