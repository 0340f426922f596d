#pragma once

// A text reduced to what matters when it is compared with a word of a closed list.
//
//   FoldWords("  Drop-In ")            "drop in"
//   FoldWords("temporarily_closed")    "temporarily closed"
//   FoldWords("TemporarilyClosed")     "temporarily closed"
//
// ASCII letters become lower case, everything that is neither a letter nor a digit becomes one
// space, a capital after a small letter starts a word, and the ends are trimmed. Bytes above 127
// are kept as they are. O(length).

#include <string>
#include <string_view>

namespace waypost::record {

std::string FoldWords(std::string_view text);

// `text` without white space (ASCII, and U+00A0) at both ends.
std::string_view Trim(std::string_view text);

// True when the ASCII lower-case forms are equal.
bool EqualsIgnoringCase(std::string_view a, std::string_view b);

}  // namespace waypost::record
