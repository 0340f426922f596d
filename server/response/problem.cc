#include "server/response/problem.h"

#include "engine/query/request_error.h"
#include "server/response/json_text.h"

namespace waypost::server {
namespace {

std::string_view TitleOf(int status) {
  switch (status) {
    case 400:
      return "The question cannot be read";
    case 404:
      return "There is nothing here";
    case 405:
      return "This cannot be done here";
    case 415:
      return "That is no form";
    case 503:
      return "Busy; try again";
    default:
      return "Something went wrong";
  }
}

HttpResponse Write(int status, const query::RequestErrorParts& parts) {
  JsonText json;
  json.StartObject()
      .Text("type", "urn:waypost:problem:" + parts.code)
      .Text("title", TitleOf(status))
      .Whole("status", status)
      .Text("code", parts.code)
      .Text("detail", parts.detail);
  if (!parts.parameter.empty()) json.Text("parameter", parts.parameter);
  if (!parts.nearest.empty()) json.Text("nearest", parts.nearest);
  json.EndObject();
  return {.status = status,
          .content_type = "application/problem+json",
          .headers = {{"Cache-Control", "no-store"}},
          .body = std::move(json).Take()};
}

}  // namespace

HttpResponse Problem(int status, std::string_view code, std::string_view detail) {
  return Write(status, {.code = std::string(code), .detail = std::string(detail)});
}

HttpResponse ProblemOf(const absl::Status& status) {
  if (const auto parts = query::RequestErrorOf(status)) return Write(400, *parts);
  // Whatever such a status says is for the operator: it may name a file.
  if (status.code() == absl::StatusCode::kNotFound) {
    return Problem(404, "not_found", "nothing here has that id or name");
  }
  if (status.code() == absl::StatusCode::kUnavailable) {
    HttpResponse response = Problem(503, "unavailable", "not ready to answer; try again shortly");
    response.headers.emplace_back("Retry-After", "1");
    return response;
  }
  return Problem(500, "internal", "the server could not answer; the question is not at fault");
}

}  // namespace waypost::server
