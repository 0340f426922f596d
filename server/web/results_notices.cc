#include "server/web/results_notices.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/query/search.h"
#include "server/response/page_text.h"
#include "server/web/crisis_lines.h"
#include "server/web/fact_text.h"

namespace waypost::server {
namespace {

using query::Query;

// How the box was read, and its words as they stand instead.
void AddReading(const PageLinks& links, const Found& found, PageData& data) {
  const InterfaceText& text = links.asked().text();
  const Query& query = found.answer.result.resolved.query;
  const std::string& typed = found.typed.text;
  Set(data, "read", typed.empty() ? std::string() : text("results.read", {{"text", typed}}));
  data.set("as_words", PageData(false));
  if (typed.empty() || typed.size() > query::kMaxWordsLength) return;
  Query words;
  words.words = typed;
  words.near = query.near;
  words.within = query.within;
  if (words == query) return;
  const PageLinks untyped(links.asked(), links.is_sensitive());
  data.set("as_words", untyped.Search(words, text("results.as_words")));
}

// Further away than this is not near anybody.
constexpr Millimetres kFar(40'233'600);  // 25 miles

bool IsFar(const query::Hit& hit) { return hit.distance && *hit.distance > kFar; }

// How far the nearest place is, where not even that is near; else "". Whoever asked for a distance
// knows how far they would go.
std::string NearestOfFar(const Site& site, const query::Result& result) {
  const query::ResolvedQuery& resolved = result.resolved;
  const std::vector<query::Hit>& shown = result.hits;
  const std::uint64_t certain = result.total_certain;
  const auto has_distance = [](const query::Hit& hit) { return hit.distance.has_value(); };
  const bool may_be_far = std::ranges::any_of(shown, IsFar) &&
                          std::ranges::all_of(std::views::filter(shown, has_distance), IsFar);
  if (!resolved.place || resolved.query.within || !may_be_far) return {};
  // The first of the certain, and the first of those after them.
  Query nearest = query::ForTotal(resolved.query);
  nearest.sort = query::Sort::kDistance;
  const auto synonyms = site.serving.synonyms.current();
  std::optional<query::Hit> first;
  for (const std::uint64_t place : {std::uint64_t{1}, certain + 1}) {
    if (place > query::kMaxDepth) return {};
    nearest.page = static_cast<int>(place);
    const auto found =
        query::Search(site.index(), nearest, site.serving.Now(), &synonyms->synonyms);
    if (!found.ok()) return {};
    for (const query::Hit& hit : found->hits) {
      if (hit.distance && (!first || *hit.distance < *first->distance)) first = hit;
    }
  }
  if (!first || !IsFar(*first)) return {};
  return DistanceText(site.index(), *resolved.place, first->doc, *first->distance);
}

// A day of which nothing can be found, whatever else is asked; else "".
std::string DayNotice(const Site& site, const InterfaceText& text,
                      const query::ResolvedQuery& resolved) {
  if (!resolved.query.on) return {};
  const Date day = *resolved.query.on;
  const Date last = site.index().calendar().lists.horizon.last;
  if (day < resolved.now.date) return text("results.past_day", {{"date", LongDate(day)}});
  if (day > last) {
    return text("results.unknown_day", {{"date", LongDate(day)}, {"last", LongDate(last)}});
  }
  return {};
}

std::vector<PageData> NoticesOf(const Site& site, const InterfaceText& text, const Found& found) {
  std::vector<PageData> notices;
  const auto add = [&](const std::string& notice) {
    PageData item;
    Set(item, "notice", notice);
    notices.push_back(std::move(item));
  };
  const auto& place = found.answer.result.resolved.place;
  if (found.answer.is_corrected) {
    add(text("results.corrected", {{"words", found.answer.did_you_mean}}));
  }
  if (place && place->read_as_sector) add(text("results.sector", {{"place", place->label}}));
  const query::ResolvedQuery& resolved = found.answer.result.resolved;
  const std::string distance = NearestOfFar(site, found.answer.result);
  if (!distance.empty()) add(text("results.far", {{"distance", distance}}));
  const std::string day = DayNotice(site, text, resolved);
  if (!day.empty()) add(day);
  for (const std::string& stretch : found.typed.unused) {
    add(text("results.not_understood", {{"words", stretch}}));
  }
  const auto& left_out = found.search.left_out;
  if (std::ranges::any_of(left_out, [](const std::string& name) { return name != "age"; })) {
    add(std::string(text("results.left_out")));
  }
  return notices;
}

// "Newport" is many: the others of that name.
std::vector<PageData> OtherPlaces(const Site& site, const PageLinks& links, const Found& found) {
  std::vector<PageData> places;
  const query::ResolvedQuery& resolved = found.answer.result.resolved;
  if (!resolved.place) return places;
  for (const PlaceOrdinal other : resolved.place->also) {
    Query query = resolved.query;
    query.page = 1;
    query.near = query::Near{.text = query::NearOf(site.index(), other)};
    PageData item;
    item.set("link", links.Search(query, query::FullName(site.index(), other)));
    places.push_back(std::move(item));
  }
  return places;
}

}  // namespace

void AddNotices(const Site& site, const PageLinks& links, const Found& found, PageData& data) {
  AddReading(links, found, data);
  SetList(data, "notices", NoticesOf(site, links.asked().text(), found));
  SetList(data, "crisis", CrisisLines(found.sensitivity));
  SetList(data, "other_places", OtherPlaces(site, links, found));
}

}  // namespace waypost::server
