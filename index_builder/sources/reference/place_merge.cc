#include "index_builder/sources/reference/place_merge.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "engine/geo/lat_lng.h"
#include "index_builder/sources/reference/area_name.h"

namespace waypost::sources {
namespace {

using record::Area;
using record::AreaKind;
using record::Place;
using record::PlaceKind;

std::vector<std::string> FoldedNames(const Place& place) {
  std::vector<std::string> names = {FoldAreaName(place.name)};
  for (const std::string& name : place.other_names) names.push_back(FoldAreaName(name));
  return names;
}

// Total, so that the order of files' rows leaves no trace.
bool PlaceComesBefore(const Place& a, const Place& b) {
  const auto key = [](const Place& place) {
    return std::tuple(std::string_view(place.name), place.kind, ~place.population, place.point,
                      std::string_view(place.authority), std::string_view(place.county));
  };
  return key(a) < key(b);
}

// Of GeoNames rows for one place under several names ("London", "City of London") the plainest
// first.
bool IsPlainer(const Place& a, const Place& b) {
  return std::tuple(~a.population, a.name.size()) < std::tuple(~b.population, b.name.size());
}

// The places merged so far, findable by folded name.
class PlaceSet {
 public:
  // Adds what `place` knows to the place that it is, or `place` itself.
  void Add(Place place) {
    const std::optional<std::size_t> known = FindSame(place);
    if (!known.has_value()) {
      Append(std::move(place));
      return;
    }
    Place& merged = places_[*known];
    merged.population = std::max(merged.population, place.population);
    if (merged.authority.empty()) merged.authority = place.authority;
    if (merged.nation.empty()) merged.nation = place.nation;
    AddNames(*known, place);
  }

  void Append(Place place) {
    for (const std::string& name : FoldedNames(place)) by_name_[name].insert(places_.size());
    places_.push_back(std::move(place));
  }

  std::vector<Place> Take() { return std::move(places_); }

 private:
  // Of the places with one of the names within kSamePlace the most important kind, then the
  // nearest.
  std::optional<std::size_t> FindSame(const Place& place) const {
    std::optional<std::tuple<PlaceKind, Millimetres, std::size_t>> best;
    for (const std::string& name : FoldedNames(place)) {
      const auto named = by_name_.find(name);
      if (named == by_name_.end()) continue;
      for (std::size_t i : named->second) {
        const Millimetres distance = HaversineDistance(places_[i].point, place.point);
        if (distance > kSamePlace.ToMillimetres()) continue;
        const std::tuple candidate(places_[i].kind, distance, i);
        if (!best.has_value() || candidate < *best) best = candidate;
      }
    }
    if (!best.has_value()) return std::nullopt;
    return std::get<2>(*best);
  }

  void AddNames(std::size_t at, const Place& other) {
    Place& place = places_[at];
    std::vector<std::string> names = other.other_names;
    names.insert(names.begin(), other.name);
    for (const std::string& name : names) {
      const std::string folded = FoldAreaName(name);
      const std::vector<std::string> known = FoldedNames(place);
      if (std::find(known.begin(), known.end(), folded) != known.end()) continue;
      place.other_names.push_back(name);
      by_name_[folded].insert(at);
    }
  }

  std::vector<Place> places_;
  std::map<std::string, std::set<std::size_t>> by_name_;
};

// The name by which `place` has city status in its nation, folded; "" when it has none.
std::string CityName(const Place& place) {
  for (const std::string& name : FoldedNames(place)) {
    if (HasCityStatus(name, place.nation)) return name;
  }
  return "";
}

// Of the places that are called like a city in its nation, the one that OS calls a city, else the
// largest town: there is one city of Newport in Wales, and a town.
void MarkCities(std::vector<Place>& places) {
  std::map<std::pair<std::string, std::string>, Place*> cities;
  for (Place& place : places) {
    // Hamlets and suburbs are often called like a city.
    if (place.kind > PlaceKind::kTown) continue;
    const std::string name = CityName(place);
    if (name.empty()) continue;
    const auto [known, is_new] = cities.try_emplace({place.nation, name}, &place);
    const auto rank = [](const Place& p) { return std::tuple(p.kind, ~p.population, p.point); };
    if (!is_new && rank(place) < rank(*known->second)) known->second = &place;
  }
  for (const auto& [name, city] : cities) city->kind = PlaceKind::kCity;
}

const Area* AuthorityOf(const Place& place, const AuthorityList& authorities) {
  if (place.authority.empty()) return nullptr;
  const Area* area = authorities.FindByCode(place.authority);
  return area != nullptr && area->kind == AreaKind::kAuthority ? area : nullptr;
}

// The sectors around a point, found through their order by latitude.
class SectorMap {
 public:
  explicit SectorMap(const std::vector<PostcodeGroupRow>& sectors) {
    for (const PostcodeGroupRow& sector : sectors) {
      if (!sector.authorities.empty()) by_lat_.emplace_back(sector.point.lat_e7(), &sector);
    }
    std::sort(by_lat_.begin(), by_lat_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first, a.second->text) < std::tie(b.first, b.second->text);
    });
  }

  // Up to kNearest sectors within kSamePlace, nearest first.
  std::vector<const PostcodeGroupRow*> Nearest(LatLng point) const {
    // 5 km are less than 0.045 degrees of latitude.
    constexpr std::int32_t kReach = 450'000;
    std::vector<std::tuple<Millimetres, std::string_view, const PostcodeGroupRow*>> found;
    auto at =
        std::lower_bound(by_lat_.begin(), by_lat_.end(), point.lat_e7() - kReach,
                         [](const auto& entry, std::int32_t lat) { return entry.first < lat; });
    for (; at != by_lat_.end() && at->first <= point.lat_e7() + kReach; ++at) {
      const Millimetres distance = HaversineDistance(at->second->point, point);
      if (distance <= kSamePlace.ToMillimetres()) {
        found.emplace_back(distance, at->second->text, at->second);
      }
    }
    std::sort(found.begin(), found.end());
    if (found.size() > kNearest) found.resize(kNearest);
    std::vector<const PostcodeGroupRow*> nearest;
    for (const auto& [distance, text, sector] : found) nearest.push_back(sector);
    return nearest;
  }

 private:
  static constexpr std::size_t kNearest = 5;
  std::vector<std::pair<std::int32_t, const PostcodeGroupRow*>> by_lat_;
};

std::string GuessAuthority(const Place& place, const SectorMap& sectors,
                           const AuthorityList& authorities) {
  std::map<std::string, int> votes;
  for (const PostcodeGroupRow* sector : sectors.Nearest(place.point)) {
    // A sector that straddles n authorities gives each an n-th of a vote.
    for (const std::string& code : sector->authorities) {
      votes[code] += 60 / static_cast<int>(std::min<std::size_t>(sector->authorities.size(), 60));
    }
  }
  const std::string folded = FoldAreaName(place.name);
  std::string best;
  for (const auto& [code, count] : votes) {
    const Area* area = authorities.FindByCode(code);
    if (area != nullptr && AreaNameStem(area->name) == folded) return area->code;
    if (best.empty() || count > votes[best]) best = code;
  }
  return best;
}

void StateEnclosing(const Area& authority, const AuthorityList& authorities, Place& place) {
  place.county = authority.name;
  for (const std::string& code : authority.parents) {
    const Area* parent = authorities.FindByCode(code);
    if (parent == nullptr) continue;
    // E10 is a county with a council; combined authorities are no part of an address.
    if (code.starts_with("E10")) place.county = parent->name;
    if (parent->kind == AreaKind::kRegion) place.region = parent->name;
    if (parent->kind == AreaKind::kNation) place.nation = parent->name;
  }
}

}  // namespace

std::vector<Place> MergePlaces(std::vector<PlaceTable> tables) {
  PlaceSet set;
  for (const PlaceOrigin origin :
       {PlaceOrigin::kOsOpenNames, PlaceOrigin::kGeoNames, PlaceOrigin::kWaypost}) {
    std::vector<Place> places;
    for (PlaceTable& table : tables) {
      if (table.origin != origin) continue;
      std::move(table.places.begin(), table.places.end(), std::back_inserter(places));
    }
    std::sort(places.begin(), places.end(), PlaceComesBefore);
    if (origin == PlaceOrigin::kGeoNames) {
      std::stable_sort(places.begin(), places.end(), IsPlainer);
    }
    for (Place& place : places) {
      // Within OS Open Names neighbours of one name are different places.
      if (origin == PlaceOrigin::kOsOpenNames) {
        set.Append(std::move(place));
      } else {
        set.Add(std::move(place));
      }
    }
  }
  std::vector<Place> merged = set.Take();
  MarkCities(merged);
  std::sort(merged.begin(), merged.end(), PlaceComesBefore);
  const auto repeats =
      std::unique(merged.begin(), merged.end(), [](const Place& a, const Place& b) {
        return a.name == b.name && a.kind == b.kind && a.point == b.point;
      });
  merged.erase(repeats, merged.end());
  return merged;
}

void CompletePlaces(const std::vector<PostcodeGroupRow>& sectors, const AuthorityList& authorities,
                    std::vector<Place>& places) {
  const SectorMap map(sectors);
  for (Place& place : places) {
    if (place.authority.empty()) place.authority = GuessAuthority(place, map, authorities);
    if (const Area* authority = AuthorityOf(place, authorities)) {
      StateEnclosing(*authority, authorities, place);
    }
  }
  std::sort(places.begin(), places.end(), PlaceComesBefore);
}

}  // namespace waypost::sources
