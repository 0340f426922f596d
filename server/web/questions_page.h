#pragma once

// /questions and /questions/{tree}: a few questions in plain words, one at a time, each with how
// many services are left, down to a search.

#include "server/transport/http.h"
#include "server/web/asked_page.h"
#include "server/web/site.h"

namespace waypost::server {

struct QuestionsPage {
  const Site& site;
  HttpResponse List(const AskedPage& asked) const;
  HttpResponse operator()(const AskedPage& asked, std::string_view tree) const;
};

}  // namespace waypost::server
