#include <algorithm>
#include <set>
#include <tuple>

#include "engine/index/gazetteer.h"
#include "engine/text/fold.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {
namespace {

using S = SectionId;

// Areas of the gazetteer's authority codes, by their number there.
std::vector<AreaId> AreasOfCodes(const Prepared& prepared) {
  std::vector<AreaId> areas;
  for (const std::string& code : prepared.directory.gazetteer.authority_codes) {
    areas.push_back(prepared.areas.FindCode(code));
  }
  return areas;
}

absl::Status WriteUnits(const Prepared& prepared, const std::vector<AreaId>& area_of_code,
                        ArtefactWriter& writer) {
  const auto& entries = prepared.directory.gazetteer.postcodes;
  std::vector<std::uint64_t> keys;
  std::vector<LatLng> points;
  std::vector<AreaId> authorities;
  std::vector<PostcodeLife> lives;
  std::vector<std::int32_t> ended;
  for (const record::PostcodeEntry& entry : entries) {
    const std::string_view all(entry.text, sizeof(entry.text));
    keys.push_back(PostcodeKey(all.substr(0, all.find('\0'))));
    points.push_back(entry.has_point ? entry.point : LatLng());
    authorities.push_back(entry.authority < 0
                              ? AreaId::None()
                              : area_of_code[static_cast<std::size_t>(entry.authority)]);
    lives.push_back(static_cast<PostcodeLife>(entry.life));
    ended.push_back(entry.ended_month);
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kPostcodeKeys, keys));
  RETURN_IF_ERROR(writer.AddColumn(S::kPostcodePoints, points));
  RETURN_IF_ERROR(writer.AddColumn(S::kPostcodeAuthorities, authorities));
  RETURN_IF_ERROR(writer.AddColumn(S::kPostcodeLife, lives));
  return writer.AddColumn(S::kPostcodeEnded, ended);
}

absl::Status WriteGroups(const Prepared& prepared, const std::vector<AreaId>& area_of_code,
                         ArtefactWriter& writer) {
  const record::Gazetteer& gazetteer = prepared.directory.gazetteer;
  std::vector<const record::PostcodeGroup*> groups;
  for (const auto* level : {&gazetteer.sectors, &gazetteer.districts, &gazetteer.postcode_areas}) {
    for (const record::PostcodeGroup& group : *level) groups.push_back(&group);
  }
  std::sort(groups.begin(), groups.end(),
            [](const auto* a, const auto* b) { return a->text < b->text; });
  TextRows texts;
  std::vector<LatLng> points;
  JaggedRows<AreaId> authorities;
  for (const record::PostcodeGroup* group : groups) {
    texts.AddRow(group->text);
    points.push_back(group->point);
    std::set<AreaId> areas;
    for (std::int32_t code : group->authorities) {
      areas.insert(area_of_code[static_cast<std::size_t>(code)]);
    }
    for (AreaId area : areas) authorities.Add(area);
    authorities.EndRow();
  }
  RETURN_IF_ERROR(writer.AddJagged(S::kGroupTextOffsets, S::kGroupTexts, texts));
  RETURN_IF_ERROR(writer.AddColumn(S::kGroupPoints, points));
  return writer.AddJagged(S::kGroupAuthorityOffsets, S::kGroupAuthorities, authorities);
}

// What tells places of one name apart, from small to large: "Isle of Wight, South East, England".
std::string ContextOf(const record::Place& place) {
  std::string context;
  std::string_view last = place.name;
  for (const std::string* part : {&place.county, &place.region, &place.nation}) {
    if (part->empty() || *part == last) continue;
    if (!context.empty()) context += ", ";
    context += *part;
    last = *part;
  }
  return context;
}

absl::Status WritePlaces(const Prepared& prepared, ArtefactWriter& writer) {
  const auto& places = prepared.directory.gazetteer.places;
  TextRows names;
  TextRows contexts;
  std::vector<PlaceKind> kinds;
  std::vector<std::uint32_t> populations;
  std::vector<LatLng> points;
  std::vector<AreaId> authorities;
  // Folded name, then best first: kind, population, then whatever makes the order total.
  std::set<std::tuple<std::string, PlaceKind, std::int64_t, std::uint32_t>> keys;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    const record::Place& place = places[i];
    names.AddRow(place.name);
    contexts.AddRow(ContextOf(place));
    kinds.push_back(static_cast<PlaceKind>(place.kind));
    populations.push_back(place.population);
    points.push_back(place.point);
    authorities.push_back(place.authority.empty() ? AreaId::None()
                                                  : prepared.areas.FindName(place.authority));
    const auto add = [&](const std::string& name) {
      std::string key = text::FoldForLookup(name);
      if (!key.empty()) {
        keys.emplace(std::move(key), kinds.back(), -static_cast<std::int64_t>(place.population), i);
      }
    };
    add(place.name);
    for (const std::string& name : place.other_names) add(name);
  }
  TextRows key_texts;
  std::vector<PlaceOrdinal> key_places;
  for (const auto& [key, kind, population, place] : keys) {
    key_texts.AddRow(key);
    key_places.push_back(PlaceOrdinal(place));
  }
  RETURN_IF_ERROR(writer.AddJagged(S::kPlaceNameOffsets, S::kPlaceNames, names));
  RETURN_IF_ERROR(writer.AddColumn(S::kPlaceKind, kinds));
  RETURN_IF_ERROR(writer.AddColumn(S::kPlacePopulation, populations));
  RETURN_IF_ERROR(writer.AddColumn(S::kPlacePoint, points));
  RETURN_IF_ERROR(writer.AddColumn(S::kPlaceAuthority, authorities));
  RETURN_IF_ERROR(writer.AddJagged(S::kPlaceContextOffsets, S::kPlaceContexts, contexts));
  RETURN_IF_ERROR(writer.AddJagged(S::kPlaceKeyOffsets, S::kPlaceKeys, key_texts));
  return writer.AddColumn(S::kPlaceKeyPlaces, key_places);
}

}  // namespace

absl::Status WriteGazetteer(const Prepared& prepared, ArtefactWriter& writer) {
  const std::vector<AreaId> area_of_code = AreasOfCodes(prepared);
  RETURN_IF_ERROR(WriteUnits(prepared, area_of_code, writer));
  RETURN_IF_ERROR(WriteGroups(prepared, area_of_code, writer));
  return WritePlaces(prepared, writer);
}

}  // namespace waypost::sections
