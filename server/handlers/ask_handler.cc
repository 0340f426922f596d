#include "engine/ask/read_sentence.h"
#include "engine/query/answer.h"
#include "engine/query/format_query.h"
#include "engine/query/request_error.h"
#include "server/handlers/api.h"
#include "server/request/ask_request.h"
#include "server/response/ask_json.h"
#include "server/response/caching.h"
#include "server/response/problem.h"
#include "server/response/search_json.h"

namespace waypost::server {
namespace {

struct AskedSentence {
  ask::SentenceReading reading;
  query::Query query;
};

// The search that sentence and parameters make together.
absl::StatusOr<AskedSentence> ReadAsked(const AskHandler& handler, const AskRequest& request,
                                        LocalMinute now) {
  RETURN_IF_ERROR(handler.phrases.status());
  if (request.query.at) {
    ASSIGN_OR_RETURN(now, ToLocal(*request.query.at, handler.serving.zone));
  }
  AskedSentence asked;
  ASSIGN_OR_RETURN(asked.reading,
                   ask::ReadSentence(*handler.serving.index, *handler.phrases, request.text,
                                     {.today = now.date, .given = request.given}));
  std::vector<query::Parameter> parameters = asked.reading.Parameters();
  parameters.insert(parameters.end(), request.given.begin(), request.given.end());
  // Everything there is would be no answer to anybody.
  if (asked.reading.Parameters().empty() && request.given.empty()) {
    return query::RequestError(
        {.code = "nothing_understood",
         .parameter = "text",
         .detail = "nothing in this could be asked; say what help is wanted, where, when or for "
                   "whom, or choose from /api/needs"});
  }
  ASSIGN_OR_RETURN(asked.query, query::ParseQuery(parameters));
  return asked;
}

}  // namespace

HttpResponse AskHandler::operator()(const HttpRequest& request) const {
  const absl::StatusOr<AskRequest> read = ReadAskRequest(request);
  if (!read.ok()) return ProblemOf(read.status());
  const Moment moment = serving.clock.Now();
  const LocalMinute now = ToLocal(moment, serving.zone);
  const absl::StatusOr<AskedSentence> asked = ReadAsked(*this, *read, now);
  if (!asked.ok()) return ProblemOf(asked.status());
  const auto synonyms = serving.synonyms.current();
  const absl::StatusOr<query::Answer> answer =
      query::AnswerQuery(*serving.index, asked->query, now, &synonyms->synonyms);
  if (!answer.ok()) return ProblemOf(answer.status());
  const absl::StatusOr<std::string> found = WriteSearchJson(*serving.index, *answer, serving.zone);
  if (!found.ok()) return ProblemOf(found.status());
  HttpResponse response{
      .body = WriteAskJson(read->text, asked->reading, query::FormatQuery(asked->query), *found)};
  // What people write about themselves is for their own browser only.
  Keeping keeping{
      .at = answer->result.resolved.now, .is_private = true, .synonyms = synonyms->version};
  if (!asked->query.at) keeping.seconds = SecondsLeftOfMinute(moment);
  MayBeKept(*serving.index, keeping, response);
  return response;
}

}  // namespace waypost::server
