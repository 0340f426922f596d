#pragma once

// Which path is answered by which handler, and what every answer has in common.

#include <chrono>
#include <optional>

#include "server/handlers/api.h"
#include "server/handlers/oruk_api.h"
#include "server/web/pages.h"

namespace waypost::server {

class Router {
 public:
  // What is referred to must outlive it.
  explicit Router(const ServingIndex& serving, SiteSettings settings = {});

  Router(const Router&) = delete;
  Router& operator=(const Router&) = delete;

  // Every answer to a read allows other origins, no other does; none sends a referrer. Safe from
  // any thread.
  HttpResponse Answer(const HttpRequest& request) const;

  // The same for who has waited too long: 503, as a page where a page was asked for.
  HttpResponse Busy(const HttpRequest& request) const;

  // Whether the answer takes work, so that it must wait for its turn: reads, and forms. Health is
  // told at once, or a busy server would be taken for a dead one.
  static bool IsQuery(const HttpRequest& request);

 private:
  // The answer with what all have in common; `begun` is when it began to be made.
  static HttpResponse Finish(const HttpRequest& request, HttpResponse response,
                             std::chrono::steady_clock::time_point begun);
  HttpResponse AnswerRead(const HttpRequest& request) const;
  HttpResponse Route(const HttpRequest& request) const;
  // `rest` is the path after "/api/services/".
  HttpResponse RouteService(const HttpRequest& request, std::string_view rest) const;

  const ServingIndex& serving_;
  absl::StatusOr<ask::PhraseBook> phrases_;   // of the index in service
  std::optional<oruk::Catalogue> catalogue_;  // of the index in service; none without one
  SiteSettings settings_;
  Pages pages_;
};

}  // namespace waypost::server
