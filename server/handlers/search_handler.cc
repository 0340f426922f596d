#include <string>
#include <utility>
#include <vector>

#include "engine/query/answer.h"
#include "engine/query/shortlist.h"
#include "server/handlers/api.h"
#include "server/request/search_request.h"
#include "server/response/caching.h"
#include "server/response/calendar_file.h"
#include "server/response/problem.h"
#include "server/response/search_json.h"

namespace waypost::server {
namespace {

HttpResponse CalendarOf(const ServingIndex& serving, const query::Result& result) {
  std::vector<ServiceOrdinal> services;
  services.reserve(result.hits.size());
  for (const query::Hit& hit : result.hits) {
    services.push_back(serving.index->documents().service[hit.doc]);
  }
  const CalendarSubject subject{.name = "Services found by Waypost", .services = services};
  return CalendarResponse(WriteCalendarFile(*serving.index, subject, serving.zone), "services");
}

absl::StatusOr<HttpResponse> AnswerAs(AnswerFormat format, const ServingIndex& serving,
                                      const query::Answer& answer) {
  switch (format) {
    case AnswerFormat::kIcs:
      return CalendarOf(serving, answer.result);
    case AnswerFormat::kJson:
      break;
  }
  ASSIGN_OR_RETURN(std::string json, WriteSearchJson(*serving.index, answer, serving.zone));
  return HttpResponse{.body = std::move(json)};
}

// A calendar is of what was asked and nothing else: nobody reads in it what was corrected.
absl::StatusOr<query::Answer> Find(const ServingIndex& serving, const SearchRequest& asked,
                                   LocalMinute now, const text::Synonyms& synonyms) {
  if (asked.format == AnswerFormat::kJson) {
    return query::AnswerQuery(*serving.index, asked.query, now, &synonyms);
  }
  query::Answer answer;
  ASSIGN_OR_RETURN(answer.result, query::SearchByMode(*serving.index, asked.query, now, &synonyms));
  return answer;
}

}  // namespace

HttpResponse SearchHandler::operator()(const HttpRequest& request) const {
  const absl::StatusOr<SearchRequest> asked = ReadSearchRequest(request);
  if (!asked.ok()) return ProblemOf(asked.status());
  const Moment now = serving.clock.Now();
  const auto synonyms = serving.synonyms.current();
  const absl::StatusOr<query::Answer> answer =
      Find(serving, *asked, ToLocal(now, serving.zone), synonyms->synonyms);
  if (!answer.ok()) return ProblemOf(answer.status());
  absl::StatusOr<HttpResponse> response = AnswerAs(asked->format, serving, *answer);
  if (!response.ok()) return ProblemOf(response.status());
  const query::ResolvedQuery& resolved = answer->result.resolved;
  // Every answer says what is on next.
  Keeping keeping{.at = resolved.now,
                  .is_private = resolved.place && TellsHome(*resolved.place),
                  .synonyms = synonyms->version};
  if (!resolved.query.at) keeping.seconds = SecondsLeftOfMinute(now);
  MayBeKept(*serving.index, keeping, *response);
  return *std::move(response);
}

}  // namespace waypost::server
