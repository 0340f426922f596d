#pragma once

// GET /: what do you need, where are you, and doors to other ways of finding it.

#include "engine/core/status.h"
#include "server/transport/http.h"
#include "server/web/asked_page.h"
#include "server/web/site.h"

namespace waypost::server {

struct StartPage {
  const Site& site;
  HttpResponse operator()(const AskedPage& asked) const;
  // The form again, with what is wrong with it.
  HttpResponse WithError(const AskedPage& asked, const absl::Status& error) const;
};

}  // namespace waypost::server
