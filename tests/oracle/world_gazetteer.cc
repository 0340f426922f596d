#include "tests/oracle/world_gazetteer.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "engine/geo/postcode.h"
#include "tests/oracle/atlas.h"

namespace waypost::oracle {
namespace {

using record::Area;
using record::AreaKind;
using record::Gazetteer;
using record::Place;
using record::PlaceKind;
using record::PostcodeEntry;
using record::PostcodeGroup;

constexpr std::array<const char*, 16> kAuthorityNames = {
    "Ashvale",   "Brookmere", "Coldwell",  "Dunmoor",  "Elmford",  "Fernham",
    "Glenbury",  "Hartwick",  "Inglemoor", "Kelbrook", "Langmere", "Moorford",
    "Northwell", "Oakham",    "Penbury",   "Ravenmoor"};
constexpr std::array<const char*, 4> kCountyNames = {"Upshire", "Downshire", "Farshire",
                                                     "Nearshire"};

// Beside England.
struct Nation {
  const char* code;
  const char* name;
  const char* letter;  // with which the codes of its authorities begin
  int first_number;
};
constexpr std::array<Nation, 3> kNations = {{{"N92000002", "Northern Ireland", "N", 9000001},
                                             {"S92000003", "Scotland", "S", 12000005},
                                             {"W92000004", "Wales", "W", 6000001}}};

std::string Numbered(const std::string& prefix, int number) {
  const std::string digits = std::to_string(number);
  return prefix + std::string(8 - digits.size(), '0') + digits;
}

Area MakeArea(AreaKind kind, std::string code, std::string name, std::vector<std::string> parents) {
  Area area;
  area.kind = kind;
  area.code = std::move(code);
  area.name = std::move(name);
  area.parents = std::move(parents);
  return area;
}

struct GridShape {
  int rows = 2;
  int columns = 2;
};

void AddUpperAreas(Gazetteer& gazetteer) {
  auto& areas = gazetteer.areas;
  for (int i = 0; i < 4; ++i) {
    // By name for some and by code for others, as lists of authorities do.
    areas.push_back(MakeArea(AreaKind::kCounty, Numbered("E", 10000001 + i),
                             kCountyNames.at(static_cast<std::size_t>(i)),
                             {i % 2 == 0 ? "Westland" : "E12000002"}));
  }
  areas.push_back(MakeArea(AreaKind::kRegion, "E12000001", "Westland", {"England"}));
  areas.push_back(MakeArea(AreaKind::kRegion, "E12000002", "Eastland", {"E92000001"}));
  areas.push_back(MakeArea(AreaKind::kNation, "E92000001", "England", {"K02000001"}));
  for (const Nation& nation : kNations) {
    areas.push_back(MakeArea(AreaKind::kNation, nation.code, nation.name, {"K02000001"}));
  }
  Area country = MakeArea(AreaKind::kCountry, "K02000001", "United Kingdom", {});
  country.other_names = {"UK"};
  areas.push_back(std::move(country));
}

std::vector<std::string> ParentsOf(int row, int column, Random& random) {
  const int county = (row / 2) * 2 + column / 2;
  return {random.Chance(50) ? kCountyNames.at(static_cast<std::size_t>(county))
                            : Numbered("E", 10000001 + county)};
}

// The last row is of other nations, without counties and regions.
Area MakeAuthority(int row, int column, const GridShape& shape, Random& random) {
  const int number = row * kMostSquares + column;
  const char* name = kAuthorityNames.at(static_cast<std::size_t>(number));
  if (row < shape.rows - 1) {
    return MakeArea(AreaKind::kAuthority, Numbered("E", 6000001 + number), name,
                    ParentsOf(row, column, random));
  }
  const Nation& nation = random.Pick(kNations);
  return MakeArea(AreaKind::kAuthority, Numbered(nation.letter, nation.first_number + number), name,
                  {random.Chance(50) ? nation.name : nation.code});
}

void AddAuthorities(Gazetteer& gazetteer, const GridShape& shape, Random& random) {
  for (int row = 0; row < shape.rows; ++row) {
    for (int column = 0; column < shape.columns; ++column) {
      Area area = MakeAuthority(row, column, shape, random);
      area.other_names = {area.name + " Council"};
      const LatLng south_west =
          LatLng::FromE7(kGridSouth + row * kSquareHeight, kGridWest + column * kSquareWidth);
      const LatLng north_east =
          LatLng::FromE7(south_west.lat_e7() + kSquareHeight, south_west.lon_e7() + kSquareWidth);
      if (!random.Chance(4)) area.polygons = {{RectangleRing(south_west, north_east), {}}};
      gazetteer.authority_codes.push_back(area.code);
      gazetteer.areas.push_back(std::move(area));
    }
  }
  std::sort(gazetteer.authority_codes.begin(), gazetteer.authority_codes.end());
}

std::int32_t IndexOf(const Gazetteer& gazetteer, const std::string& code) {
  const auto& codes = gazetteer.authority_codes;
  return static_cast<std::int32_t>(std::find(codes.begin(), codes.end(), code) - codes.begin());
}

// Mostly what the outlines say; now and then nothing, or a neighbour.
std::int32_t AuthorityOfUnit(const Gazetteer& gazetteer, const Atlas& atlas, LatLng point,
                             Random& random) {
  if (random.Chance(10)) return -1;
  if (random.Chance(5)) {
    return random.Within(0, static_cast<int>(gazetteer.authority_codes.size()) - 1);
  }
  const AuthoritySet at = atlas.AuthoritiesAt(point);
  return at.empty() ? -1 : IndexOf(gazetteer, *at.begin());
}

LatLng Near(LatLng centre, int spread_e7, Random& random) {
  return LatLng::FromE7(centre.lat_e7() + random.Within(-spread_e7, spread_e7),
                        centre.lon_e7() + random.Within(-spread_e7, spread_e7));
}

void AddUnits(Gazetteer& gazetteer, const Atlas& atlas, Random& random) {
  for (const char* area : {"QA", "QB"}) {
    for (int district = 1; district <= 3; ++district) {
      const LatLng district_centre = RandomPoint(random);
      for (int sector = 1; sector <= 2; ++sector) {
        const LatLng centre = Near(district_centre, 300'000, random);
        for (const char* letters : {"AB", "AC", "BC", "CB"}) {
          PostcodeEntry entry;
          const std::string text =
              area + std::to_string(district) + std::to_string(sector) + letters;
          std::copy(text.begin(), text.end(), entry.text);
          entry.has_point = !random.Chance(6);
          if (entry.has_point) entry.point = Near(centre, 150'000, random);
          if (entry.has_point) {
            entry.authority = AuthorityOfUnit(gazetteer, atlas, entry.point, random);
          }
          entry.life =
              random.Chance(10) ? record::PostcodeLife::kEnded : record::PostcodeLife::kLive;
          gazetteer.postcodes.push_back(entry);
        }
      }
    }
  }
}

// Sums up the units of each sector, district or area.
class Grouping {
 public:
  void Add(const std::string& text, const PostcodeEntry& entry) {
    Sums& sums = sums_[text];
    sums.lat += entry.point.lat_e7();
    sums.lon += entry.point.lon_e7();
    ++sums.count;
    if (entry.authority >= 0) sums.authorities.insert(entry.authority);
  }

  std::vector<PostcodeGroup> Groups() const {
    std::vector<PostcodeGroup> groups;
    for (const auto& [text, sums] : sums_) {
      PostcodeGroup group;
      group.text = text;
      group.point = LatLng::FromE7(static_cast<std::int32_t>(sums.lat / sums.count),
                                   static_cast<std::int32_t>(sums.lon / sums.count));
      group.authorities.assign(sums.authorities.begin(), sums.authorities.end());
      group.postcodes = static_cast<std::uint32_t>(sums.count);
      groups.push_back(std::move(group));
    }
    return groups;
  }

 private:
  struct Sums {
    std::int64_t lat = 0, lon = 0, count = 0;
    std::set<std::int32_t> authorities;
  };
  std::map<std::string, Sums> sums_;
};

void AddGroups(Gazetteer& gazetteer) {
  Grouping sectors, districts, areas;
  for (const PostcodeEntry& entry : gazetteer.postcodes) {
    if (!entry.has_point) continue;
    const Postcode unit = *Postcode::Parse(std::string_view(entry.text));
    sectors.Add(unit.SectorText(), entry);
    districts.Add(unit.DistrictText(), entry);
    areas.Add(unit.AreaText(), entry);
  }
  gazetteer.sectors = sectors.Groups();
  gazetteer.districts = districts.Groups();
  gazetteer.postcode_areas = areas.Groups();
}

void AddPlace(Gazetteer& gazetteer, const char* name, PlaceKind kind, std::uint32_t population,
              const char* county, Random& random) {
  Place place;
  place.name = name;
  place.kind = kind;
  place.population = population;
  place.point = RandomPoint(random);
  place.county = county;
  // Some files name the authority by code, some by name, some not at all.
  const int number = random.Within(0, static_cast<int>(gazetteer.authority_codes.size()) - 1);
  const Area& authority = gazetteer.areas[static_cast<std::size_t>(number)];
  const std::size_t manner = random.Weighted({40, 20, 40});
  place.authority = manner == 0 ? authority.code : manner == 1 ? authority.name : "";
  gazetteer.places.push_back(std::move(place));
}

void AddPlaces(Gazetteer& gazetteer, Random& random) {
  AddPlace(gazetteer, "Milton", PlaceKind::kTown, 20'000, "Upshire", random);
  AddPlace(gazetteer, "Milton", PlaceKind::kVillage, 90'000, "Downshire", random);
  AddPlace(gazetteer, "Newport", PlaceKind::kTown, 20'000, "Upshire", random);
  AddPlace(gazetteer, "Newport", PlaceKind::kTown, 30'000, "Farshire", random);
  // Equal in kind and people: only the county tells them apart.
  AddPlace(gazetteer, "Ashford", PlaceKind::kVillage, 500, "Upshire", random);
  AddPlace(gazetteer, "Ashford", PlaceKind::kVillage, 500, "Nearshire", random);
  // Not a postcode area of this gazetteer, so a place.
  AddPlace(gazetteer, "Ox", PlaceKind::kHamlet, 0, "Upshire", random);
  AddPlace(gazetteer, "Caerwen", PlaceKind::kCity, 100'000, "", random);
  gazetteer.places.back().other_names = {"White Fort"};
}

}  // namespace

std::vector<LatLng> RectangleRing(LatLng south_west, LatLng north_east) {
  return {south_west, LatLng::FromE7(south_west.lat_e7(), north_east.lon_e7()), north_east,
          LatLng::FromE7(north_east.lat_e7(), south_west.lon_e7()), south_west};
}

LatLng RandomPoint(Random& random) {
  constexpr int kMargin = 150'000;
  LatLng point = LatLng::FromE7(kGridSouth + random.Within(-kMargin, 3 * kSquareHeight + kMargin),
                                kGridWest + random.Within(-kMargin, 3 * kSquareWidth + kMargin));
  if (random.Chance(5)) {
    point = LatLng::FromE7(kGridSouth + random.Within(0, 3) * kSquareHeight, point.lon_e7());
  }
  return point;
}

Gazetteer MakeGazetteer(Random& random) {
  Gazetteer gazetteer;
  const GridShape shape{random.Within(2, kMostSquares), random.Within(2, kMostSquares)};
  AddAuthorities(gazetteer, shape, random);
  AddUpperAreas(gazetteer);
  const Atlas atlas(gazetteer);
  AddUnits(gazetteer, atlas, random);
  AddGroups(gazetteer);
  AddPlaces(gazetteer, random);
  return gazetteer;
}

}  // namespace waypost::oracle
