#pragma once

// Whose condition it is: "a disabled boy of 9" is asked for by a parent, and who cares for a
// mother at thirteen is a young carer.

#include "engine/ask/phrase_book.h"
#include "engine/ask/reading.h"

namespace waypost::ask {

// Replaces circumstances by those that the ages read tell. O(readings).
void TellWhoIsMeant(const PhraseBook& book, const Sentence& sentence,
                    std::vector<Reading>& readings);

}  // namespace waypost::ask
