#pragma once

// Services of ORUK 1.0: a row of a list, with the nested members that are asked for, and a single
// one, which has all of them.

#include <functional>
#include <string_view>

#include "server/oruk/catalogue.h"
#include "server/oruk/location_json.h"
#include "server/oruk/optional_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

struct V1Writing {
  const Index& index;
  const Catalogue& catalogue;
};

// Which nested members ("contacts", "service_at_locations", ...) are written.
using MemberTest = std::function<bool(std::string_view)>;

// The scalar members, as an organisation's services have them.
void WriteV1ServiceScalars(const ServiceRecord& service, JsonText& json);
// The members of a row: scalars and the organisation.
void WriteV1ServiceRow(const V1Writing& writing, const ServiceRecord& service, JsonText& json);
// A row and the nested members that `has` names.
void WriteV1Service(const V1Writing& writing, const ServiceRecord& service, const MemberTest& has,
                    JsonText& json);

// The members of a location of v1, with the services at it (rows) when `services` is not empty.
// All records are of services at this location; it is described as the first does.
void WriteV1Location(const V1Writing& writing, const LocationWriting& location,
                     std::span<const ServiceRecord> services, JsonText& json);

}  // namespace waypost::oruk
