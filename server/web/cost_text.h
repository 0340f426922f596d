#pragma once

// What a service costs, as its publisher states it.

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/date.h"
#include "server/response/card_fields.h"
#include "server/response/service_facts.h"
#include "server/web/interface_text.h"

namespace waypost::server {

// Whether words state a price, or that there is none: "£3 a session", "Free", "By donation". The
// name of what is paid for, "Session", is none.
bool SaysPrice(std::string_view words);

// What a card says of it; "" when no price is stated.
std::string CostText(const InterfaceText& text, const CardFields& card);

// A line for each option that still holds, then the words of the feed: "Members: £4 per session",
// "Free". Empty when no price is stated.
std::vector<std::string> CostLines(const InterfaceText& text, const ServiceFacts& facts,
                                   Date today);

}  // namespace waypost::server
