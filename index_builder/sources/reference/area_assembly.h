#pragma once

// The areas of a gazetteer: what the authority list knows, with the outlines that GeoJSON files
// give.
//
// An outline whose code (in any of its recodings) or name is in the list belongs to that area, and
// its name becomes one of the area's other names. Otherwise it is an area of its own: of the kind
// that its GSS code means, or kPolygon without one, with the nation and country that its code tells
// as parents. Several files: the first outline of an area wins whole, except that features of one
// file with one code are parts of one outline.
//
// The result is ascending by kind, code, name and position of the outline.

#include <vector>

#include "index_builder/record/gazetteer.h"
#include "index_builder/sources/reference/authority_list.h"

namespace waypost::sources {

// `outlines`: one list per file, in the order given (ParseAreaGeoJson).
std::vector<record::Area> AssembleAreas(const AuthorityList& authorities,
                                        std::vector<std::vector<record::Area>> outlines);

}  // namespace waypost::sources
