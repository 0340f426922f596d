#pragma once

// Of all that stretches of a sentence may mean, what they are taken to mean.

#include <vector>

#include "engine/ask/reading.h"

namespace waypost::ask {

// The heaviest readings, in the order of the sentence; of equal weight the longer, then the earlier
// one. Two that share a word exclude each other, except that one stretch may say a need, who
// somebody is, and how they are reached: "wheelchair user", "hospice at home". O(n * chosen).
std::vector<Reading> ChooseReadings(std::vector<Reading> candidates);

// Without the needs that are not what is wanted where another need is: those that say who somebody
// is as well ("a depressed tenant"), and weak ones.
void DropNeedsBesides(const Sentence& sentence, std::vector<Reading>& readings);

// Without who somebody was, and without carers that are paid to come: neither is who needs help.
void DropOthersLives(const Sentence& sentence, std::vector<Reading>& readings);

// Readings that the words before them deny ("not online", "no church") become kNot, with the denial
// in their stretch. Who has or can do no such thing ("I have no food", "can't cook") denies
// nothing.
void DenyReadings(const Sentence& sentence, std::vector<Reading>& readings);

}  // namespace waypost::ask
