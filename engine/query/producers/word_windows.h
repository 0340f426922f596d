#pragma once

// Documents by their words: those that have any, or all, of some, with the most that the words can
// score.

#include <memory>
#include <span>
#include <vector>

#include "engine/query/doc_window.h"
#include "engine/query/producers/candidates.h"
#include "engine/query/scoring/word_bound.h"

namespace waypost::query {

// The posting list of a word.
struct WordList {
  std::span<const DocId> documents;
  std::span<const std::uint16_t> frequencies;  // 0: only the location of that document has it
  WordBound bound;
};

enum class Wanted : std::uint8_t { kAny, kAll };

// The documents of `ranges` (ascending, disjoint) that are in any or in all of `lists`, in
// ascending windows, a bit and a sum each: for frequent words faster than to follow their lists
// side by side (bench/questions_bench.cc, class C).
//
// A document that cannot score what is still wanted is counted, and mostly not offered.
std::unique_ptr<WindowProducer> WindowsOfWords(const std::vector<WordList>& lists, Wanted wanted,
                                               std::vector<DocRange> ranges);

// The same documents for filters to be asked about, with bounds (DocBlock::bounded).
std::unique_ptr<DocProducer> ProduceWords(const std::vector<WordList>& lists, Wanted wanted,
                                          std::vector<DocRange> ranges);

}  // namespace waypost::query
