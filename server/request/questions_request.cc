#include "server/request/questions_request.h"

#include <string>

#include "server/request/parameters.h"

namespace waypost::server {

absl::StatusOr<QuestionsRequest> ReadQuestionsRequest(const HttpRequest& request) {
  QuestionsRequest asked;
  for (const auto& [name, value] : request.parameters) {
    if (name != "answer") {
      asked.parameters.push_back({name, value});
      continue;
    }
    const std::size_t colon = value.find(':');
    if (colon == std::string::npos || asked.given.size() >= query::kMaxValues) {
      return BadValue("answer", "answer=question:answer, once for each question that was answered");
    }
    asked.given.push_back({value.substr(0, colon), value.substr(colon + 1)});
  }
  return asked;
}

}  // namespace waypost::server
