#pragma once

// Documents by their words: those that have any, or all, of some, with the most that the words can
// score.

#include <memory>
#include <span>
#include <vector>

#include "engine/query/producers/candidates.h"
#include "engine/query/scoring/word_bound.h"

namespace waypost::query {

// The posting list of a word.
struct WordList {
  std::span<const DocId> documents;
  std::span<const std::uint16_t> frequencies;
  WordBound bound;
};

enum class Wanted : std::uint8_t { kAny, kAll };

// The documents of `ranges` (ascending, disjoint) that are in any or in all of `lists`, with bounds
// (DocBlock::bounded).
//
// They are worked out for a window of documents at a time, a bit and a sum each: for frequent words
// faster than to follow their lists side by side (bench/questions_bench.cc, class C).
std::unique_ptr<DocProducer> ProduceWords(const std::vector<WordList>& lists, Wanted wanted,
                                          std::vector<DocRange> ranges);

}  // namespace waypost::query
