#pragma once

// What only ORUK 1.0 has: eligibilities, service taxonomies, holiday schedules, attending type and
// access, deliverable types. Its regular schedules, physical addresses and accessibilities are
// aliases of newer names (json_member.cc).

#include "index_builder/record/record.h"
#include "index_builder/sources/json_entity.h"

namespace waypost::sources {

void ReadOruk1Members(const JsonEntity& entity, record::Service& service);

}  // namespace waypost::sources
