#pragma once

// A sentence in everyday English to the parameters of a search: what was read as what, and what was
// not.
//
//   ASSIGN_OR_RETURN(const PhraseBook book, PhraseBook::Build(index));
//   ASSIGN_OR_RETURN(const SentenceReading reading,
//                    ReadSentence(index, book, "coffee morning near BS5 on a Thursday, free",
//                    {today}));
//   reading.parts            // "coffee morning" as q, "near BS5" as near, "on a Thursday" as day,
//   ... reading.Parameters()     // {"q", "coffee morning"}, {"near", "BS5"}, {"day", "TH"},
//   {"free", "yes"}
//
// By rules and the vocabularies of the index alone: same index, same sentence, same day, same
// reading. QUERY.md, "Ask", says what is read.
//
// O(words * phrases that begin with them): some hundred microseconds. Safe from any thread.
// Errors: request errors where the text is empty or longer than QUERY.md allows. Any bytes are
// accepted.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ask/phrase_book.h"
#include "engine/core/date.h"
#include "engine/core/status.h"
#include "engine/index/index.h"
#include "engine/query/parse_query.h"

namespace waypost::ask {

inline constexpr std::size_t kMostCharacters = 500;
inline constexpr std::size_t kMostWords = 64;

// Bytes [begin, end) of the sentence, read as `parameter`.
struct ReadPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string parameter;
  std::string value;
  std::string label;
  std::string asked_as;  // what the search is given; the value, but for a suburb that only its town
                         // is known of
  bool is_asked = true;  // false: understood, and no part of the search
};

struct ReadOptions {
  Date today;
  // What the person asks for besides: parts of the same parameter are understood and not asked.
  std::span<const query::Parameter> given = {};
};

struct SentenceReading {
  std::vector<ReadPart> parts;              // in the order of the sentence
  std::vector<std::string> not_understood;  // likewise, as written

  // What the parts ask together, ascending by name.
  std::vector<query::Parameter> Parameters() const;
};

absl::StatusOr<SentenceReading> ReadSentence(const Index& index, const PhraseBook& book,
                                             std::string_view text, const ReadOptions& options);

}  // namespace waypost::ask
