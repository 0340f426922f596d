#pragma once

// One published service of any JSON dialect to one record.
//
// Dialects are told apart member by member: ORUK 3.0, ORUK 1.0 and Outpost each have a reader of
// the members that only they have (oruk3_json.h, oruk1_json.h, outpost_json.h), all three look at
// every record, and what they share is read here. So a feed, and even a record, may mix them; no
// URL, file name or version statement is needed.

#include "index_builder/record/record.h"
#include "index_builder/sources/json_entity.h"

namespace waypost::sources {

// Fills everything but `source`. Whether id, name and status are fit for publication is the
// caller's to check: an unknown status leaves `status` empty and is not reported here.
void ReadService(const JsonEntity& entity, record::Service& service);

}  // namespace waypost::sources
