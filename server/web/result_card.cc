#include "server/web/result_card.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/format/public_id.h"
#include "engine/query/format_query.h"
#include "server/response/caching.h"
#include "server/response/card_fields.h"
#include "server/response/json_text.h"
#include "server/response/page_text.h"
#include "server/response/reasons.h"
#include "server/response/source_facts.h"
#include "server/web/card_facts.h"
#include "server/web/fact_text.h"
#include "server/web/saved_list.h"

namespace waypost::server {
namespace {

using query::Hit;
using query::Result;

// What was last checked longer ago than this is told as not checked since.
constexpr int kDaysOfTrust = 550;
// Further away than this is not near who has no car.
constexpr Millimetres kNear(8'046'720);  // 5 miles

// How it reaches the one who asks, or people: a word for the tag, and its class. That it covers
// somebody is told only where it is known.
struct ReachTag {
  std::string_view key;
  std::string_view style;
};

ReachTag TagOf(const Index& index, const Result& result, const Hit& hit) {
  if (result.resolved.place) {
    for (const Reason& reason : ReasonsOf(index, result.resolved, hit)) {
      if (reason.kind == "visits") return {"tag.visits", "visits"};
      if (reason.kind == "remote") return {"tag.remote", "remote"};
    }
    const bool is_near = hit.distance && *hit.distance <= kNear;
    if (hit.distance) return {is_near ? "tag.near" : "tag.place", "near"};
  }
  const auto reach = EnumSet<Reach>::FromBits(index.documents().reach[hit.doc]);
  if (reach.Has(Reach::kPlace)) return {"tag.place", "near"};
  if (reach.Has(Reach::kVisits)) return {"tag.visits_people", "visits"};
  if (reach.Has(Reach::kRemote)) return {"tag.remote", "remote"};
  return {"", ""};
}

std::string DistanceOf(const Index& index, const Result& result, const Hit& hit) {
  const std::optional<query::Place>& place = result.resolved.place;
  return hit.distance && place ? DistanceText(index, *place, hit.doc, *hit.distance)
                               : std::string();
}

bool IsSaved(const AskedPage& asked, const std::string& id) {
  return std::ranges::find(asked.saved, id) != asked.saved.end();
}

void AddActions(const Site& site, const PageLinks& links, const Result& result, const Hit& hit,
                PageData& item) {
  const ServiceOrdinal service = site.index().documents().service[hit.doc];
  const std::string id = FormatUuid(site.index().services().public_id[service]);
  Set(item, "id", id);
  Set(item, "address", ServiceAddress(site, links, result.resolved.query, service));
  Set(item, "is_saved", IsSaved(links.asked(), id));
  const SaveToggle toggle = ToggleSaved(links.asked(), id);
  PageData save = PageLinks(toggle.asked, links.is_sensitive(), links.read())
                      .Search(result.resolved.query, toggle.label);
  Set(save, "id", id);
  Set(save, "full", toggle.full);
  item.set("save", std::move(save));
  Set(item, "print_address", links.Address(kListSheetPath, SheetOfOne(id)));
  Set(item, "report_address",
      links.Address("/services/" + id + "/report", ExitMark(links.is_sensitive())));
}

// Where the search looked, unless that is somebody's home.
void AddSearchedPlace(const Result& result, JsonText& json) {
  const std::optional<query::Place>& place = result.resolved.place;
  if (!place || TellsHome(*place)) return;
  json.StartObject().Text("type", "Feature").StartObject("geometry").Text("type", "Point");
  json.StartArray("coordinates")
      .NumberElement(place->point.lon_degrees())
      .NumberElement(place->point.lat_degrees())
      .EndArray();
  json.EndObject().StartObject("properties").Text("kind", "place").Text("name", place->label);
  if (result.resolved.query.within) {
    json.Whole("radius", std::llround(result.resolved.query.within->radius.value()));
  }
  json.EndObject().EndObject();
}

}  // namespace

std::string CheckedText(const Site& site, const InterfaceText& text, DocId doc) {
  const Index& index = site.index();
  const std::int32_t assured = index.documents().assured[doc];
  const int today = DayNumber(site.serving.Now().date);
  // A check that is still to come states nothing.
  if (assured == kNoDate || assured > today) return std::string(text("card.never_checked"));
  const std::string date = LongDate(DateOfDayNumber(assured));
  if (today - assured > kDaysOfTrust) {
    return text("card.not_checked_since", {{"date", date}});
  }
  const SourceOrdinal source = index.documents().source[doc];
  return text("card.checked",
              {{"date", date}, {"source", ReadSource(index.sources().info[source]).name()}});
}

std::string ServiceAddress(const Site& site, const PageLinks& links, const query::Query& query,
                           ServiceOrdinal service) {
  const std::string path = "/services/" + FormatUuid(site.index().services().public_id[service]);
  return links.Address(path, links.is_sensitive() ? ExitMark(true) : query::FormatQuery(query));
}

PageData ResultCard(const Site& site, const PageLinks& links, const Result& result, const Hit& hit,
                    std::uint64_t number) {
  const Index& index = site.index();
  const InterfaceText& text = links.asked().text();
  const CardFields card = ReadCard(index, hit.doc);
  PageData item;
  Set(item, "number", std::to_string(number));
  Set(item, "name", card.name);
  Set(item, "organisation", card.organisation == card.name ? "" : card.organisation);
  Set(item, "summary", card.summary);
  Set(item, "why", SentenceOf(ReasonsOf(index, result.resolved, hit)));
  const ReachTag tag = TagOf(index, result, hit);
  Set(item, "tag", tag.key.empty() ? tag.key : text(tag.key));
  Set(item, "tag_style", tag.style);
  Set(item, "closed", ClosedText(text, index.documents().status[hit.doc]));
  Set(item, "possible", hit.certain ? std::string_view() : text("tag.possible"));
  Set(item, "doubt", DoubtsText(text, hit));
  Set(item, "checked", CheckedText(site, text, hit.doc));
  SetCardFacts(index, text, hit.doc, card,
               {.now = result.resolved.now, .distance = DistanceOf(index, result, hit)}, item);
  AddActions(site, links, result, hit, item);
  return item;
}

std::string MapPoints(const Site& site, const Result& result, std::uint64_t first_number) {
  const Index& index = site.index();
  JsonText json;
  json.StartObject().Text("type", "FeatureCollection").StartArray("features");
  AddSearchedPlace(result, json);
  bool has_points = false;
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    const DocId doc = result.hits[i].doc;
    if (!index.documents().IsLocated(doc) || IsConfidential(index, doc)) continue;
    if (!IsPlaceToGo(index, doc)) continue;
    has_points = true;
    const LatLng point = index.documents().position[doc];
    const std::string number = std::to_string(first_number + i);
    json.StartObject().Text("type", "Feature").StartObject("geometry").Text("type", "Point");
    json.StartArray("coordinates")
        .NumberElement(point.lon_degrees())
        .NumberElement(point.lat_degrees())
        .EndArray();
    json.EndObject().StartObject("properties").Text("number", number);
    json.Text("name", ReadCard(index, doc).name).Text("href", "#result-" + number);
    json.Bool("about", index.documents().IsOnlyAbout(doc)).EndObject().EndObject();
  }
  json.EndArray().EndObject();
  return has_points ? std::move(json).Take() : std::string();
}

}  // namespace waypost::server
