#include "engine/query/answer.h"
#include "engine/query/why_not.h"
#include "server/handlers/api.h"
#include "server/handlers/find_service.h"
#include "server/request/why_not_request.h"
#include "server/response/caching.h"
#include "server/response/problem.h"
#include "server/response/why_not_json.h"

namespace waypost::server {
HttpResponse WhyNotHandler::operator()(const HttpRequest& request) const {
  const Index& index = *serving.index;
  const absl::StatusOr<WhyNotRequest> asked = ReadWhyNotRequest(request);
  if (!asked.ok()) return ProblemOf(asked.status());
  const std::optional<ServiceOrdinal> service = FindService(index, asked->id);
  if (!service) return UnknownService();
  const auto synonyms = serving.synonyms.current();
  const Moment now = serving.clock.Now();
  const LocalMinute minute = ToLocal(now, serving.zone);
  // The search may have answered with corrected words.
  const absl::StatusOr<query::Query> answered =
      query::QueryAnswered(index, asked->query, minute, &synonyms->synonyms);
  if (!answered.ok()) return ProblemOf(answered.status());
  const absl::StatusOr<query::WhyNot> why =
      query::FindWhyNot(index, *answered, *service, minute, &synonyms->synonyms);
  if (!why.ok()) return ProblemOf(why.status());
  HttpResponse response{.body = WriteWhyNotJson(index, *service, *why)};
  const query::ResolvedQuery& resolved = why->resolved;
  Keeping keeping{.at = resolved.now,
                  .is_private = resolved.place && TellsHome(*resolved.place),
                  .synonyms = synonyms->version};
  if (!resolved.query.at) keeping.seconds = SecondsLeftOfMinute(now);
  MayBeKept(index, keeping, response);
  return response;
}

}  // namespace waypost::server
