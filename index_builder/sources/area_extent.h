#pragma once

// The extent of a service area: GeoJSON, as an object of a feed or as text that holds one.

#include <string>
#include <string_view>

#include "index_builder/record/field_report.h"

namespace waypost::sources {

// `json` as it is kept (safe_json.h): a geometry, a feature or a collection of these. Anything else
// is reported as kUnresolvedArea and "". An empty text is "" and no problem. Coordinates are not
// looked at; `prepare/` reports those that make no polygon.
std::string ExtentValue(const record::FieldReport& report, std::string_view json);

}  // namespace waypost::sources
