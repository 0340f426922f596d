#pragma once

// Pages that tell about the site: where the information comes from, what becomes of what people
// type, and how usable the pages are.

#include "server/transport/http.h"
#include "server/web/asked_page.h"
#include "server/web/site.h"

namespace waypost::server {

struct InfoPage {
  const Site& site;
  HttpResponse Sources(const AskedPage& asked) const;
  HttpResponse Privacy(const AskedPage& asked) const;
  HttpResponse Accessibility(const AskedPage& asked) const;
};

}  // namespace waypost::server
