#pragma once

// GET /services/{id}: all that is known of a service, and what hangs on it. With the parameters of
// a search in its address it says why the service was found and leads back to the results.

#include <string_view>

#include "server/transport/http.h"
#include "server/web/asked_page.h"
#include "server/web/site.h"

namespace waypost::server {

inline constexpr std::string_view kServicesPath = "/services/";

struct ServicePage {
  const Site& site;
  // `rest` is what follows kServicesPath: an id, or "id/report". What is neither is not found.
  HttpResponse operator()(const AskedPage& asked, std::string_view rest) const;
};

}  // namespace waypost::server
