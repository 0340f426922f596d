#pragma once

// /search: the results of a question. GET for what may stand in an address; POST for what must
// leave no trace in a browser's history, and for the form of the start page, which is then sent on
// to an address where it may.

#include "server/transport/http.h"
#include "server/web/asked_page.h"
#include "server/web/site.h"

namespace waypost::server {

struct SearchPage {
  const Site& site;
  HttpResponse operator()(const AskedPage& asked) const;
};

}  // namespace waypost::server
