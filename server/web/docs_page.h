#pragma once

// GET /docs: the description of the API as a page. Works without scripts; asks nobody else for
// anything.

#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "server/transport/http.h"

namespace waypost::server {

// The page of a description (server/openapi), with {service} in the addresses of its examples where
// the id of a service belongs. Takes some 60 ms, always for the same bytes: it is worth keeping.
absl::StatusOr<std::string> RenderDocs(std::string_view description);

// `docs` with the id of a service that there is.
HttpResponse DocsPage(std::string_view docs, std::string_view service);

}  // namespace waypost::server
