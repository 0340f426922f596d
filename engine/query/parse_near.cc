#include "engine/query/parse_query.h"
#include "engine/query/parse_values.h"
#include "engine/query/request_error.h"

namespace waypost::query {

absl::StatusOr<Near> ParseNear(const std::string& text) {
  const std::string trimmed(Trim(text));
  if (trimmed.empty()) {
    return RequestError({.code = "empty_place",
                         .parameter = "near",
                         .detail = "no place is given; give a postcode, a place name or lat,lon"});
  }
  if (trimmed.size() > 100) {
    return RequestError({.code = "unknown_place",
                         .parameter = "near",
                         .detail = "this is too long for a place; give a postcode, a place name or "
                                   "lat,lon"});
  }
  Near near{.text = trimmed, .point = ParsePoint(trimmed), .postcode = std::nullopt};
  if (!near.point) near.postcode = Postcode::Parse(trimmed);
  if (!near.point && !near.postcode && LooksLikePostcode(trimmed)) {
    return RequestError({.code = "malformed_postcode",
                         .parameter = "near",
                         .detail = trimmed + " is not the form of a postcode; one looks like "
                                             "BS1 4TR, and its beginning BS1 4 or BS1 will do"});
  }
  return near;
}

}  // namespace waypost::query
