#include "tests/oracle/atlas.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "engine/core/ascii.h"
#include "tests/oracle/geometry.h"

namespace waypost::oracle {
namespace {

using record::Area;
using record::AreaKind;
using record::Place;

constexpr std::array<std::string_view, 6> kCountryNames = {"uk", "united kingdom", "great britain",
                                                           "gb", "national",       "nationwide"};

bool IsCountryName(std::string_view folded) {
  return std::find(kCountryNames.begin(), kCountryNames.end(), folded) != kCountryNames.end();
}

// Everything that an area is called, folded.
std::vector<std::string> NamesOf(const Area& area) {
  std::vector<std::string> names = {Folded(area.code), Folded(area.name)};
  for (const std::string& name : area.other_names) names.push_back(Folded(name));
  return names;
}

bool PlaceIsCalled(const Place& place, std::string_view folded) {
  if (Folded(place.name) == folded) return true;
  return std::any_of(place.other_names.begin(), place.other_names.end(),
                     [&](const std::string& name) { return Folded(name) == folded; });
}

// Smaller comes first: cities before towns, then the more people.
std::tuple<int, std::int64_t> RankOf(const Place& place) {
  return {static_cast<int>(place.kind), -static_cast<std::int64_t>(place.population)};
}

absl::Status UnknownPlace(const std::string& text) {
  return InvalidArgument("unknown place: " + text);
}

}  // namespace

std::string Folded(std::string_view text) {
  std::string folded;
  for (char c : text) {
    const char lower = ToLower(c);
    if (lower != ' ' || (!folded.empty() && folded.back() != ' ')) folded += lower;
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

Fact Holds(const AuthoritySet& area, const AuthoritySet& place) {
  if (place.empty()) return Fact::kNotStated;
  std::size_t inside = 0;
  for (const std::string& code : place) inside += area.count(code);
  if (inside == place.size()) return Fact::kYes;
  return inside == 0 ? Fact::kNo : Fact::kNotStated;
}

Atlas::Atlas(const record::Gazetteer& gazetteer) : gazetteer_(gazetteer) {
  country_.is_country = true;
  for (const Area& area : gazetteer.areas) {
    names_.push_back(area.kind == AreaKind::kPolygon ? std::vector<std::string>() : NamesOf(area));
  }
  for (std::size_t i = 0; i < gazetteer.areas.size(); ++i) {
    const Area& area = gazetteer.areas[i];
    NamedArea named;
    named.is_country = area.kind == AreaKind::kCountry;
    named.code = area.code;
    for (std::size_t j = 0; j < gazetteer.areas.size(); ++j) {
      const Area& other = gazetteer.areas[j];
      if (other.kind != AreaKind::kAuthority || !LiesIn(j, i, 0)) continue;
      named.authorities.insert(other.code);
      if (!other.polygons.empty()) named.outlines.push_back(other.polygons);
    }
    areas_.push_back(std::move(named));
    if (area.kind != AreaKind::kAuthority) continue;
    authority_codes_.push_back(area.code);
    country_.authorities.insert(area.code);
    if (!area.polygons.empty()) country_.outlines.push_back(area.polygons);
  }
  // A country holds every authority, whatever the authorities say about it.
  for (NamedArea& area : areas_) {
    if (!area.is_country) continue;
    area.authorities = country_.authorities;
    area.outlines = country_.outlines;
  }
}

bool Atlas::IsCalled(std::size_t area, const std::string& folded) const {
  const auto& names = names_[area];
  return !folded.empty() && std::find(names.begin(), names.end(), folded) != names.end();
}

bool Atlas::LiesIn(std::size_t inner, std::size_t outer, int depth) const {
  if (inner == outer) return true;
  if (depth == 8) return false;  // hierarchies have five levels; a loop must end
  for (const std::string& parent : gazetteer_.areas[inner].parents) {
    const std::string folded = Folded(parent);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (IsCalled(i, folded) && LiesIn(i, outer, depth + 1)) return true;
    }
  }
  return false;
}

const NamedArea* Atlas::FindArea(std::string_view name) const {
  const std::string folded = Folded(name);
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    if (IsCalled(i, folded)) return &areas_[i];
  }
  return IsCountryName(folded) ? &country_ : nullptr;
}

AuthoritySet Atlas::AuthoritiesAt(LatLng point) const {
  AuthoritySet covering;
  for (const Area& area : gazetteer_.areas) {
    if (area.kind == AreaKind::kAuthority && Covers(area.polygons, point)) {
      covering.insert(area.code);
    }
  }
  if (covering.empty()) return {};
  return {*covering.begin()};
}

AuthoritySet Atlas::AuthoritiesOf(LatLng point, record::PointPrecision precision,
                                  const std::string& postcode) const {
  const std::optional<Postcode> parsed = Postcode::Parse(postcode);
  if (parsed && parsed->level() == PostcodeLevel::kUnit) {
    const record::PostcodeEntry* entry = FindUnit(*parsed);
    if (entry != nullptr && entry->authority >= 0) {
      return {gazetteer_.authority_codes.at(static_cast<std::size_t>(entry->authority))};
    }
  }
  const record::PostcodeGroup* group = nullptr;
  if (parsed && precision == record::PointPrecision::kSector) {
    group = FindGroup(*parsed, PostcodeLevel::kSector);
  } else if (parsed && precision == record::PointPrecision::kDistrict) {
    group = FindGroup(*parsed, PostcodeLevel::kDistrict);
  } else if (parsed && precision == record::PointPrecision::kArea) {
    group = FindGroup(*parsed, PostcodeLevel::kArea);
  }
  if (group != nullptr) return CodesOf(*group);
  return AuthoritiesAt(point);
}

AuthoritySet Atlas::AuthoritiesAround(const std::string& postcode) const {
  const std::optional<Postcode> parsed = Postcode::Parse(postcode);
  if (!parsed) return {};
  for (PostcodeLevel level :
       {PostcodeLevel::kSector, PostcodeLevel::kDistrict, PostcodeLevel::kArea}) {
    const record::PostcodeGroup* group = FindGroup(*parsed, level);
    if (group != nullptr) return CodesOf(*group);
  }
  return {};
}

absl::StatusOr<Spot> Atlas::FindSpot(const query::Near& near) const {
  if (near.point) return Spot{*near.point, true, AuthoritiesAt(*near.point)};
  if (!near.postcode) return FindPlace(near.text);
  const Postcode& postcode = *near.postcode;
  if (postcode.level() == PostcodeLevel::kUnit) {
    const record::PostcodeEntry* entry = FindUnit(postcode);
    if (entry != nullptr && entry->has_point) {
      return Spot{entry->point, true,
                  AuthoritiesOf(entry->point, record::PointPrecision::kUnit, postcode.text())};
    }
    const record::PostcodeGroup* sector = FindGroup(postcode, PostcodeLevel::kSector);
    if (sector == nullptr) return UnknownPlace(near.text);
    return SpotOf(*sector);
  }
  const record::PostcodeGroup* group = FindGroup(postcode, postcode.level());
  if (group != nullptr) return SpotOf(*group);
  if (postcode.level() == PostcodeLevel::kSector) return UnknownPlace(near.text);
  return FindPlace(near.text);
}

const record::PostcodeEntry* Atlas::FindUnit(const Postcode& unit) const {
  std::string text = unit.text();
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  for (const record::PostcodeEntry& entry : gazetteer_.postcodes) {
    if (text == std::string_view(entry.text)) return &entry;
  }
  return nullptr;
}

const record::PostcodeGroup* Atlas::FindGroup(const Postcode& postcode, PostcodeLevel level) const {
  if (postcode.level() < level) return nullptr;
  const bool is_area = level == PostcodeLevel::kArea;
  const bool is_district = level == PostcodeLevel::kDistrict;
  const auto& groups = is_area       ? gazetteer_.postcode_areas
                       : is_district ? gazetteer_.districts
                                     : gazetteer_.sectors;
  const std::string text = is_area       ? postcode.AreaText()
                           : is_district ? postcode.DistrictText()
                                         : postcode.SectorText();
  for (const record::PostcodeGroup& group : groups) {
    if (group.text == text) return &group;
  }
  return nullptr;
}

AuthoritySet Atlas::CodesOf(const record::PostcodeGroup& group) const {
  AuthoritySet codes;
  for (std::int32_t authority : group.authorities) {
    codes.insert(gazetteer_.authority_codes.at(static_cast<std::size_t>(authority)));
  }
  return codes;
}

Spot Atlas::SpotOf(const record::PostcodeGroup& group) const {
  return Spot{group.point, false, CodesOf(group)};
}

absl::StatusOr<Spot> Atlas::FindPlace(const std::string& text) const {
  const std::size_t comma = text.find(',');
  const std::string name = Folded(text.substr(0, comma));
  std::vector<std::string> qualifiers;
  for (std::size_t at = comma; at != std::string::npos; at = text.find(',', at + 1)) {
    qualifiers.push_back(Folded(text.substr(at + 1, text.find(',', at + 1) - at - 1)));
  }
  std::vector<const Place*> found;
  for (const Place& place : gazetteer_.places) {
    if (!PlaceIsCalled(place, name)) continue;
    const NamedArea* authority = FindArea(place.authority);
    const bool fits = std::ranges::all_of(qualifiers, [&](const std::string& qualifier) {
      return Folded(place.authority) == qualifier ||
             (authority != nullptr && authority == FindArea(qualifier)) ||
             Folded(place.county) == qualifier || Folded(place.region) == qualifier ||
             Folded(place.nation) == qualifier;
    });
    if (fits) found.push_back(&place);
  }
  if (found.empty()) return UnknownPlace(text);
  std::stable_sort(found.begin(), found.end(),
                   [](const Place* a, const Place* b) { return RankOf(*a) < RankOf(*b); });
  if (found.size() > 1 && RankOf(*found[0]) == RankOf(*found[1])) {
    return InvalidArgument("ambiguous place: " + text);
  }
  const Place& best = *found[0];
  const NamedArea* authority = FindArea(best.authority);
  return Spot{best.point, false,
              authority != nullptr ? authority->authorities : AuthoritiesAt(best.point)};
}

}  // namespace waypost::oracle
