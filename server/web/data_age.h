#pragma once

// Whether what is shown is older than its sources promise, or the calendar ends soon.

#include <string>
#include <vector>

#include "server/web/interface_text.h"
#include "server/web/site.h"

namespace waypost::server {

// Sentences for a banner; none when all is well. A source that promises nothing is expected to be
// fetched every kUsualDays; the oldest are named, the others counted.
std::vector<std::string> DataAgeWarnings(const Site& site, const InterfaceText& text);

}  // namespace waypost::server
