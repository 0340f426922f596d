#pragma once

// Conversions between std::string_view and absl::string_view, which are different types on Debian
// 12 and the same type on Debian 13. Nothing else mentions absl::string_view.

#include <string>
#include <string_view>

#include "absl/strings/string_view.h"

namespace waypost {

inline absl::string_view ToAbsl(std::string_view text) { return {text.data(), text.size()}; }
inline std::string ToString(absl::string_view text) { return {text.data(), text.size()}; }

}  // namespace waypost
