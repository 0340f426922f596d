#pragma once

// What a person may mean who has typed so much.
//
//   ASSIGN_OR_RETURN(Suggestions found, Suggest(index, "debt adv", {.limit = 10}));
//   for (const Suggestion& suggestion : found.items) ... suggestion.kind, suggestion.label
//
// Every typed word must begin a word of the name. Names that begin with the first word come first,
// then needs, circumstances, types, places, organisations, services; of each kind a share before
// any gets more. A word that begins nothing is read as the nearest that does: one slip in words of
// four letters, two in eight.
//
// O(postings of the words that the typed ones begin); tens of microseconds, and less than a
// millisecond for a single letter at 300,000 services.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/enum_set.h"
#include "engine/index/index.h"

namespace waypost::query {

struct Suggestion {
  SuggestionKind kind = SuggestionKind::kNeed;
  std::uint32_t subject = 0;  // as in SuggestionColumns
  std::string label;
};

struct Suggestions {
  std::vector<Suggestion> items;  // best first
  bool corrected = false;         // a word was read as another
};

struct SuggestOptions {
  std::size_t limit = 10;
  EnumSet<SuggestionKind> kinds = {};  // empty: all
};

// Text without a letter or digit, or of more than 16 words, suggests nothing. Errors: those of the
// analyser.
absl::StatusOr<Suggestions> Suggest(const Index& index, std::string_view text,
                                    const SuggestOptions& options);

}  // namespace waypost::query
