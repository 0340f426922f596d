#pragma once

// What no reading took: names and kinds of things become words to search for, the rest is told as
// not understood.

#include <string>
#include <string_view>
#include <vector>

#include "engine/ask/phrase_book.h"
#include "engine/ask/reading.h"
#include "engine/index/index.h"

namespace waypost::ask {

// Readings of kWords over words that `taken` leaves: "chess club", "run by Emmaus". Words that the
// index has nowhere would find nothing and are left.
void ReadNamesAndThings(const Index& index, std::string_view text, const Sentence& sentence,
                        std::vector<Reading>& readings);

// The stretches of `text` that say something and that no reading took, with those that were read as
// kNot, in their order.
std::vector<std::string> NotUnderstood(std::string_view text, const Sentence& sentence,
                                       const std::vector<Reading>& readings);

}  // namespace waypost::ask
