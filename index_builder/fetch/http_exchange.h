#pragma once

// One request and its answer, whoever carries them: nothing is tried again, no redirect followed.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/fetch/url.h"

namespace waypost::fetch {

struct HttpAnswer {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;                                          // unpacked
  bool too_large = false;  // the body was cut: it is longer than the limit

  // The first header of that lower-case name; "" when there is none.
  std::string_view Header(std::string_view name) const;
};

class HttpExchange {
 public:
  virtual ~HttpExchange() = default;

  // Errors: Unavailable when no whole answer came (no connection, too slow, cut, no HTTP), which
  // may be otherwise next time; FailedPrecondition when it will not be: the certificate is not
  // trusted.
  virtual absl::StatusOr<HttpAnswer> Get(const Url& url) = 0;
};

}  // namespace waypost::fetch
