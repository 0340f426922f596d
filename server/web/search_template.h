#pragma once

// The page of the search form as a mustache template. {{name}} is escaped; nothing is unescaped.

#include <string_view>

namespace waypost::server {

extern const std::string_view kSearchTemplate;

}  // namespace waypost::server
