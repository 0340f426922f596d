#pragma once

// Whether what is shown is older than its sources promise, or the calendar ends soon.

#include <string>

#include "server/web/interface_text.h"
#include "server/web/site.h"

namespace waypost::server {

// A sentence for a banner; "" when all is well. A source that promises nothing is expected to be
// fetched every kUsualDays.
std::string DataAgeWarning(const Site& site, const InterfaceText& text);

}  // namespace waypost::server
