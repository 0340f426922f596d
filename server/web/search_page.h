#pragma once

// GET /: the search form and, when something was asked, the results. Works without scripts.

#include "server/request/serving_index.h"
#include "server/transport/http.h"

namespace waypost::server {

struct SearchPage {
  const ServingIndex& serving;
  HttpResponse operator()(const HttpRequest& request) const;
};

}  // namespace waypost::server
