#pragma once

// What is wrong with a form, said to who filled it in.

#include <string>
#include <vector>

#include "engine/core/status.h"
#include "server/web/interface_text.h"

namespace waypost::server {

struct FormError {
  std::string field;    // "text", "near"; "" when it is about neither
  std::string message;  // "Enter a postcode or the name of a place"
};

// Of a request error. Its details are written for who writes parameters: what forms can send has
// messages of its own, and of all else an old link is the cause.
FormError FormErrorOf(const InterfaceText& text, const absl::Status& status);

}  // namespace waypost::server
