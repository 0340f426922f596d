#pragma once

// "/list": the services that somebody saved, in the order of saving, and what changed since a link
// to them was made; "/l/CODE" leads there.
//
// The list is in the address and nowhere else: ids, and the day on which the link was made.

#include <string>
#include <string_view>

#include "server/transport/http.h"
#include "server/web/asked_page.h"
#include "server/web/site.h"

namespace waypost::server {

struct ListPage {
  const Site& site;

  // `origin` is where the request was sent, "" when it does not say.
  HttpResponse operator()(const AskedPage& asked, const std::string& origin) const;
  // Of a short link: a redirect to its list, or the page that says that there is none.
  HttpResponse Open(const AskedPage& asked, std::string_view code) const;
};

}  // namespace waypost::server
