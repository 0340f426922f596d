#pragma once

// Organisations in both dialects: of a record, or what stands for a source whose services name
// none.

#include "server/oruk/catalogue.h"
#include "server/oruk/optional_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

enum class Dialect : std::uint8_t { kV1, kV3 };

// The scalar members of the organisation of a service.
void WriteOrganization(const Catalogue& catalogue, const ServiceRecord& service, Dialect dialect,
                       JsonText& json);

// What the profile has of a whole one besides: its numbers, and the one that it is part of.
void WriteOrganizationRest(const ServiceRecord& service, std::string_view id, bool extras,
                           JsonText& json);

// What else the feed said of it, of an object whose members begin at `begin`.
void WriteOrganizationExtras(const ServiceRecord& service, std::size_t begin, JsonText& json);

// The id of the organisation of a service.
std::string OrganizationIdOf(const Catalogue& catalogue, const ServiceRecord& service);

}  // namespace waypost::oruk
