#pragma once

// A postal address as both dialects want it: complete, or not at all.

#include <optional>
#include <string>

#include "server/oruk/service_record.h"

namespace waypost::oruk {

struct CompleteAddress {
  std::string address_1;  // all lines; may be "" where only v1 is served
  std::string city, state_province, postal_code, country;
};

// From a location of a record. The first line, if there is none, is the place's name; a missing
// city is the last of several lines, else the county; a missing county the city. Nothing without a
// postcode or a city.
std::optional<CompleteAddress> AddressOf(const Json& location);

// The same of an address as a feed published it: an object with `address_1`, `city`, ...
std::optional<CompleteAddress> AddressAsPublished(const Json& address);

}  // namespace waypost::oruk
