#pragma once

// What only Outpost's API has: locations directly under the service, taxonomies with slugs,
// suitabilities, SEND needs, a free flag, a referral flag and age bands.
//
// Its terms belong to lists that each council makes up, so they become vocabularies of the source:
// "<source>.taxonomies", "<source>.suitabilities" and "<source>.send_needs", with the slug as the
// code (the id where there is no slug). Terms under "taxonomies" that name a vocabulary are
// ORUK 1.0's.
//
// `free: true` becomes a cost option "Free" of 0; false and null state nothing (what it costs is
// then in the cost options, or unknown). `needs_referral: true` is the access "referral"; false
// does not say how else people get in.

#include "index_builder/record/record.h"
#include "index_builder/sources/json_entity.h"

namespace waypost::sources {

void ReadOutpostMembers(const JsonEntity& entity, record::Service& service);

}  // namespace waypost::sources
