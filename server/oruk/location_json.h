#pragma once

// Locations in both dialects. Of a confidential service the record has neither point nor address,
// so none is written.

#include "server/oruk/optional_json.h"
#include "server/oruk/organization_json.h"
#include "server/oruk/service_record.h"
#include "server/oruk/term_json.h"

namespace waypost::oruk {

// A location of the record of a service, and how it is written.
struct LocationWriting {
  const ServiceRecord& service;
  const Json& location;
  Dialect dialect;
  bool extras = false;
  const TermTables* terms = nullptr;  // attributes are written only where these are given
};

// The scalar members: a row of a list.
void WriteLocationRow(const LocationWriting& writing, JsonText& json);
// All members: with addresses and accessibility.
void WriteLocation(const LocationWriting& writing, JsonText& json);

// The element of "locations" of a record whose service at it has that id; nullptr: none.
const Json* PlaceIn(const ServiceRecord& service, std::string_view at_location_id);

}  // namespace waypost::oruk
