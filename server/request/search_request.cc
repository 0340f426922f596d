#include "server/request/search_request.h"

#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"

namespace waypost::server {

absl::StatusOr<query::Query> ReadSearchRequest(const HttpRequest& request) {
  std::vector<query::Parameter> parameters;
  for (const auto& [name, value] : request.parameters) {
    if (name != "format") {
      parameters.push_back({name, value});
    } else if (value != "json") {
      return query::RequestError(
          {.code = "bad_value",
           .parameter = "format",
           .detail = "format=" + value.substr(0, 80) + " is not known; leave it out for JSON",
           .nearest = "json"});
    }
  }
  return query::ParseQuery(parameters);
}

}  // namespace waypost::server
