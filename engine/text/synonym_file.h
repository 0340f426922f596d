#pragma once

// The file of synonyms that staff edit, in the form that Solr and its kin made known:
//
//   # one rule a line
//   gp, doctor, general practitioner        each finds the others
//   skint => debt, hardship                 who asks for one on the left also finds the right
//   [cy]                                    from here on Welsh; [en] turns back
//   meddyg, doctor
//
// Entries are words or phrases; commas part them, case and space at the ends do not matter.

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "engine/text/synonyms.h"

namespace waypost::text {

// Bounds of a file: rules, entries of a rule, and bytes of a line.
inline constexpr std::size_t kMaxSynonymRules = 20'000;
inline constexpr std::size_t kMaxSynonymEntries = 50;
inline constexpr std::size_t kMaxSynonymLine = 4'000;

// `name` is for messages. Errors: InvalidArgument with file and line: a line with "=>" twice, a
// side without an entry, one entry alone, a bound exceeded, a section that is not closed.
absl::StatusOr<std::vector<SynonymRule>> ParseSynonyms(std::string_view name,
                                                       std::string_view text);

}  // namespace waypost::text
