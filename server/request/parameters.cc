#include "server/request/parameters.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/query/parse_values.h"
#include "engine/query/request_error.h"

namespace waypost::server {
namespace {

std::string Listed(std::span<const std::string_view> names) {
  if (names.empty()) return "none";
  std::string text;
  for (std::string_view name : names) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

absl::Status UnknownParameter(const std::string& name, std::span<const std::string_view> known) {
  const std::string shown = name.substr(0, 80);
  std::string nearest = query::NearestOf(name, known);
  const std::string hint =
      nearest.empty() ? "; this address takes " + Listed(known) : "; did you mean " + nearest + "?";
  return query::RequestError({.code = "unknown_parameter",
                              .parameter = shown,
                              .detail = "there is no parameter " + shown + " here" + hint,
                              .nearest = std::move(nearest)});
}

}  // namespace

bool HasForm(const HttpRequest& request) {
  const std::string_view header = request.Header("content-type");
  const std::string_view type = query::Trim(header.substr(0, header.find(';')));
  return request.method == "POST" && LowerCase(type) == "application/x-www-form-urlencoded";
}

RequestParameters SentParameters(const HttpRequest& request) {
  return HasForm(request) ? ParseParameters(request.body) : request.parameters;
}

absl::Status CheckParameters(const HttpRequest& request, std::span<const std::string_view> known) {
  const auto& given = request.parameters;
  for (const auto& [name, value] : given) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return UnknownParameter(name, known);
    }
    if (std::count_if(given.begin(), given.end(),
                      [&](const auto& other) { return other.first == name; }) > 1) {
      return query::RequestError({.code = "repeated_parameter",
                                  .parameter = name,
                                  .detail = name + " may be given once only"});
    }
  }
  return absl::OkStatus();
}

absl::Status BadValue(std::string_view name, std::string detail) {
  return query::RequestError(
      {.code = "bad_value", .parameter = std::string(name), .detail = std::move(detail)});
}

std::string_view ParameterOf(const HttpRequest& request, std::string_view name) {
  for (const auto& [key, value] : request.parameters) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace waypost::server
