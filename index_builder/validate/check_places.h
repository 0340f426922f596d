#pragma once

// Locations and addresses: do coordinates, postcodes and countries make sense?

#include "index_builder/sources/reference/json_document.h"
#include "index_builder/validate/record_check.h"

namespace waypost::validate {

// `location` stands at `pointer`. O(size).
void CheckLocation(sources::JsonElement location, const std::string& pointer, RecordCheck& check);

}  // namespace waypost::validate
