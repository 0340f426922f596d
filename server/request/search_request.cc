#include "server/request/search_request.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"

namespace waypost::server {
namespace {

// In the order of AnswerFormat.
constexpr std::array<std::string_view, 6> kFormats = {"json", "ics",    "geojson",
                                                      "csv",  "ndjson", "atom"};

absl::StatusOr<AnswerFormat> ReadFormat(const std::string& value) {
  const auto found = std::find(kFormats.begin(), kFormats.end(), value);
  if (found != kFormats.end()) return static_cast<AnswerFormat>(found - kFormats.begin());
  const std::string nearest = query::NearestOf(value, kFormats);
  return query::RequestError(
      {.code = "bad_value",
       .parameter = "format",
       .detail = "format=" + value.substr(0, 80) +
                 " is not known; give ics for a calendar, geojson for a map, csv for a "
                 "spreadsheet, ndjson for all results, atom for a feed, or leave it out for JSON",
       .nearest = nearest.empty() ? "json" : nearest});
}

}  // namespace

absl::StatusOr<SearchRequest> ReadSearchRequest(const HttpRequest& request) {
  std::vector<query::Parameter> parameters;
  SearchRequest read;
  bool has_format = false;
  for (const auto& [name, value] : request.parameters) {
    if (name == "format") {
      if (std::exchange(has_format, true)) {
        return query::RequestError({.code = "repeated_parameter",
                                    .parameter = "format",
                                    .detail = "format may be given once only"});
      }
      ASSIGN_OR_RETURN(read.format, ReadFormat(value));
    } else {
      parameters.push_back({name, value});
    }
  }
  ASSIGN_OR_RETURN(read.query, query::ParseQuery(parameters));
  return read;
}

}  // namespace waypost::server
