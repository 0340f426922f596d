#pragma once

// A list in one cell: "ramp, wheelchair; lift".

#include <string_view>
#include <vector>

namespace waypost::sources {

// The non-empty parts of `text` between any of the characters of `separators`, trimmed; views into
// `text`. O(length).
std::vector<std::string_view> SplitList(std::string_view text, std::string_view separators);

}  // namespace waypost::sources
