#pragma once

// The content of a page of results.

#include "engine/query/answer.h"
#include "server/web/asked_search.h"
#include "server/web/page_links.h"
#include "server/web/render_page.h"
#include "server/web/sensitivity.h"
#include "server/web/site.h"
#include "server/web/typed_text.h"

namespace waypost::server {

struct Found {
  const AskedSearch& search;
  const TypedText& typed;
  const query::Answer& answer;
  const query::Result& best;  // without hits where no few are the best
  const Sensitivity& sensitivity;
};

Page ResultsPage(const Site& site, const PageLinks& links, const Found& found);

}  // namespace waypost::server
