#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"

namespace waypost::query {
namespace {

absl::Status CheckShortlist(const Query& query) {
  if (query.page != 1) {
    return RequestError({.code = "shortlist_has_one_page",
                         .parameter = "page",
                         .detail = "a shortlist has one page; leave mode out for all results"});
  }
  if (query.per_page > kLongestShortlist) {
    return RequestError(
        {.code = "bad_value",
         .parameter = "per_page",
         .detail = "a shortlist has at most " + std::to_string(kLongestShortlist) + " results"});
  }
  if (query.sort && query.sort != Sort::kRelevance) {
    return RequestError({.code = "shortlist_has_its_order",
                         .parameter = "sort",
                         .detail = "a shortlist is chosen by relevance; leave sort out"});
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckQuery(const Query& query) {
  if (query.within && !query.near) {
    return RequestError({.code = "within_needs_near",
                         .parameter = "within",
                         .detail = "within needs a place; add near=POSTCODE or a place name"});
  }
  if (query.sort == Sort::kDistance && !query.near) {
    return RequestError(
        {.code = "sort_needs_near",
         .parameter = "sort",
         .detail = "sort=distance needs a place; add near=POSTCODE or a place name"});
  }
  if (query.syntax == Syntax::kAdvanced && query.match == MatchMode::kAny) {
    return RequestError({.code = "operators_say_it",
                         .parameter = "match",
                         .detail = "with syntax=advanced any word is asked for by OR; leave match "
                                   "out"});
  }
  if (query.mode == Mode::kShortlist) RETURN_IF_ERROR(CheckShortlist(query));
  const MinuteOfDay from = query.from.value_or(MinuteOfDay(0));
  if (from == MinuteOfDay(kMinutesPerDay)) {
    return RequestError({.code = "bad_value",
                         .parameter = "from",
                         .detail = "no session begins at 24:00; give 00:00 of the next day"});
  }
  const MinuteOfDay to = query.to.value_or(MinuteOfDay(kMinutesPerDay));
  if (!query.dialect.is_unbounded && (query.from || query.to) && from == to) {
    return RequestError({.code = "empty_window",
                         .parameter = "to",
                         .detail = "from and to are the same minute; leave both out for any time"});
  }
  if (!query.dialect.is_unbounded &&
      static_cast<std::int64_t>(query.page) * query.per_page > kMaxDepth) {
    return RequestError({.code = "too_deep",
                         .parameter = "page",
                         .detail = "page * per_page is at most 10,000; narrow the question with "
                                   "words, a place or a filter; format=ndjson has all results"});
  }
  return absl::OkStatus();
}

}  // namespace waypost::query
