#pragma once

// Documents by their words: those that have any, or all, of some, with the most that they can
// score.

#include <memory>
#include <optional>
#include <vector>

#include "engine/query/doc_window.h"
#include "engine/query/producers/candidates.h"
#include "engine/query/producers/word_list.h"
#include "engine/query/scoring/score_bound.h"

namespace waypost::query {

enum class Wanted : std::uint8_t { kAny, kAll };

// The documents of `ranges` (ascending, disjoint) that are in any or in all of `lists`, in
// ascending windows, a bit each: for frequent words faster than to follow their lists side by side
// (bench/questions_bench.cc, class C).
//
// With a `bound`, a document that cannot score what is still wanted is counted and not offered, and
// the others are offered with the most that they can score. Without, all are offered.
std::unique_ptr<WindowProducer> WindowsOfWords(const std::vector<WordList>& lists, Wanted wanted,
                                               std::vector<DocRange> ranges,
                                               std::optional<ScoreBound> bound);

}  // namespace waypost::query
