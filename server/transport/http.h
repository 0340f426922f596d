#pragma once

// Requests and responses of our own, so that handlers know nothing of the HTTP library.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/status.h"

namespace waypost::server {

struct HttpRequest {
  std::string method;  // "GET", "HEAD", "OPTIONS", "POST"
  std::string path;    // decoded, without the query string: "/api/services/2a34..."
  // Decoded pairs of the query string, in the order given; "a&b=" is ("a", ""), ("b", "").
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;                                          // as sent; "" when there is none

  // The first header of that lower-case name; "" when there is none.
  std::string_view Header(std::string_view name) const;
};

struct HttpResponse {
  int status = 200;
  std::string content_type = "application/json";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  // What follows `body`, piece by piece, for answers too long to be held; "" is the end, after
  // which nobody asks again. After an error the connection is cut, so that nobody takes the part
  // for the whole.
  std::function<absl::StatusOr<std::string>()> more;
};

// Both are called from several threads at once.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;
using RequestTest = std::function<bool(const HttpRequest&)>;

// Whether the method only reads: GET, HEAD and OPTIONS, whose answers any origin may see.
bool IsRead(const HttpRequest& request);

}  // namespace waypost::server
