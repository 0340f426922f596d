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

// Of all that is offered.
FoundServices Cut(const Catalogue& catalogue, const query::Query& query) {
  const std::vector<ServiceOrdinal>& all = catalogue.offered();
  const PagePart part = PartOf({.page = query.page, .per_page = query.per_page}, all.size());
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(part.first);
  return {.total = all.size(),
          .services = {begin, begin + static_cast<std::ptrdiff_t>(part.count)},
          .keeping = {}};
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

}  // namespace

bool IsOffered(const Index& index, ServiceOrdinal service) {
  return query::Query().status.Has(StatusOf(index, service));
}

absl::StatusOr<FoundServices> FindServices(const ServingIndex& serving, const Catalogue& catalogue,
                                           const DialectQuestion& question) {
  const Index& index = *serving.index;
  if (question.matches_nothing) return FoundServices();
  if (IsPlain(question.query)) {
    const bool is_default = question.query.status == query::Query().status;
    return is_default ? Cut(catalogue, question.query) : Walk(index, question.query);
  }
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

absl::StatusOr<FoundPlaces> FindPlaces(const ServingIndex& serving,
                                       const DialectQuestion& question) {
  FoundPlaces found;
  if (question.matches_nothing) return found;
  const Index& index = *serving.index;
  const Moment now = serving.clock.Now();
  const auto synonyms = serving.synonyms.current();
  ASSIGN_OR_RETURN(std::vector<query::MatchedDocument> matched,
                   query::MatchDocuments(index, question.query, ToLocal(now, serving.zone),
                                         &synonyms->synonyms));
  const DocumentColumns& documents = index.documents();
  std::erase_if(matched,
                [&](const query::MatchedDocument& one) { return !documents.HasPlaceIds(one.doc); });
  const auto key = [&](const query::MatchedDocument& one) {
    const auto far = Millimetres(std::numeric_limits<std::int64_t>::max());
    return std::pair(one.distance.value_or(far), documents.place_ids[one.doc].at_location);
  };
  std::ranges::sort(matched, {}, key);
  for (const query::MatchedDocument& one : matched) found.places.push_back(one.doc);
  found.keeping = KeepingOf(serving, now, AsksFromHome(index, question.query));
  return found;
}

}  // namespace waypost::oruk
