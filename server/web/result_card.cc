#include "server/web/result_card.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/format/public_id.h"
#include "engine/query/format_query.h"
#include "server/response/caching.h"
#include "server/response/card_fields.h"
#include "server/response/json_text.h"
#include "server/response/page_text.h"
#include "server/response/reasons.h"
#include "server/response/session_text.h"
#include "server/response/source_facts.h"
#include "server/web/fact_text.h"

namespace waypost::server {
namespace {

using query::Hit;
using query::Result;

// What was last checked longer ago than this is told as not checked since.
constexpr int kDaysOfTrust = 550;
// Further away than this is not near anybody.
constexpr Millimetres kNear(40'233'600);  // 25 miles

std::string WhereText(const Index& index, const InterfaceText& text, const Hit& hit,
                      const CardFields& card) {
  if (IsConfidential(index, hit.doc)) {
    return card.postcode.empty() ? std::string(text("card.confidential"))
                                 : text("card.confidential_in", {{"district", card.postcode}});
  }
  std::string where = card.location_name;
  for (const std::string& part : {card.address, card.postcode}) {
    if (part.empty() || where.find(part) != std::string::npos) continue;
    if (!where.empty()) where += ", ";
    where += part;
  }
  return where;
}

// How it reaches the one who asks: a word for the tag, and its class.
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
  if (reach.Has(Reach::kVisits)) return {"tag.visits", "visits"};
  if (reach.Has(Reach::kRemote)) return {"tag.remote", "remote"};
  return {"", ""};
}

void AddFact(std::vector<PageData>& facts, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  PageData fact;
  Set(fact, "term", name);
  Set(fact, "value", value);
  facts.push_back(std::move(fact));
}

std::vector<PageData> FactsOf(const Site& site, const InterfaceText& text, const Result& result,
                              const Hit& hit, const CardFields& card) {
  const Index& index = site.index();
  const DocumentColumns& documents = index.documents();
  std::vector<PageData> facts;
  const std::optional<query::Place>& place = result.resolved.place;
  const std::string distance =
      hit.distance && place ? DistanceText(index, *place, hit.doc, *hit.distance) : std::string();
  std::string where = WhereText(index, text, hit, card);
  if (!distance.empty()) {
    where = where.empty() ? text("card.away", {{"distance", Capitalised(distance)}})
                          : text("card.where_away", {{"where", where}, {"distance", distance}});
  }
  AddFact(facts, text("card.where"), where);
  AddFact(facts, text("card.when"), SessionLine(index, hit.doc, result.resolved.now));
  AddFact(facts, text("card.cost"), CostText(text, card));
  AddFact(facts, text("card.for"), AgesText(index, text, hit.doc));
  const auto access = EnumSet<Access>::FromBits(documents.access[hit.doc]);
  AddFact(facts, text("card.access"), ListText(text, "access", access, kAccessCount));
  const AccessibilityBits bits = documents.accessibility[hit.doc];
  const auto present = EnumSet<Accessibility>::FromBits(bits.present);
  const auto absent = EnumSet<Accessibility>::FromBits(bits.absent);
  AddFact(facts, text("card.accessibility"),
          ListText(text, "accessibility", present, kAccessibilityCount));
  AddFact(facts, text("card.no_accessibility"),
          ListText(text, "accessibility", absent, kAccessibilityCount));
  return facts;
}

// Saving without scripts: the same page again, with one id more or less in its address.
PageData SaveLink(const PageLinks& links, const query::Query& query, const std::string& id) {
  AskedPage asked = links.asked();
  const auto found = std::ranges::find(asked.saved, id);
  const bool is_saved = found != asked.saved.end();
  if (is_saved) {
    asked.saved.erase(found);
  } else {
    asked.saved.push_back(id);
  }
  const std::string_view label = asked.text()(is_saved ? "card.unsave" : "card.save");
  return PageLinks(asked, links.is_sensitive()).Search(query, label);
}

bool IsSaved(const AskedPage& asked, const std::string& id) {
  return std::ranges::find(asked.saved, id) != asked.saved.end();
}

void AddActions(const Site& site, const PageLinks& links, const Result& result, const Hit& hit,
                const CardFields& card, PageData& item) {
  const ServiceOrdinal service = site.index().documents().service[hit.doc];
  const std::string id = FormatUuid(site.index().services().public_id[service]);
  Set(item, "id", id);
  Set(item, "address", ServiceAddress(site, links, result.resolved.query, service));
  Set(item, "phone", card.phone);
  Set(item, "dial", DialText(card.phone));
  Set(item, "is_saved", IsSaved(links.asked(), id));
  PageData save = SaveLink(links, result.resolved.query, id);
  Set(save, "id", id);
  item.set("save", std::move(save));
  Set(item, "report_address", links.Address("/services/" + id + "/report"));
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

std::string CostText(const InterfaceText& text, const CardFields& card) {
  if (card.free != true) return card.cost;
  if (card.cost.empty()) return std::string(text("card.free"));
  const bool says_so = LowerCase(card.cost).find("free") != std::string::npos;
  return says_so ? card.cost : text("card.free_says", {{"text", card.cost}});
}

std::string CheckedText(const Site& site, const InterfaceText& text, DocId doc) {
  const Index& index = site.index();
  const std::int32_t assured = index.documents().assured[doc];
  if (assured == kNoDate) return std::string(text("card.never_checked"));
  const std::string date = LongDate(DateOfDayNumber(assured));
  if (DayNumber(site.serving.Now().date) - assured > kDaysOfTrust) {
    return text("card.not_checked_since", {{"date", date}});
  }
  const SourceOrdinal source = index.documents().source[doc];
  return text("card.checked",
              {{"date", date}, {"source", ReadSource(index.sources().info[source]).name()}});
}

std::string ServiceAddress(const Site& site, const PageLinks& links, const query::Query& query,
                           ServiceOrdinal service) {
  const std::string path = "/services/" + FormatUuid(site.index().services().public_id[service]);
  return links.is_sensitive() ? links.Address(path)
                              : links.Address(path, query::FormatQuery(query));
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
  const bool is_closed = index.documents().status[hit.doc] == Status::kTemporarilyClosed;
  Set(item, "closed", is_closed ? text("card.closed") : std::string_view());
  Set(item, "possible", hit.certain ? std::string_view() : text("tag.possible"));
  Set(item, "doubt", DoubtsText(text, hit));
  Set(item, "checked", CheckedText(site, text, hit.doc));
  SetList(item, "facts", FactsOf(site, text, result, hit, card));
  AddActions(site, links, result, hit, card, item);
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
