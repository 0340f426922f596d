#pragma once

// Postcode entries as sorted tables: making one of the rows of a file, and one of several files.
//
// Precedence of files is the order in which they are given. For each postcode
//   * the position comes from the first file that has one,
//   * the authority from the first file that states one,
//   * whether it is in use, and since when not, from the first file that knows (`life` other than
//     kUnknown): so a file with end dates may be given after one without,
//   * `precedence` is the 0-based number of the file that the position came from, else of the first
//     file that has the postcode (255 at most).
//
// Everything here is linear in the entries, but for one sort of what is not sorted yet.

#include <string>
#include <string_view>
#include <vector>

#include "index_builder/record/gazetteer.h"

namespace waypost::sources {

struct PostcodeTable {
  std::vector<record::PostcodeEntry> entries;  // ascending by text, unique
  std::vector<std::string> authority_codes;  // ascending, unique; what entries' `authority` indexes
};

// "BS1 4TR" to the zero-filled "BS14TR". REQUIRES: `postcode` is a unit postcode.
void SetPostcodeText(record::PostcodeEntry& entry, std::string_view postcode);

// The text without its zeros: "BS14TR".
std::string_view CompactText(const record::PostcodeEntry& entry);

// With a space: "BS1 4TR".
std::string PostcodeText(const record::PostcodeEntry& entry);

// Ascending by text, one entry each: the median of the points of repeats (by latitude and longitude
// apart, the lower one of an even number), the first stated authority and life.
void SortAndCombineRepeats(std::vector<record::PostcodeEntry>& entries);

// Sorts `codes`, drops repeats, and renumbers the `authority` of `entries` accordingly.
void SortAuthorityCodes(std::vector<std::string>& codes,
                        std::vector<record::PostcodeEntry>& entries);

// One table of several, first given first in precedence.
PostcodeTable MergePostcodeTables(std::vector<PostcodeTable> tables);

}  // namespace waypost::sources
