#pragma once

// What a card says of a service in rows: where, when, what it costs, who for, how to get in. The
// same with a question and without one.

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/closed_lists.h"
#include "engine/hours/local_minute.h"
#include "engine/index/index.h"
#include "server/response/card_fields.h"
#include "server/web/interface_text.h"
#include "server/web/page_data.h"

namespace waypost::server {

// "The Hall, 1 High Street, WE1 1AA"; of a confidential place its district. "" when not stated, and
// where nobody goes: then the address is one of an office.
std::string WhereText(const Index& index, const InterfaceText& text, DocId doc,
                      const CardFields& card);

// "Closed for now", "This has closed"; "" for what is running, and what does not say.
std::string_view ClosedText(const InterfaceText& text, Status status);

// What facts depend on beside the service.
struct FactsAsked {
  LocalMinute now;
  std::string distance = {};  // stands beside where it is; "" where there is none to tell
};

// Sets `facts` and `phone` of templates/facts.mustache, what is not stated left out.
void SetCardFacts(const Index& index, const InterfaceText& text, DocId doc, const CardFields& card,
                  const FactsAsked& asked, PageData& item);

}  // namespace waypost::server
