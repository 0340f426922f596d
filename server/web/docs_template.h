#pragma once

// The page of the description of the API as a mustache template. {{name}} is escaped; nothing is
// unescaped.

#include <string_view>

namespace waypost::server {

extern const std::string_view kDocsTemplate;

}  // namespace waypost::server
