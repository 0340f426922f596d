#include "server/request/ask_request.h"

#include <algorithm>

#include "engine/query/request_error.h"
#include "server/request/parameters.h"

namespace waypost::server {
namespace {

// The given parameters but those that mean nothing without others.
absl::StatusOr<query::Query> ParseGiven(std::vector<query::Parameter> given) {
  const bool has_near = std::any_of(given.begin(), given.end(),
                                    [](const query::Parameter& p) { return p.name == "near"; });
  if (!has_near) {
    std::erase_if(given, [](const query::Parameter& p) {
      return p.name == "within" || (p.name == "sort" && p.value == "distance");
    });
  }
  return query::ParseQuery(given);
}

}  // namespace

absl::StatusOr<AskRequest> ReadAskRequest(const HttpRequest& request) {
  AskRequest read;
  int texts = 0;
  for (const auto& [name, value] : request.parameters) {
    if (name == "text") {
      ++texts;
      read.text = value;
    } else {
      read.given.push_back({name, value});
    }
  }
  if (texts == 0) {
    return BadValue("text", "text is the sentence to be read, as in text=food+bank+near+BS5");
  }
  if (texts > 1) {
    return query::RequestError({.code = "repeated_parameter",
                                .parameter = "text",
                                .detail = "text may be given once only"});
  }
  ASSIGN_OR_RETURN(read.query, ParseGiven(read.given));
  return read;
}

}  // namespace waypost::server
