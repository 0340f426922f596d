#pragma once

// ORUK 3.0 and HSDS 3.x, with the international members that the UK profile left out: ages of the
// service, schedules, services at locations (of ORUK 1.0 too), attributes.
//
// Schedules of a location itself are its opening hours rather than the service's: they count only
// where neither the service nor the service_at_location states any. Attributes of a
// service_at_location and of its location become terms of the service.

#include "index_builder/record/record.h"
#include "index_builder/sources/json_entity.h"

namespace waypost::sources {

void ReadOruk3Members(const JsonEntity& entity, record::Service& service);

}  // namespace waypost::sources
