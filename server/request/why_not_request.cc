#include "server/request/why_not_request.h"

#include <vector>

#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"

namespace waypost::server {

absl::StatusOr<WhyNotRequest> ReadWhyNotRequest(const HttpRequest& request) {
  WhyNotRequest asked;
  std::vector<query::Parameter> parameters;
  int ids = 0;
  for (const auto& [name, value] : request.parameters) {
    if (name == "id") {
      asked.id = value;
      ++ids;
    } else {
      parameters.push_back({name, value});
    }
  }
  if (ids != 1) {
    return query::RequestError(
        {.code = ids == 0 ? "missing_parameter" : "repeated_parameter",
         .parameter = "id",
         .detail = "give one id, that of the service; the others are those of /api/search"});
  }
  ASSIGN_OR_RETURN(asked.query, query::ParseQuery(parameters));
  return asked;
}

}  // namespace waypost::server
