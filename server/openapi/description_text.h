#pragma once

// The description of every address of the server, OpenAPI 3.1, as it is served at /openapi.json.
//
// Its parts are the JSON files in server/openapi/description; the build joins them into the
// program.

#include <string_view>

namespace waypost::server {

extern const std::string_view kDescriptionText;

}  // namespace waypost::server
