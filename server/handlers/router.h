#pragma once

// Which path is answered by which handler, and what every answer has in common.

#include "server/handlers/api.h"

namespace waypost::server {

class Router {
 public:
  explicit Router(const ServingIndex& serving) : serving_(serving) {}

  // Never throws. Every answer to a read allows other origins and sends no referrer.
  HttpResponse Answer(const HttpRequest& request) const;

 private:
  HttpResponse Route(const HttpRequest& request) const;

  const ServingIndex& serving_;
};

}  // namespace waypost::server
