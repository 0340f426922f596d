#pragma once

// The query string of /api/questions/{tree}: the answers so far, and parameters of /api/search.

#include <vector>

#include "engine/core/status.h"
#include "engine/query/parse_query.h"
#include "engine/taxonomy/question_tree.h"
#include "server/transport/http.h"

namespace waypost::server {

struct QuestionsRequest {
  std::vector<GivenAnswer> given;  // `answer=question:answer`
  std::vector<query::Parameter> parameters;
};

// Errors are request errors.
absl::StatusOr<QuestionsRequest> ReadQuestionsRequest(const HttpRequest& request);

}  // namespace waypost::server
