#pragma once

// What is wrong with a request, in a form that the server can answer with.
//
// A request error is an absl::Status of code InvalidArgument (or NotFound) that carries a stable
// word for programs ("malformed_postcode"), the parameter it is about, and, where one exists, the
// nearest known value:
//
//   return RequestError({.code = "unknown_parameter", .parameter = "witihn",
//                        .detail = "no parameter witihn; did you mean within?", .nearest =
//                        "within"});

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/core/status.h"

namespace waypost::query {

struct RequestErrorParts {
  std::string code;
  std::string parameter;
  std::string detail;   // one sentence that says what to do
  std::string nearest;  // a known value close to the given one; "" when none is close
};

absl::Status RequestError(const RequestErrorParts& parts);

// The parts of a status made by RequestError; nullopt for any other status.
std::optional<RequestErrorParts> RequestErrorOf(const absl::Status& status);

// The one of `known` that is nearest to `given` by edit distance, if it is near enough to be a slip
// of the fingers (at most a third of its letters); "" otherwise. Ties: the first.
std::string NearestOf(std::string_view given, std::span<const std::string_view> known);

}  // namespace waypost::query
