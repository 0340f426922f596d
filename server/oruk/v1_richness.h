#pragma once

// How rich a record is, as the reference server of ORUK 1.0 rates it: weights of members over those
// that the service can have.
//
// The reference weighs locations only of what is attended at a venue, and hours only of what is
// attended otherwise; its program never does, by a mistake. Here both are weighed as it says.

#include "engine/core/date.h"
#include "server/oruk/optional_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

// The weight of what is stated in hundredths of what can be, with two decimals. An assurance counts
// for 90 days from its date to `today`.
double RichnessOf(const ServiceRecord& service, Date today);

// {id, richness_percentage, populated, not_populated}, the share of RichnessOf.
void WriteRichness(const ServiceRecord& service, Date today, JsonText& json);

}  // namespace waypost::oruk
