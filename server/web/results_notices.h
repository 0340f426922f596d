#pragma once

// What a page of results says before them: how the box was read and what of it was not used, other
// words or another place than what was asked, and what to do at once where minutes count.

#include "server/web/page_data.h"
#include "server/web/page_links.h"
#include "server/web/results_content.h"
#include "server/web/site.h"

namespace waypost::server {

void AddNotices(const Site& site, const PageLinks& links, const Found& found, PageData& data);

}  // namespace waypost::server
