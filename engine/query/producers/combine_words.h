#pragma once

// Which documents of a window have any of some words, and which of them may be among the best: the
// inner loop of WordWindows for words so frequent that most of a window is occupied.

#include <cstdint>
#include <span>

#include "engine/query/doc_window.h"
#include "engine/query/producers/word_choices.h"
#include "engine/query/producers/word_list.h"

namespace waypost::query {

struct WordsOfWindow {
  std::span<const WordMarks* const> marks;
  // Documents with several occurrences of some word.
  const DocWindow::Bits* repeated;
  // nullptr: all may be among the best. Members are numbers of `marks`.
  const WordChoices* choices;
};

// Fills `of_service`, `alone` and `offered` of all words of the window. Eight words at a time, by
// the instructions of the processor, chosen once at run time (bench/questions_bench.cc, class C).
void CombineWords(const WordsOfWindow& words, DocWindow& window);

// The same, one word of the window: the oracle, and what is used where few are occupied.
void CombineWord(const WordsOfWindow& words, std::size_t word, DocWindow& window);

// Documents `any` of a word of the window that may be among the best.
std::uint64_t Promising(const WordsOfWindow& words, std::size_t word, std::uint64_t any,
                        const DocWindow& window);

}  // namespace waypost::query
