#pragma once

// The parameters by which a service must be found by its own facts, and those by which it must not.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "index_builder/fetch/url.h"
#include "index_builder/validate/record_facts.h"

namespace waypost::validate {

enum class Facet : std::uint8_t { kName, kAge, kPostcode, kTerm, kHours };
inline constexpr std::array<Facet, 5> kFacets = {Facet::kName, Facet::kAge, Facet::kPostcode,
                                                 Facet::kTerm, Facet::kHours};

std::string_view NameOf(Facet facet);  // "name", "age", ...

// How far from its postcode a service is looked for: as the first official validator did, and five
// times as far for a second look.
inline constexpr int kProximity = 1000;
inline constexpr int kWideProximity = 5000;

// nullopt when the record has no such fact.
std::optional<fetch::Parameters> OwnQuestion(Facet facet, const RecordFacts& facts,
                                             Standard standard, int proximity = kProximity);

// A question like it that the record does not meet, however the filter is read; a server that
// answers it with everything has no such filter. nullopt when there is none for this record.
std::optional<fetch::Parameters> ControlQuestion(Facet facet, const RecordFacts& facts,
                                                 Standard standard);

// Whether the standard demands the filter of `/services`; in 3.0 only the UK profile knows ages and
// hours, and places are filtered in `/service_at_locations`.
bool IsDemanded(Facet facet, Standard standard);

}  // namespace waypost::validate
