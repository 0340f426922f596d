#pragma once

// The reference data of a build: postcodes, places, areas and bank holidays, read from files by
// `sources/` and used by `prepare/` and `sections/`.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/date.h"
#include "engine/geo/lat_lng.h"

namespace waypost::record {

enum class PostcodeLife : std::uint8_t { kUnknown, kLive, kEnded };

// One unit postcode. `authority` indexes Gazetteer::authority_codes, -1 when the file gives none.
struct PostcodeEntry {
  char text[8] = {};  // without space, "BS14TR", zero-filled: sorts by bytes
  LatLng point;       // meaningful when has_point
  std::int32_t authority = -1;
  std::int32_t ended_month = 0;  // year * 12 + month - 1, 0 when not ended or not known
  PostcodeLife life = PostcodeLife::kUnknown;
  bool has_point = false;       // Code-Point quality 90 and the like: known, but nowhere
  std::uint8_t precedence = 0;  // of the file it came from; see PostcodeMerge in sources/
};

// The mean point of a sector, district or area, and every authority that its postcodes lie in.
struct PostcodeGroup {
  std::string text;  // "BS1 4", "BS1" or "BS"
  LatLng point;
  std::vector<std::int32_t> authorities;  // into Gazetteer::authority_codes, ascending
  std::uint32_t postcodes = 0;
};

enum class PlaceKind : std::uint8_t { kCity, kTown, kSuburb, kVillage, kHamlet, kOther };

struct Place {
  std::string name;
  std::vector<std::string> other_names;  // Welsh, Gaelic, alternative
  PlaceKind kind = PlaceKind::kOther;
  LatLng point;
  std::uint32_t population = 0;        // 0 when not known
  std::string authority;               // code, or name when the file gives no code; "" when neither
  std::string county, region, nation;  // as text for telling places apart: "Newport, Isle of Wight"
};

enum class AreaKind : std::uint8_t { kAuthority, kCounty, kRegion, kNation, kCountry, kPolygon };

// A ring is closed (first point equals last), outer rings anticlockwise are not required.
struct Polygon {
  std::vector<LatLng> outer;
  std::vector<std::vector<LatLng>> holes;
};

struct Area {
  AreaKind kind = AreaKind::kAuthority;
  std::string code;                      // GSS code ("E06000023"), "" when it has none
  std::string name;                      // "Bristol"
  std::vector<std::string> other_names;  // "Bristol City Council", former codes, ...
  std::vector<std::string> parents;      // codes or names of the enclosing county, region, nation
  std::vector<Polygon> polygons;         // empty when the outline is not known
};

struct BankHoliday {
  std::string division;  // "england-and-wales", "scotland", "northern-ireland"
  Date date;
  std::string title;
};

struct Gazetteer {
  std::vector<std::string> authority_codes;  // ascending, unique
  std::vector<PostcodeEntry> postcodes;      // ascending by text, unique
  std::vector<PostcodeGroup> sectors;        // ascending by text, unique
  std::vector<PostcodeGroup> districts;
  std::vector<PostcodeGroup> postcode_areas;
  std::vector<Place> places;
  std::vector<Area> areas;
  std::vector<BankHoliday> bank_holidays;
};

}  // namespace waypost::record
