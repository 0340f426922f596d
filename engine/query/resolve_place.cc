#include <algorithm>
#include <array>
#include <charconv>

#include "engine/index/index.h"
#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "engine/query/resolved_query.h"
#include "engine/text/fold.h"

namespace waypost::query {
namespace {

absl::Status PlaceError(std::string code, std::string detail, std::string nearest = {}) {
  return RequestError({.code = std::move(code),
                       .parameter = "near",
                       .detail = std::move(detail),
                       .nearest = std::move(nearest)});
}

// A generous box around the United Kingdom.
bool IsNearUk(LatLng p) {
  return p.lat_degrees() >= 49.0 && p.lat_degrees() <= 61.5 && p.lon_degrees() >= -9.5 &&
         p.lon_degrees() <= 2.5;
}

std::vector<AreaId> AuthoritiesAt(const Index& index, LatLng point) {
  // On a shared border the lowest code counts; ids of authorities ascend with their codes.
  for (std::uint32_t area : index.polygons().AreasContaining(point)) {
    if (index.areas().kind[AreaId(area)] == AreaKind::kAuthority) return {AreaId(area)};
  }
  return {};
}

std::string PointLabel(LatLng point) {
  const auto degrees = [](double value) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed, 6);
    std::string text(digits.data(), end.ptr);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
  };
  return degrees(point.lat_degrees()) + "," + degrees(point.lon_degrees());
}

// The unit as the file knows it, also one without a point; nullopt when it is not in the file.
std::optional<PostcodeOrdinal> FindOrdinal(const Index& index, const Postcode& postcode) {
  std::string joined = postcode.text();
  std::erase(joined, ' ');
  const PostcodeColumns& postcodes = index.postcodes();
  const auto keys = postcodes.key.values();
  const std::uint64_t key = PostcodeKey(joined);
  const auto found = std::lower_bound(keys.begin(), keys.end(), key);
  if (found == keys.end() || *found != key) return std::nullopt;
  return PostcodeOrdinal(static_cast<std::uint32_t>(found - keys.begin()));
}

std::optional<Place> FindGroup(const Index& index, const std::string& text, PlaceReading reading) {
  const PostcodeColumns& postcodes = index.postcodes();
  const auto [first, last] = EqualKeys(postcodes.group_text, text);
  if (first == last) return std::nullopt;
  const PostcodeGroupOrdinal group(first);
  const std::span<const AreaId> authorities = postcodes.group_authorities[group];
  return Place{.reading = reading,
               .point = postcodes.group_point[group],
               .label = text,
               .authorities = {authorities.begin(), authorities.end()}};
}

// A unit without a point, or of which the file knows nothing, is read as its sector.
std::optional<Place> FindUnit(const Index& index, const Postcode& postcode) {
  const PostcodeColumns& postcodes = index.postcodes();
  const std::optional<PostcodeOrdinal> ordinal = FindOrdinal(index, postcode);
  std::optional<Place> place;
  if (ordinal && !postcodes.point[*ordinal].IsNullIsland()) {
    const LatLng point = postcodes.point[*ordinal];
    place = Place{.reading = PlaceReading::kUnit, .point = point, .label = postcode.text()};
    const AreaId authority = postcodes.authority[*ordinal];
    place->authorities =
        authority.is_none() ? AuthoritiesAt(index, point) : std::vector<AreaId>{authority};
  } else {
    place = FindGroup(index, postcode.SectorText(), PlaceReading::kSector);
    if (place) place->read_as_sector = true;
  }
  if (place && ordinal) {
    place->life = postcodes.life[*ordinal];
    place->ended_month = postcodes.ended_month[*ordinal];
  }
  return place;
}

std::optional<Place> FindPostcode(const Index& index, const Postcode& postcode) {
  switch (postcode.level()) {
    case PostcodeLevel::kUnit:
      return FindUnit(index, postcode);
    case PostcodeLevel::kSector:
      return FindGroup(index, postcode.text(), PlaceReading::kSector);
    case PostcodeLevel::kDistrict:
      return FindGroup(index, postcode.text(), PlaceReading::kDistrict);
    case PostcodeLevel::kArea:
      return FindGroup(index, postcode.text(), PlaceReading::kArea);
  }
  return std::nullopt;
}

// The text that follows the comma of "Newport, Isle of Wight" names the authority, county, region
// or nation of the place.
bool LiesIn(const Index& index, PlaceOrdinal place, std::string_view folded_qualifier) {
  const PlaceColumns& places = index.places();
  const AreaId authority = places.authority[place];
  if (!authority.is_none()) {
    const auto [first, last] = EqualKeys(index.areas().keys, folded_qualifier);
    for (std::uint32_t i = first; i < last; ++i) {
      if (index.areas().key_areas[AreaKeyOrdinal(i)] == authority) return true;
    }
  }
  std::string_view context = places.context[place];
  while (!context.empty()) {
    const std::size_t end = context.find(", ");
    if (text::FoldForLookup(context.substr(0, end)) == folded_qualifier) return true;
    if (end == std::string_view::npos) break;
    context.remove_prefix(end + 2);
  }
  return false;
}

std::vector<PlaceOrdinal> PlacesOfKey(const Index& index, std::string_view folded) {
  std::vector<PlaceOrdinal> found;
  const auto [first, last] = EqualKeys(index.places().keys, folded);
  for (std::uint32_t i = first; i < last; ++i) {
    found.push_back(index.places().key_places[PlaceKeyOrdinal(i)]);
  }
  return found;
}

bool RankEqually(const PlaceColumns& places, PlaceOrdinal a, PlaceOrdinal b) {
  return places.kind[a] == places.kind[b] && places.population[a] == places.population[b];
}

// What asks for one of two places of a name: where that is the same too, its point.
std::string NameToAskBy(const Index& index, PlaceOrdinal place, PlaceOrdinal other) {
  std::string name = FullName(index, place);
  return name == FullName(index, other) ? PointLabel(index.places().point[place]) : name;
}

absl::StatusOr<Place> FindName(const Index& index, const Near& near) {
  const std::vector<PlaceOrdinal> found = PlacesNamed(index, near.text);
  if (found.empty()) {
    if (near.postcode) {
      return PlaceError("unknown_postcode", near.postcode->text() +
                                                " is not a postcode of this directory's area; "
                                                "check it, or give a place name");
    }
    return PlaceError("unknown_place",
                      "no place called " + near.text + "; check the spelling, or give a postcode");
  }
  const PlaceColumns& places = index.places();
  const PlaceOrdinal best = found.front();
  if (found.size() > 1 && RankEqually(places, best, found[1])) {
    return PlaceError("ambiguous_place",
                      "more than one place is called " + near.text +
                          "; say which: " + NameToAskBy(index, best, found[1]) + " or " +
                          NameToAskBy(index, found[1], best),
                      NameToAskBy(index, best, found[1]));
  }
  Place place{
      .reading = PlaceReading::kPlace, .point = places.point[best], .label = FullName(index, best)};
  const AreaId authority = places.authority[best];
  place.authorities =
      authority.is_none() ? AuthoritiesAt(index, place.point) : std::vector<AreaId>{authority};
  place.also.assign(found.begin() + 1, found.end());
  return place;
}

}  // namespace

std::string_view NameOf(PlaceReading reading) {
  switch (reading) {
    case PlaceReading::kPoint:
      return "point";
    case PlaceReading::kUnit:
      return "unit";
    case PlaceReading::kSector:
      return "sector";
    case PlaceReading::kDistrict:
      return "district";
    case PlaceReading::kArea:
      return "area";
    case PlaceReading::kPlace:
      return "place";
  }
  return "";
}

// "Newport, Isle of Wight, England": whatever follows the first comma must hold, so that every name
// that FullName makes finds its place.
std::vector<PlaceOrdinal> PlacesNamed(const Index& index, std::string_view name) {
  std::vector<PlaceOrdinal> found = PlacesOfKey(index, text::FoldForLookup(name));
  if (!found.empty()) return found;
  std::size_t comma = name.find(',');
  found = PlacesOfKey(index, text::FoldForLookup(name.substr(0, comma)));
  while (comma != std::string_view::npos && !found.empty()) {
    name.remove_prefix(comma + 1);
    comma = name.find(',');
    const std::string qualifier = text::FoldForLookup(name.substr(0, comma));
    std::erase_if(found, [&](PlaceOrdinal place) { return !LiesIn(index, place, qualifier); });
  }
  return found;
}

std::string FullName(const Index& index, PlaceOrdinal place) {
  const std::string_view context = index.places().context[place];
  std::string name(index.places().name[place]);
  return context.empty() ? name : name + ", " + std::string(context);
}

std::string NearOf(const Index& index, PlaceOrdinal place) {
  std::string name = FullName(index, place);
  const absl::StatusOr<Near> near = ParseNear(name);
  const LatLng point = index.places().point[place];
  if (!near.ok()) return PointLabel(point);
  const absl::StatusOr<Place> found = ResolvePlace(index, *near);
  return found.ok() && found->point == point ? name : PointLabel(point);
}

absl::StatusOr<Place> ResolvePlace(const Index& index, const Near& near) {
  if (near.point) {
    if (!IsNearUk(*near.point)) {
      return PlaceError("outside_uk", near.text +
                                          " is outside the United Kingdom; give latitude "
                                          "and longitude of a point inside it");
    }
    return Place{.reading = PlaceReading::kPoint,
                 .point = *near.point,
                 .label = PointLabel(*near.point),
                 .authorities = AuthoritiesAt(index, *near.point)};
  }
  if (near.postcode) {
    std::optional<Place> place = FindPostcode(index, *near.postcode);
    if (place) return *std::move(place);
  }
  return FindName(index, near);
}

}  // namespace waypost::query
