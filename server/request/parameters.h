#pragma once

// The query strings of the small endpoints, which take few parameters or none.

#include <span>
#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "server/transport/http.h"
#include "server/transport/request_target.h"

namespace waypost::server {

// Errors unless every parameter of `request` is one of `known`, given once. A parameter that is
// passed over in silence is a question that was not asked. Errors are request errors.
absl::Status CheckParameters(const HttpRequest& request, std::span<const std::string_view> known);

// Whether it is a POST whose body is a form, by its type, which is read without its parameters and
// whatever its case.
bool HasForm(const HttpRequest& request);

// What was sent: the form in the body of a POST, which leaves no trace in an address; else the
// query string.
RequestParameters SentParameters(const HttpRequest& request);

// A value that cannot be read; `detail` says what to give. A request error.
absl::Status BadValue(std::string_view name, std::string detail);

// The value of the first parameter of that name; "" when there is none.
std::string_view ParameterOf(const HttpRequest& request, std::string_view name);

}  // namespace waypost::server
