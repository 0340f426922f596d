#pragma once

// Locations in both dialects. Of a confidential service the record has neither point nor address,
// so none is written.

#include "server/oruk/optional_json.h"
#include "server/oruk/organization_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

// The scalar members: a row of a list.
void WriteLocationRow(const Json& location, Dialect dialect, bool extras, JsonText& json);
// Addresses and accessibility, which a single location has besides.
void WriteLocationRest(const Json& location, Dialect dialect, JsonText& json);

// The element of "locations" of a record whose service at it has that id; nullptr: none.
const Json* PlaceIn(const ServiceRecord& service, std::string_view at_location_id);

}  // namespace waypost::oruk
