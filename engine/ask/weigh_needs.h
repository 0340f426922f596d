#pragma once

// The needs that a sentence says, weighed: phrases that were found against what all its words speak
// for.

#include <vector>

#include "engine/ask/phrase_book.h"
#include "engine/ask/reading.h"

namespace waypost::ask {

// Where no phrase said a need, that which the words speak for, when they do so clearly. Where
// phrases did, those that the words hardly speak for go, and one that they speak for much more
// strongly comes in their place. Words that say where, when, how, or that were denied, speak for
// nothing. O(words * needs).
void WeighNeeds(const PhraseBook& book, const Sentence& sentence, std::vector<Reading>& readings);

}  // namespace waypost::ask
