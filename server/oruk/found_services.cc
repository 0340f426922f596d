#include "server/oruk/found_services.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/query/match_documents.h"
#include "engine/query/search.h"
#include "server/oruk/page_envelope.h"

namespace waypost::oruk {
namespace {

using server::Keeping;
using server::ServingIndex;

Status StatusOf(const Index& index, ServiceOrdinal service) {
  return index.documents().status[index.services().documents[service].front()];
}

// Asks for nothing but a status and a page.
bool IsPlain(const query::Query& query) {
  query::Query plain;
  plain.status = query.status;
  plain.page = query.page;
  plain.per_page = query.per_page;
  plain.sort = query.sort;
  plain.use_inferred = query.use_inferred;
  plain.use_area = query.use_area;
  plain.time_match = query.time_match;
  plain.dialect.is_unbounded = query.dialect.is_unbounded;
  plain.dialect.visits_anywhere = query.dialect.visits_anywhere;
  return query == plain;
}

PagePart PartAsked(const query::Query& query, std::size_t total) {
  return PartOf({.page = query.page, .per_page = query.per_page}, total);
}

template <typename T>
std::vector<T> Cut(const std::vector<T>& all, const query::Query& query) {
  const PagePart part = PartAsked(query, all.size());
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(part.first);
  return {begin, begin + static_cast<std::ptrdiff_t>(part.count)};
}

// Asks for what is offered, and nothing else.
bool IsDefault(const query::Query& query) {
  return IsPlain(query) && query.status == query::Query().status;
}

FoundServices Walk(const Index& index, const query::Query& query) {
  FoundServices found;
  const auto size = static_cast<std::uint64_t>(query.per_page);
  const std::uint64_t first = (static_cast<std::uint64_t>(query.page) - 1) * size;
  for (std::uint32_t i = 0; i < index.services().size(); ++i) {
    if (!query.status.Has(StatusOf(index, ServiceOrdinal(i)))) continue;
    if (found.total >= first && found.services.size() < size) {
      found.services.push_back(ServiceOrdinal(i));
    }
    ++found.total;
  }
  return found;
}

Keeping KeepingOf(const ServingIndex& serving, Moment now, bool is_private) {
  return {.at = ToLocal(now, serving.zone),
          .seconds = server::SecondsLeftOfMinute(now),
          .is_private = is_private,
          .synonyms = serving.synonyms.current()->version};
}

// Whether the question has a place that tells where somebody lives.
bool AsksFromHome(const Index& index, const query::Query& query) {
  for (const auto& near : {query.near, query.dialect.area_near}) {
    if (!near) continue;
    const auto place = query::ResolvePlace(index, *near);
    if (place.ok() && server::TellsHome(*place)) return true;
  }
  return false;
}

// The part of what matched, as if all of it were in order.
std::vector<DocId> InOrder(const Index& index, const PagePart& part,
                           std::vector<query::MatchedDocument>& matched) {
  const auto key = [&](const query::MatchedDocument& one) {
    const auto far = Millimetres(std::numeric_limits<std::int64_t>::max());
    return std::pair(one.distance.value_or(far), index.documents().place_ids[one.doc].at_location);
  };
  const auto begin = matched.begin() + static_cast<std::ptrdiff_t>(part.first);
  const auto end = begin + static_cast<std::ptrdiff_t>(part.count);
  std::ranges::nth_element(matched, begin, {}, key);
  std::ranges::partial_sort(begin, end, matched.end(), {}, key);
  std::vector<DocId> places;
  for (auto one = begin; one != end; ++one) places.push_back(one->doc);
  return places;
}

}  // namespace

bool IsOffered(const Index& index, ServiceOrdinal service) {
  return query::Query().status.Has(StatusOf(index, service));
}

absl::StatusOr<FoundServices> FindServices(const ServingIndex& serving, const Catalogue& catalogue,
                                           const DialectQuestion& question) {
  const Index& index = *serving.index;
  if (question.matches_nothing) return FoundServices();
  if (IsDefault(question.query)) {
    return FoundServices{.total = catalogue.offered().size(),
                         .services = Cut(catalogue.offered(), question.query),
                         .keeping = {}};
  }
  if (IsPlain(question.query)) return Walk(index, question.query);
  const Moment now = serving.clock.Now();
  const auto synonyms = serving.synonyms.current();
  ASSIGN_OR_RETURN(
      const query::Result result,
      query::Search(index, question.query, ToLocal(now, serving.zone), &synonyms->synonyms));
  FoundServices found{.total = result.total,
                      .services = {},
                      .keeping = KeepingOf(serving, now, AsksFromHome(index, question.query))};
  for (const query::Hit& hit : result.hits) {
    found.services.push_back(index.documents().service[hit.doc]);
  }
  return found;
}

absl::StatusOr<FoundPlaces> FindPlaces(const ServingIndex& serving, const Catalogue& catalogue,
                                       const DialectQuestion& question) {
  FoundPlaces found;
  if (question.matches_nothing) return found;
  if (IsDefault(question.query)) {
    found.total = catalogue.offered_places().size();
    found.places = Cut(catalogue.offered_places(), question.query);
    return found;
  }
  const Index& index = *serving.index;
  const Moment now = serving.clock.Now();
  const auto synonyms = serving.synonyms.current();
  ASSIGN_OR_RETURN(std::vector<query::MatchedDocument> matched,
                   query::MatchDocuments(index, question.query, ToLocal(now, serving.zone),
                                         &synonyms->synonyms));
  std::erase_if(matched, [&](const query::MatchedDocument& one) {
    return !index.documents().HasPlaceIds(one.doc);
  });
  found.total = matched.size();
  found.places = InOrder(index, PartAsked(question.query, matched.size()), matched);
  found.keeping = KeepingOf(serving, now, AsksFromHome(index, question.query));
  return found;
}

}  // namespace waypost::oruk
