#pragma once

// The columns of areas, postcodes and places.

#include <cstdint>

#include "engine/core/ids.h"
#include "engine/format/column.h"
#include "engine/format/jagged_column.h"
#include "engine/geo/lat_lng.h"

namespace waypost {

struct AreaKeyTag;
using AreaKeyOrdinal = StrongId<AreaKeyTag, std::uint32_t>;
struct PostcodeTag;
using PostcodeOrdinal = StrongId<PostcodeTag, std::uint32_t>;
struct PostcodeGroupTag;
using PostcodeGroupOrdinal = StrongId<PostcodeGroupTag, std::uint32_t>;
struct PlaceTag;
using PlaceOrdinal = StrongId<PlaceTag, std::uint32_t>;
struct PlaceKeyTag;
using PlaceKeyOrdinal = StrongId<PlaceKeyTag, std::uint32_t>;

enum class AreaKind : std::uint8_t { kAuthority, kCounty, kRegion, kNation, kCountry, kPolygon };

struct AreaColumns {
  Column<AreaId, AreaKind> kind;
  TextColumn<AreaId> code;
  TextColumn<AreaId> name;
  // The authorities that an area consists of (itself for an authority; none for a polygon): "P lies
  // in the area" for a P known by its authorities.
  JaggedColumn<AreaId, AreaId> authorities;
  // The authorities that an area meets: the filter `authority`. Includes `authorities`.
  JaggedColumn<AreaId, AreaId> meets;
  // Names, codes and other names in folded form, ascending; several may share a key.
  TextColumn<AreaKeyOrdinal> keys;
  Column<AreaKeyOrdinal, AreaId> key_areas;

  std::uint32_t size() const { return static_cast<std::uint32_t>(kind.size()); }
};

enum class PostcodeLife : std::uint8_t { kUnknown, kLive, kEnded };

// Unit postcodes, ascending by key: the text without space as a big-endian number, zero-padded.
struct PostcodeColumns {
  Column<PostcodeOrdinal, std::uint64_t> key;
  Column<PostcodeOrdinal, LatLng> point;  // 0,0 when it has none
  Column<PostcodeOrdinal, AreaId> authority;
  Column<PostcodeOrdinal, PostcodeLife> life;
  Column<PostcodeOrdinal, std::int32_t> ended_month;  // year * 12 + month - 1; 0 not known

  // Sectors, districts and areas, ascending by text.
  TextColumn<PostcodeGroupOrdinal> group_text;
  Column<PostcodeGroupOrdinal, LatLng> group_point;
  JaggedColumn<PostcodeGroupOrdinal, AreaId> group_authorities;
};

enum class PlaceKind : std::uint8_t { kCity, kTown, kSuburb, kVillage, kHamlet, kOther };

struct PlaceColumns {
  TextColumn<PlaceOrdinal> name;
  Column<PlaceOrdinal, PlaceKind> kind;
  Column<PlaceOrdinal, std::uint32_t> population;
  Column<PlaceOrdinal, LatLng> point;
  Column<PlaceOrdinal, AreaId> authority;
  TextColumn<PlaceOrdinal> context;  // "Isle of Wight, South East"
  // Names in folded form, ascending; the places of one key best first (kind, then population).
  TextColumn<PlaceKeyOrdinal> keys;
  Column<PlaceKeyOrdinal, PlaceOrdinal> key_places;
};

// The ordinals in [0, count) whose text in `keys` equals `key`, as [first, last). O(log n).
template <typename Ordinal>
std::pair<std::uint32_t, std::uint32_t> EqualKeys(const TextColumn<Ordinal>& keys,
                                                  std::string_view key) {
  const auto bound = [&](bool upper) {
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(keys.size());
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      const std::string_view text = keys[Ordinal(middle)];
      if (text < key || (upper && text == key)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  return {bound(false), bound(true)};
}

// The key of a unit postcode in PostcodeColumns::key. REQUIRES: at most 8 characters.
std::uint64_t PostcodeKey(std::string_view text_without_space);

}  // namespace waypost
