#pragma once

// Areas with outlines from GeoJSON: a FeatureCollection (or one Feature) of Polygon, MultiPolygon
// and GeometryCollection geometries in longitude and latitude.
//
// Properties are found by the names that publishers use, in any case, the first of these that is
// stated: code, gss_code, gss, LAD24CD / LAD19CD / CTYUA23CD / RGN22CD / CTRY21CD (three to six
// letters, two digits, CD), id; name, LAD24NM (likewise), label, title. A second name (LAD24NMW,
// Welsh) goes to other_names.
//
// An open ring is closed. A ring of fewer than four points, or with a coordinate that is no number
// or out of range, is reported and left out; so is a feature without any ring. Features with the
// same code are one area with all their polygons (islands published apart).

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/problem.h"

namespace waypost::sources {

// `kind` is kPolygon until the authority list says otherwise (area_assembly.h). In file order.
// Errors: InvalidArgument, naming `name` and the line, for a text that is not JSON or no GeoJSON,
// and for coordinates that are not longitude and latitude (a file in National Grid metres).
absl::StatusOr<std::vector<record::Area>> ParseAreaGeoJson(const std::string& name,
                                                           std::string_view text,
                                                           record::ProblemSink& sink);

}  // namespace waypost::sources
