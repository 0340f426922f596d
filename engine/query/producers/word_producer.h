#pragma once

// Documents by their words, block by block, where filters have to be asked about them.

#include <memory>
#include <optional>
#include <vector>

#include "engine/query/producers/word_windows.h"

namespace waypost::query {

// What WindowsOfWords offers, with its bounds if `bound` is given (DocBlock::bounded).
std::unique_ptr<DocProducer> ProduceWords(const std::vector<WordList>& lists, Wanted wanted,
                                          std::vector<DocRange> ranges,
                                          std::optional<ScoreBound> bound);

}  // namespace waypost::query
