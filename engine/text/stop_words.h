#pragma once

// English words too common to search by: Snowball's list (https://snowballstem.org, BSD licence),
// folded as the analyser folds. Contractions whose folded form is another word ("we'll" - "well",
// "I'll" - "ill", "he'd" - "hed" is none) are left out of it.

#include <string_view>

namespace waypost::text {

// `word` folded, not stemmed. O(log size of the list).
bool IsEnglishStopWord(std::string_view word);

}  // namespace waypost::text
