#pragma once

// Parameters of a request, as text, to a Query.
//
//   ASSIGN_OR_RETURN(Query query, ParseQuery({{"near", "BS1 4TR"}, {"within", "3mi"}}));
//
// The order of the parameters never matters. Errors are request errors (request_error.h): an
// unknown parameter, one that may be given once given twice, a value that cannot be read, a bound
// exceeded. An empty value is an error too, except where nothing can be meant by it but "not asked"
// (`q`).

#include <span>
#include <string>

#include "engine/core/status.h"
#include "engine/query/query.h"

namespace waypost::query {

// A decoded pair from the query string.
struct Parameter {
  std::string name;
  std::string value;
};

inline constexpr int kMaxPerPage = 100;
inline constexpr int kMaxDepth = 10'000;             // page * per_page
inline constexpr std::size_t kMaxWordsLength = 500;  // characters of `q`
inline constexpr std::size_t kMaxWords = 64;
inline constexpr std::size_t kMaxValues = 64;  // of one parameter

absl::StatusOr<Query> ParseQuery(std::span<const Parameter> parameters);

// What no single parameter can tell: `within` without a place, an empty window of time, a page too
// deep. Resolve checks it again, for queries that were not made from text.
absl::Status CheckQuery(const Query& query);

// Parts of it that other endpoints use too.
absl::StatusOr<Near> ParseNear(const std::string& text);
absl::StatusOr<StatedMinute> ParseStatedMinute(const std::string& text);

}  // namespace waypost::query
