#pragma once

// Schedules of v3: those of the service, and of the service at its locations with the id of that.

#include "server/oruk/optional_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

// The member "schedules". The profile knows weekly and monthly rows: daily ones become weekly,
// other rules are left out (ORUK.md). `extras` adds what HSDS has besides.
void WriteV3Schedules(const ServiceRecord& service, bool extras, JsonText& json);

}  // namespace waypost::oruk
