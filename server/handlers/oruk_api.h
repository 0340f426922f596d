#pragma once

// The endpoints of the ORUK dialects (server/oruk/ORUK.md).

#include <string_view>

#include "server/oruk/catalogue.h"
#include "server/request/serving_index.h"
#include "server/transport/http.h"

namespace waypost::server {

// GET /oruk/v3 and below; `rest` is the path after that.
struct OrukV3Handler {
  const ServingIndex& serving;
  const oruk::Catalogue& catalogue;
  HttpResponse operator()(const HttpRequest& request, std::string_view rest) const;
};

// GET below /oruk/v1.
struct OrukV1Handler {
  const ServingIndex& serving;
  const oruk::Catalogue& catalogue;
  HttpResponse operator()(const HttpRequest& request, std::string_view rest) const;
};

}  // namespace waypost::server
