#include "server/web/results_notices.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/web/crisis_lines.h"

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

std::vector<PageData> NoticesOf(const InterfaceText& text, const Found& found) {
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
  SetList(data, "notices", NoticesOf(links.asked().text(), found));
  SetList(data, "crisis", CrisisLines(found.sensitivity));
  SetList(data, "other_places", OtherPlaces(site, links, found));
}

}  // namespace waypost::server
