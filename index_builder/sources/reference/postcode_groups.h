#pragma once

// Postcode sectors ("BS1 4"), districts ("BS1") and areas ("BS") as the mean of their postcodes,
// with every authority that a postcode of theirs lies in.
//
//   PostcodeGroups groups = ComputePostcodeGroups(table);      // from unit postcodes
//   groups = MergePostcodeGroups(std::move(groups), shipped);  // over the ones that ship
//
// The mean is over the members with a position, of latitude and longitude apart, rounded to 1e-7
// degree. Postcodes that have ended count only in groups where nothing else is left. A group
// without any position is left out. O(postcodes).
//
// The file form (data/places/postcode-sectors.csv and so on) is one CSV each, with comments in
// front:
//
//   code,lat,lon,postcodes,authorities
//   AB10 1,57.14485,-2.10688,198,S12000033

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/core/status.h"
#include "engine/geo/lat_lng.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/problem.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/reference/postcode_entries.h"

namespace waypost::sources {

// record::PostcodeGroup with its authorities still as codes.
struct PostcodeGroupRow {
  std::string text;
  LatLng point;
  std::uint32_t postcodes = 0;
  std::vector<std::string> authorities;  // codes, ascending
  friend bool operator==(const PostcodeGroupRow&, const PostcodeGroupRow&) = default;
};

// Each ascending by text, unique.
struct PostcodeGroups {
  std::vector<PostcodeGroupRow> sectors, districts, areas;
};

PostcodeGroups ComputePostcodeGroups(const PostcodeTable& table);

// The union of both. A group that both have takes point and count from the one made of more
// postcodes
// (`over` when equal), so that a file of a few postcodes does not move a whole area, and the
// authorities of both.
PostcodeGroups MergePostcodeGroups(PostcodeGroups over, PostcodeGroups under);

// Errors: InvalidArgument with file and line for a row that has no postcode, point or count.
absl::StatusOr<std::vector<PostcodeGroupRow>> ReadPostcodeGroups(
    std::unique_ptr<InputStream> stream);

// The rows in the file form, five decimals, with a header and without comments.
std::string WritePostcodeGroups(const std::vector<PostcodeGroupRow>& rows);

// Four or more decimals as text, without locale: FormatDegrees(514558800, 5) is "51.45588".
std::string FormatDegrees(std::int32_t e7, int decimals);

}  // namespace waypost::sources
