#pragma once

// What was typed into the one box of a search, as long as it still says what is asked. It is
// carried from page to page as `read`; who takes off a condition that it was read as asks something
// else, and it is forgotten.

#include <string>
#include <vector>

#include "server/web/asked_page.h"
#include "server/web/asked_search.h"
#include "server/web/site.h"

namespace waypost::server {

struct TypedText {
  std::string text;                 // "" when none is known
  std::vector<std::string> unused;  // stretches of it that the search does not ask
};

// Of a box that was read just now, or before. O(the text and the conditions), as reading it is.
TypedText TypedTextOf(const Site& site, const AskedPage& asked, const AskedSearch& search);

}  // namespace waypost::server
