#pragma once

// What to do at once, with its telephone numbers as links.

#include <vector>

#include "server/web/page_data.h"
#include "server/web/sensitivity.h"

namespace waypost::server {

// A line has parts in order, each with a text and, where that is a number to call, what a telephone
// dials for it.
std::vector<PageData> CrisisLines(const Sensitivity& sensitivity);

}  // namespace waypost::server
