#pragma once

// Whom a service is for: ages, and the publisher's words.

#include <string>
#include <vector>

#include "engine/core/ids.h"
#include "engine/index/index.h"
#include "server/response/service_facts.h"
#include "server/web/interface_text.h"

namespace waypost::server {

// Ages first, then the words line by line, each once. Words of the standard's closed list, as
// "female", are said in plain English. Empty when nothing is stated.
std::vector<std::string> WhoForLines(const Index& index, const InterfaceText& text, DocId doc,
                                     const EligibilityFacts& eligibility);

// On a card: ages and the first line of words, cut where it is long. "" when nothing is stated.
std::string WhoForLine(const Index& index, const InterfaceText& text, DocId doc);

}  // namespace waypost::server
