#pragma once

// "/list/print": a list as a sheet of A4 to hand over, in letters of 12 or 16 points, with a QR
// code that leads back to the list.

#include <string>

#include "server/transport/http.h"
#include "server/web/asked_page.h"
#include "server/web/site.h"

namespace waypost::server {

struct ListSheet {
  const Site& site;

  // `origin` is where the request was sent; without it there is neither code nor link on the sheet,
  // for they must be whole to be used.
  HttpResponse operator()(const AskedPage& asked, const std::string& origin) const;
};

}  // namespace waypost::server
