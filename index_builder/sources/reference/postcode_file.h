#pragma once

// Unit postcodes of one file, whatever its layout (postcode_layout.h) and packing: one CSV, gzip,
// the zip archive of Code-Point Open, NSPL or ONSPD as it is downloaded, or the same unpacked in a
// folder.
//
//   ASSIGN_OR_RETURN(PostcodeTable table, ReadPostcodeFile("codepo_gb.zip", canonical, sink));
//
// Of an archive or folder the members that hold postcodes are read; documents, lookups of names,
// and the per-area copies that ONS packs beside the whole file (multi_csv) are not. The National
// Grid is converted with engine/geo/national_grid.h (the Irish Grid for BT); where a file states
// both, latitude and longitude win. No position (has_point false): Code-Point quality 90, 0,0,
// latitude 99.999999, or a point outside the British Isles (reported). Rows whose postcode has no
// postcode's shape are reported and left out.
//
// A postcode that stands in several rows (files of premises) gets the median of its points,
// authority and life from the first row that states them.
//
// About 1.3 microseconds a row; memory: 28 bytes a row.

#include <functional>
#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "index_builder/record/problem.h"
#include "index_builder/sources/reference/postcode_entries.h"

namespace waypost::sources {

// From a code as a file states it to the code in force; "" for none (AuthorityList::CanonicalCode).
using CanonicalCodes = std::function<std::string(std::string_view)>;

// Errors: NotFound no such file; InvalidArgument a file in which no postcode layout is found (the
// message names the layouts that are known), and what InputStream and CsvReader say.
absl::StatusOr<PostcodeTable> ReadPostcodeFile(const std::string& path,
                                               const CanonicalCodes& canonical,
                                               record::ProblemSink& sink);

// The same for a text, for tests and fuzzing.
absl::StatusOr<PostcodeTable> ReadPostcodeText(std::string name, std::string text,
                                               const CanonicalCodes& canonical,
                                               record::ProblemSink& sink);

}  // namespace waypost::sources
