#pragma once

// Times that could not be understood, as a person reads them.
//
//   PublishedTimesText(text, "freq=WEEKLY; opens_at=most Thursdays, ring to check")
//       // "As its publisher writes: every week; opens: most Thursdays, ring to check"

#include <string>
#include <string_view>

#include "server/web/interface_text.h"

namespace waypost::server {

// What is no list of names and values stays as it is; of one that is, codes are told in words and
// what says nothing to a person is left out; "" when nothing is left.
std::string PublishedTimesText(const InterfaceText& text, std::string_view published);

}  // namespace waypost::server
