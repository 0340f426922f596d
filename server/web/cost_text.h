#pragma once

// What a service costs, as its publisher states it.

#include <string>
#include <vector>

#include "engine/core/date.h"
#include "server/response/service_facts.h"
#include "server/web/interface_text.h"

namespace waypost::server {

// A line for each option that still holds, then the words of the feed: "Members: £4 per session",
// "Free". Empty when nothing is stated.
std::vector<std::string> CostLines(const InterfaceText& text, const ServiceFacts& facts,
                                   Date today);

}  // namespace waypost::server
