#pragma once

// Errors as application/problem+json (RFC 9457), readable by people and by programs. No cache keeps
// one.

#include <string>

#include "engine/core/status.h"
#include "server/transport/http.h"

namespace waypost::server {

// 400 for a request error, with its code, parameter and nearest known value; 404 for NotFound; 503
// for Unavailable; else 500. Of any but a request error the message stays inside.
HttpResponse ProblemOf(const absl::Status& status);

HttpResponse Problem(int status, std::string_view code, std::string_view detail);

}  // namespace waypost::server
