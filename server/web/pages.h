#pragma once

// Which address of the finder is answered by which page.
//
//   const Pages pages(serving, phrases, settings);
//   if (auto response = pages.Answer(request)) ...
//
// Every page works with scripts off. Safe from any thread.

#include <optional>

#include "server/transport/http.h"
#include "server/web/site.h"

namespace waypost::server {

class Pages {
 public:
  // What is referred to must outlive it.
  Pages(const ServingIndex& serving, const absl::StatusOr<ask::PhraseBook>& phrases,
        const SiteSettings& settings)
      : site_{serving, phrases, settings} {}

  // A page, an asset, or the page that says that there is none.
  HttpResponse Answer(const HttpRequest& request) const;

  // The page for who has waited too long. Takes next to no work.
  HttpResponse Busy(const HttpRequest& request) const;

  // Whether a POST is answered there: a form whose question must not stand in an address.
  static bool TakesPost(std::string_view path);

 private:
  Site site_;
};

}  // namespace waypost::server
