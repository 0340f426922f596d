#pragma once

// The values of places that every source reads alike; companions of field_values.h.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/geo/lat_lng.h"
#include "index_builder/record/field_report.h"
#include "index_builder/record/record.h"

namespace waypost::record {

// "physical", "postal", "virtual" (or "online"); any other word is reported as kUnknownWord.
LocationType LocationTypeValue(const FieldReport& report, std::string_view value);

// A line of an address without stray commas at its ends ("High Street, ", ", Leeds").
std::string AddressLine(const FieldReport& report, std::string_view field, std::string_view value);

// "s63bs" as "S6 3BS"; a text that has no shape of a postcode stays as it is.
std::string PostcodeValue(const FieldReport& report, std::string_view value);

// True when a place looks masked by its publisher: coordinates rounded to two decimals and a
// postcode cut to its district.
bool LooksMasked(const Address& address, const std::optional<LatLng>& position);

// The statements of a text about accessibility, each with `details` in its text and `url`. Nothing
// for an empty text.
void AddAccessibility(const FieldReport& report, std::string_view text, std::string_view details,
                      std::string_view url, std::vector<AccessibilityStatement>& statements);

}  // namespace waypost::record
