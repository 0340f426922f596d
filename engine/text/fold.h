#pragma once

// Folding of names for exact lookup: places, authorities, labels of taxonomy terms.
//
//   FoldForLookup("St. Ives") == FoldForLookup("st  ives")             // "st ives"
//   FoldForLookup("Stoke-on-Trent") == FoldForLookup("STOKE ON TRENT")
//   FoldForLookup("Brighton & Hove") == FoldForLookup("brighton and hove")
//   FoldForLookup("King’s Lynn") == FoldForLookup("Kings Lynn")
//   FoldForLookup("Ynys Môn") == FoldForLookup("ynys mon")
//
// Case, accents, punctuation and spaces make no difference, "&" is "and"; nothing else is equal
// ("Saint" is not "St"). Words are separated by one space; text without a letter or digit gives "".
// Pure; safe from any thread.

#include <cstddef>
#include <string>
#include <string_view>

namespace waypost::text {

std::string FoldForLookup(std::string_view text);

// The longest beginning of `text` that has at most `max_bytes` bytes and does not end inside a
// character.
std::string_view TruncateUtf8(std::string_view text, std::size_t max_bytes);

}  // namespace waypost::text
