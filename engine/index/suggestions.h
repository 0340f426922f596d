#pragma once

// The columns behind /api/suggest: what can be suggested, best first, and the words of its names.

#include <cstdint>

#include "engine/core/strong_id.h"
#include "engine/format/column.h"
#include "engine/format/jagged_column.h"

namespace waypost {

struct SuggestionTag;
using SuggestionId = StrongId<SuggestionTag, std::uint32_t>;
struct SuggestionWordTag;
using SuggestionWordId = StrongId<SuggestionWordTag, std::uint32_t>;

// What a suggestion is of. Of several services with one name there is one suggestion, kServiceName,
// that stands for the words of the name.
enum class SuggestionKind : std::uint8_t {
  kNeed,
  kCircumstance,
  kServiceType,
  kPlace,
  kOrganisation,
  kService,
  kServiceName,
};
inline constexpr std::size_t kSuggestionKindCount = 7;

// A suggestion that has a word, and whether its name begins with it, as one number.
struct SuggestionPosting {
  std::uint32_t bits;
  static constexpr SuggestionPosting Of(SuggestionId id, bool is_first) {
    return {id.value() << 1 | (is_first ? 1U : 0U)};
  }
  SuggestionId id() const { return SuggestionId(bits >> 1); }
  bool is_first() const { return (bits & 1U) != 0; }
  friend bool operator<(SuggestionPosting a, SuggestionPosting b) { return a.id() < b.id(); }
};

struct SuggestionColumns {
  Column<SuggestionId, SuggestionKind> kind;
  // A taxonomy term, place, organisation or service, by kind: its ordinal.
  Column<SuggestionId, std::uint32_t> subject;
  TextColumn<SuggestionWordId> words;                          // folded, not stemmed; ascending
  JaggedColumn<SuggestionWordId, SuggestionPosting> postings;  // ascending

  std::uint32_t size() const { return static_cast<std::uint32_t>(kind.size()); }
};

}  // namespace waypost
