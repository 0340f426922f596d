#pragma once

// Of all that stretches of a sentence may mean, what they are taken to mean.

#include <vector>

#include "engine/ask/reading.h"

namespace waypost::ask {

// The heaviest readings that do not share a word, in the order of the sentence; of equal weight the longer,
// then the earlier one. O(n log n + n * words).
std::vector<Reading> ChooseReadings(std::vector<Reading> candidates, std::size_t words);

// Readings that the words before them deny ("not online", "no church") become kNot, with the denial in
// their stretch. Who has or can do no such thing ("I have no food", "can't cook") denies nothing.
void DenyReadings(const Sentence& sentence, std::vector<Reading>& readings);

}  // namespace waypost::ask
