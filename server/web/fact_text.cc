#include "server/web/fact_text.h"

#include <algorithm>
#include <vector>

#include "server/response/card_fields.h"
#include "server/response/page_text.h"

namespace waypost::server {
namespace {

// The named areas that it is for, each once.
std::string AreasText(const Index& index, DocId doc) {
  std::vector<std::string_view> names;
  std::string line;
  for (const AreaId area : index.documents().areas[doc]) {
    if (area.is_none()) continue;
    const std::string_view name = index.areas().name[area];
    if (name.empty() || std::ranges::find(names, name) != names.end()) continue;
    names.push_back(name);
    line.append(line.empty() ? "" : ", ").append(name);
  }
  return line;
}

}  // namespace

std::string HiddenPlaceText(const InterfaceText& text, std::string_view district) {
  return district.empty() ? std::string(text("card.confidential"))
                          : text("card.confidential_in", {{"district", district}});
}

std::string DistanceText(const Index& index, const query::Place& from, DocId doc,
                         Millimetres distance) {
  if (IsConfidential(index, doc)) return {};
  const bool is_sharp = from.IsExact() && !index.documents().IsOnlyAbout(doc);
  return is_sharp ? MilesText(distance) : AboutMilesText(distance);
}

std::string ComingText(const Index& index, const InterfaceText& text, DocId doc) {
  const auto reach = EnumSet<Reach>::FromBits(index.documents().reach[doc]);
  std::string coming;
  if (reach.Has(Reach::kVisits)) {
    const std::string areas = AreasText(index, doc);
    coming = areas.empty() ? std::string(text("reach.visits"))
                           : text("card.visits_in", {{"areas", areas}});
  }
  if (!reach.Has(Reach::kRemote)) return coming;
  if (!coming.empty()) coming += "; ";
  return coming.append(text("reach.remote"));
}

std::string DoubtsText(const InterfaceText& text, const query::Hit& hit) {
  if (hit.certain) return {};
  std::string doubts;
  for (const query::FilterKind kind : hit.not_stated) {
    if (!doubts.empty()) doubts += ", ";
    doubts += server::DoubtText(kind);
  }
  return text("card.doubt", {{"doubts", doubts}});
}

std::string AgesText(const Index& index, const InterfaceText& text, DocId doc) {
  std::string ages;
  for (const AgeRange& range : index.documents().ages[doc]) {
    const std::string first = std::to_string(range.first / AgeRange::kPerYear);
    const std::string last = std::to_string((range.last - 1) / AgeRange::kPerYear);
    const bool is_open = range.last >= AgeRange::kOpenLast;
    if (range.first == AgeRange::kOpenFirst && is_open) continue;
    if (!ages.empty()) ages += ", ";
    ages += is_open ? text("card.ages_from", {{"first", first}})
            : range.first == AgeRange::kOpenFirst
                ? text("card.ages_to", {{"last", last}})
                : text("card.ages_between", {{"first", first}, {"last", last}});
  }
  return ages;
}

}  // namespace waypost::server
