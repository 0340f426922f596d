#pragma once

// The closed lists of words that both dialects share.

#include <array>
#include <string_view>

namespace waypost::validate {

inline constexpr std::array<std::string_view, 4> kStatusWords = {"active", "inactive", "defunct",
                                                                 "temporarily closed"};

}  // namespace waypost::validate
