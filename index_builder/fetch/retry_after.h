#pragma once

// The header Retry-After (RFC 9110, 10.2.3): seconds, or the moment until which to wait.
//
//   ReadRetryAfter("120", now)                             120 s
//   ReadRetryAfter("Sat, 21 Nov 2026 14:05:30 GMT", now)   what is left until then, at least 0

#include <chrono>
#include <optional>
#include <string_view>

#include "engine/core/date.h"

namespace waypost::fetch {

// nullopt for any other text. Never more than a day, whatever is asked. O(length).
std::optional<std::chrono::seconds> ReadRetryAfter(std::string_view value, Moment now);

}  // namespace waypost::fetch
