#include "server/web/service_question.h"

#include <algorithm>

#include "engine/geo/lat_lng.h"
#include "engine/query/format_query.h"
#include "engine/query/search.h"
#include "server/response/reasons.h"
#include "server/web/asked_search.h"
#include "server/web/fact_text.h"
#include "server/web/page_links.h"
#include "server/web/sensitivity.h"

namespace waypost::server {
namespace {

// The same search, of this service alone.
query::Query ForOne(const Index& index, query::Query query, ServiceOrdinal service) {
  const DocId doc = index.services().documents[service].front();
  query.source_id = index.services().source_id[service];
  if (query.sources.empty()) {
    query.sources = {std::string(index.sources().id[index.documents().source[doc]])};
  }
  query.page = 1;
  return query;
}

// False when the search names what the index does not know.
bool Explain(const Site& site, const InterfaceText& text, ServiceOrdinal service,
             ServiceQuestion& question) {
  const Index& index = site.index();
  const auto synonyms = site.serving.synonyms.current();
  const auto result = query::Search(index, ForOne(index, question.query, service),
                                    site.serving.Now(), &synonyms->synonyms);
  if (!result.ok()) return false;
  question.place = result->resolved.place;
  const auto hit = std::ranges::find_if(result->hits, [&](const query::Hit& found) {
    return index.documents().service[found.doc] == service;
  });
  if (hit == result->hits.end()) return true;
  question.why = SentenceOf(ReasonsOf(index, result->resolved, *hit));
  question.doubt = DoubtsText(text, *hit);
  return true;
}

}  // namespace

ServiceQuestion ReadServiceQuestion(const Site& site, const AskedPage& asked,
                                    ServiceOrdinal service) {
  ServiceQuestion question{.is_sensitive = HasExitMark(asked)};
  const ServiceQuestion none = question;
  if (asked.fields.empty()) return none;
  absl::StatusOr<AskedSearch> search = ReadAskedSearch(site, asked);
  if (!search.ok() || query::FormatQuery(search->query).empty()) return none;
  question.query = std::move(search->query);
  question.is_asked = true;
  question.is_sensitive = none.is_sensitive || SensitivityOf(site, question.query).is_sensitive;
  return Explain(site, asked.text(), service, question) ? question : none;
}

std::string DistanceFrom(const Site& site, const ServiceQuestion& question, DocId doc) {
  const DocumentColumns& documents = site.index().documents();
  const auto reach = EnumSet<Reach>::FromBits(documents.reach[doc]);
  if (!question.place || !documents.IsLocated(doc) || !reach.Has(Reach::kPlace)) return {};
  const Millimetres distance = HaversineDistance(question.place->point, documents.position[doc]);
  return DistanceText(site.index(), *question.place, doc, distance);
}

}  // namespace waypost::server
