#include <string>
#include <utility>
#include <vector>

#include "engine/query/answer.h"
#include "engine/query/search.h"
#include "engine/query/shortlist.h"
#include "server/handlers/api.h"
#include "server/request/origin.h"
#include "server/request/search_request.h"
#include "server/response/caching.h"
#include "server/response/calendar_file.h"
#include "server/response/problem.h"
#include "server/response/search_csv.h"
#include "server/response/search_feed.h"
#include "server/response/search_geojson.h"
#include "server/response/search_json.h"
#include "server/response/search_lines.h"

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

// An answer in its form, and what it depends on.
struct Formed {
  HttpResponse response;
  Keeping keeping;
};

// What one question in one form is answered from.
struct AskedSearch {
  const ServingIndex& serving;
  const HttpRequest& request;
  const query::Query& query;
  LocalMinute now;
  const text::Synonyms* synonyms;

  const Index& index() const { return *serving.index; }
};

// Every answer says what is on next, so its minute counts.
Keeping KeepingOf(const query::ResolvedQuery& resolved) {
  return {.at = resolved.now, .is_private = resolved.place && TellsHome(*resolved.place)};
}

absl::StatusOr<Formed> AsJson(const AskedSearch& asked) {
  ASSIGN_OR_RETURN(const query::Answer answer,
                   query::AnswerQuery(asked.index(), asked.query, asked.now, asked.synonyms));
  ASSIGN_OR_RETURN(std::string json, WriteSearchJson(asked.index(), answer, asked.serving.zone));
  return Formed{{.body = std::move(json)}, KeepingOf(answer.result.resolved)};
}

absl::StatusOr<Formed> AsPage(const AskedSearch& asked, AnswerFormat format) {
  ASSIGN_OR_RETURN(const query::Result result,
                   query::SearchByMode(asked.index(), asked.query, asked.now, asked.synonyms));
  Formed formed{{}, KeepingOf(result.resolved)};
  if (format == AnswerFormat::kIcs) {
    formed.response = CalendarOf(asked.serving, result);
  } else if (format == AnswerFormat::kCsv) {
    formed.response = SearchCsv(asked.index(), result, asked.serving.zone);
  } else {
    formed.response = SearchGeoJson(asked.index(), result, asked.serving.zone);
  }
  return formed;
}

absl::StatusOr<Formed> AsLines(const AskedSearch& asked) {
  const absl::TimeZone& zone = asked.serving.zone;
  if (asked.query.mode == query::Mode::kShortlist) {
    ASSIGN_OR_RETURN(const query::Result result,
                     query::SearchByMode(asked.index(), asked.query, asked.now, asked.synonyms));
    ASSIGN_OR_RETURN(HttpResponse response, SearchLines(asked.index(), result, zone));
    return Formed{std::move(response), KeepingOf(result.resolved)};
  }
  ASSIGN_OR_RETURN(query::RankedResults ranked,
                   query::RankAll(asked.index(), asked.query, asked.now, asked.synonyms));
  const Keeping keeping = KeepingOf(ranked.resolved);
  ASSIGN_OR_RETURN(HttpResponse response,
                   SearchLines(asked.serving.index, std::move(ranked), zone));
  return Formed{std::move(response), keeping};
}

absl::StatusOr<Formed> AsFeed(const AskedSearch& asked) {
  query::Query newest = asked.query;
  newest.mode = query::Mode::kAll;
  newest.sort = query::Sort::kModified;
  ASSIGN_OR_RETURN(const query::RankedResults ranked,
                   query::RankAll(asked.index(), newest, asked.now, asked.synonyms));
  const FeedPlace place{.origin = OriginOf(asked.request), .host = HostOf(asked.request)};
  return Formed{SearchFeed(asked.index(), ranked, place), KeepingOf(ranked.resolved)};
}

// Every form but JSON is of what was asked and nothing else: nobody reads in it what was corrected.
absl::StatusOr<Formed> AnswerAs(AnswerFormat format, const AskedSearch& asked) {
  switch (format) {
    case AnswerFormat::kJson:
      return AsJson(asked);
    case AnswerFormat::kIcs:
    case AnswerFormat::kCsv:
    case AnswerFormat::kGeoJson:
      return AsPage(asked, format);
    case AnswerFormat::kNdjson:
      return AsLines(asked);
    case AnswerFormat::kAtom:
      return AsFeed(asked);
  }
  return AsJson(asked);
}

}  // namespace

HttpResponse SearchHandler::operator()(const HttpRequest& request) const {
  const absl::StatusOr<SearchRequest> read = ReadSearchRequest(request);
  if (!read.ok()) return ProblemOf(read.status());
  const Moment now = serving.clock.Now();
  const auto synonyms = serving.synonyms.current();
  absl::StatusOr<Formed> formed = AnswerAs(read->format, {.serving = serving,
                                                          .request = request,
                                                          .query = read->query,
                                                          .now = ToLocal(now, serving.zone),
                                                          .synonyms = &synonyms->synonyms});
  if (!formed.ok()) return ProblemOf(formed.status());
  formed->keeping.synonyms = synonyms->version;
  if (!read->query.at) formed->keeping.seconds = SecondsLeftOfMinute(now);
  MayBeKept(*serving.index, formed->keeping, formed->response);
  return std::move(formed->response);
}

}  // namespace waypost::server
