#pragma once

// What is wrong with a form, said to who filled it in.

#include <string>
#include <vector>

#include "engine/core/status.h"
#include "server/web/interface_text.h"

namespace waypost::server {

struct FormError {
  std::string field;    // "text", "near", "age", ...; "" when it is about none
  std::string message;  // "Enter a postcode or the name of a place"
};

// Of a request error; details of those are written for who writes parameters, so what forms can
// send has messages of its own.
FormError FormErrorOf(const InterfaceText& text, const absl::Status& status);

}  // namespace waypost::server
