#pragma once

// The query string of /api/services/{id}/sessions: which days are asked for.

#include "engine/core/date.h"
#include "engine/core/status.h"
#include "server/transport/http.h"

namespace waypost::server {

// `from` and `to` are days, both inclusive; `to` is at most this many days after `from`.
inline constexpr int kMostSessionDays = 366;
inline constexpr int kUsualSessionDays = 28;

struct SessionsRequest {
  Date from;
  Date to;
  bool counts_from_today = false;  // `from` was not given
};

// Without `from` from today, without `to` to 28 days after `from`. Errors are request errors.
absl::StatusOr<SessionsRequest> ReadSessionsRequest(const HttpRequest& request, Date today);

}  // namespace waypost::server
