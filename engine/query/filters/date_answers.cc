#include "engine/query/filters/date_answers.h"

namespace waypost::query {

DateQuestion DateQuestionOf(FilterKind kind, const ResolvedQuery& resolved) {
  const Query& query = resolved.query;
  if (kind == FilterKind::kOn) {
    return DateQuestion::On(*query.on, query.from, query.to, query.time_match);
  }
  if (kind == FilterKind::kOpenAt) return DateQuestion::OpenAt(*resolved.open_at);
  return DateQuestion::NextDays(resolved.now, *query.next_days);
}

std::optional<Occurrence> FoundOccurrence(const Index& index, const ResolvedQuery& resolved,
                                          FilterKind kind, DocId doc) {
  return DateJudge(DateQuestionOf(kind, resolved), index.calendar())
      .Found(index.documents().HoursOf(doc));
}

std::vector<FilterKind> AskedDates(const Query& query) {
  std::vector<FilterKind> kinds;
  if (query.on) kinds.push_back(FilterKind::kOn);
  if (query.open_at) kinds.push_back(FilterKind::kOpenAt);
  if (query.next_days) kinds.push_back(FilterKind::kNextDays);
  return kinds;
}

}  // namespace waypost::query
