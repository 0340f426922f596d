#pragma once

// Where a text stops being JSON. The JSON parser says what is wrong but not where; this is asked
// only after it has failed, so that the message can name a line.

#include <cstddef>
#include <string_view>

namespace waypost::sources {

// The offset of the first byte that cannot belong to one JSON value with white space around it, or
// text.size() when the text ends too early or no fault is found (numbers are checked loosely).
// O(length), no recursion.
std::size_t FindJsonFault(std::string_view text);

}  // namespace waypost::sources
