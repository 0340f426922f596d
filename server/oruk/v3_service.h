#pragma once

// Services of v3: a row of a list, and a single one with all that belongs to it. `extras` adds what
// HSDS has and the UK profile has not.

#include "server/oruk/catalogue.h"
#include "server/oruk/optional_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

struct V3Writing {
  const Index& index;
  const Catalogue& catalogue;
  bool extras = false;
};

// The members of a row: scalars and the organisation.
void WriteV3ServiceRow(const V3Writing& writing, const ServiceRecord& service, JsonText& json);
// The scalars alone.
void WriteV3ServiceScalars(const V3Writing& writing, const ServiceRecord& service, JsonText& json);
// All members, with or without its locations.
void WriteV3Service(const V3Writing& writing, const ServiceRecord& service, bool with_locations,
                    JsonText& json);

// The members of a service at a location: a row, and a single one. `at` is one of the record's
// locations.
void WriteV3PlaceRow(const V3Writing& writing, const ServiceRecord& service, const Json& at,
                     JsonText& json);
void WriteV3Place(const V3Writing& writing, const ServiceRecord& service, const Json& at,
                  JsonText& json);

}  // namespace waypost::oruk
