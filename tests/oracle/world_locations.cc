#include "tests/oracle/world_locations.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "engine/geo/postcode.h"
#include "tests/oracle/stems.h"
#include "tests/oracle/world_gazetteer.h"

namespace waypost::oracle {
namespace {

using record::Gazetteer;
using record::Location;
using record::PointPrecision;
using record::Polygon;
using record::PostcodeGroup;

std::string TextOf(const record::PostcodeEntry& entry) {
  return Postcode::Parse(std::string_view(entry.text))->text();
}

void AddAddress(Location& location, Random& random) {
  if (random.Chance(70)) {
    location.address.lines = {std::to_string(random.Within(1, 40)) + " " +
                              std::string(random.Pick(TextWords())) + " Road"};
  }
  if (random.Chance(50)) location.address.city = random.Chance(50) ? "Milton" : "Caerwen";
  if (random.Chance(20)) location.address.county = "Upshire";
}

// Found by its postcode: a unit with a point, else the sector.
void PlaceAtUnit(Location& location, const Gazetteer& gazetteer, Random& random) {
  const record::PostcodeEntry& entry = random.Pick(gazetteer.postcodes);
  location.address.postcode = TextOf(entry);
  if (entry.has_point) {
    location.position = entry.point;
    location.precision = PointPrecision::kUnit;
    return;
  }
  const std::string sector = Postcode::Parse(location.address.postcode)->SectorText();
  for (const PostcodeGroup& group : gazetteer.sectors) {
    if (group.text != sector) continue;
    location.position = group.point;
    location.precision = PointPrecision::kSector;
  }
}

void PlaceAtGroup(Location& location, const PostcodeGroup& group, PointPrecision precision) {
  location.address.postcode = group.text;
  location.position = group.point;
  location.precision = precision;
}

void PlaceExactly(Location& location, const Gazetteer& gazetteer, Random& random) {
  location.position = RandomPoint(random);
  location.precision = PointPrecision::kExact;
  switch (random.Weighted({50, 30, 20})) {
    case 1:
      location.address.postcode = TextOf(random.Pick(gazetteer.postcodes));
      break;
    case 2:  // masked
      location.masked = true;
      location.address.postcode = random.Pick(gazetteer.districts).text;
      break;
    default:
      break;
  }
}

void AddPosition(Location& location, const Gazetteer& gazetteer, Random& random) {
  switch (random.Weighted({50, 15, 8, 5, 2, 20})) {
    case 0:
      PlaceExactly(location, gazetteer, random);
      break;
    case 1:
      PlaceAtUnit(location, gazetteer, random);
      break;
    case 2: {
      const PostcodeGroup& sector = random.Pick(gazetteer.sectors);
      PlaceAtGroup(location, sector, PointPrecision::kSector);
      // A new home: its unit is not in the file.
      if (random.Chance(50)) location.address.postcode += "ZZ";
      break;
    }
    case 3:
      PlaceAtGroup(location, random.Pick(gazetteer.districts), PointPrecision::kDistrict);
      break;
    case 4:
      PlaceAtGroup(location, random.Pick(gazetteer.postcode_areas), PointPrecision::kArea);
      break;
    default:  // nowhere, perhaps with a postcode that nobody knows
      if (random.Chance(30)) location.address.postcode = "ZZ9 9ZZ";
  }
}

void AddAccessibility(Location& location, Random& random) {
  constexpr std::array<Accessibility, 3> kFeatures = {
      Accessibility::kWheelchair, Accessibility::kRamp, Accessibility::kRestroom};
  for (Accessibility feature : kFeatures) {
    if (random.Chance(45)) continue;
    record::AccessibilityStatement statement;
    statement.feature = feature;
    statement.fact = random.Chance(60) ? Fact::kYes : Fact::kNo;
    location.accessibility.push_back(statement);
    // Said twice, once each way.
    if (random.Chance(5)) location.accessibility.push_back({feature, Fact::kYes, "", ""});
  }
  if (random.Chance(10))
    location.accessibility.push_back({std::nullopt, Fact::kNotStated, "bell", ""});
}

Location MakeLocation(int number, const Gazetteer& gazetteer, Random& random) {
  Location location;
  location.id = "loc" + std::to_string(number);
  if (random.Chance(60)) location.name = std::string(random.Pick(TextWords())) + " Hall";
  AddAddress(location, random);
  AddPosition(location, gazetteer, random);
  AddAccessibility(location, random);
  switch (random.Weighted({40, 45, 5, 10})) {
    case 1:
      location.type = record::LocationType::kPhysical;
      break;
    case 2:
      location.type = record::LocationType::kPostal;
      break;
    case 3:
      location.type = record::LocationType::kVirtual;
      break;
    default:
      break;
  }
  return location;
}

bool HasLocation(const record::Service& service, const std::string& id) {
  return std::any_of(service.locations.begin(), service.locations.end(),
                     [&](const auto& at) { return at.location.id == id; });
}

// A refuge: only its district is known.
void MakeConfidential(record::Service& service, const Gazetteer& gazetteer, Random& random) {
  service.confidential = true;
  for (record::ServiceAtLocation& at : service.locations) {
    at.location.address = {};
    if (!at.location.position) continue;
    at.location.position = random.Pick(gazetteer.districts).point;
    at.location.precision = PointPrecision::kDistrict;
  }
}

std::string PointText(LatLng point) {
  std::array<char, 64> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), "[%.7f,%.7f]", point.lon_degrees(),
                                   point.lat_degrees());
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string RingText(const std::vector<LatLng>& ring) {
  std::string text = "[";
  for (const LatLng point : ring) text += (text.size() > 1 ? "," : "") + PointText(point);
  return text + "]";
}

std::string PolygonText(const Polygon& polygon) {
  std::string text = "[" + RingText(polygon.outer);
  for (const auto& hole : polygon.holes) text += "," + RingText(hole);
  return text + "]";
}

// A rectangle, a triangle, or a rectangle with a hole. Never in line with the grid.
Polygon MakePolygon(Random& random) {
  const LatLng at = LatLng::FromE7(kGridSouth + random.Within(-300'000, 1'400'000) * 1 + 37,
                                   kGridWest + random.Within(-500'000, 2'200'000) + 53);
  const int height = random.Within(200'000, 1'300'000);
  const int width = random.Within(300'000, 2'000'000);
  const auto corner = [&](int tenths_up, int tenths_right) {
    return LatLng::FromE7(at.lat_e7() + height / 10 * tenths_up,
                          at.lon_e7() + width / 10 * tenths_right);
  };
  Polygon polygon;
  if (random.Chance(30)) {
    polygon.outer = {corner(0, 0), corner(3, 10), corner(10, 2), corner(0, 0)};
    return polygon;
  }
  polygon.outer = RectangleRing(corner(0, 0), corner(10, 10));
  if (random.Chance(25)) polygon.holes = {RectangleRing(corner(3, 3), corner(6, 8))};
  return polygon;
}

std::string RandomExtent(Random& random) {
  if (random.Chance(80)) {
    return R"({"type":"Polygon","coordinates":)" + PolygonText(MakePolygon(random)) + "}";
  }
  return R"({"type":"MultiPolygon","coordinates":[)" + PolygonText(MakePolygon(random)) + "]}";
}

record::ServiceArea MakeServiceArea(const Gazetteer& gazetteer, Random& random) {
  record::ServiceArea area;
  const record::Area& known = random.Pick(gazetteer.areas);
  switch (random.Weighted({30, 30, 8, 8, 10, 14})) {
    case 0:
      area.extent = RandomExtent(random);
      area.extent_type = "geojson";
      if (random.Chance(30)) area.name = known.name;  // the polygon decides
      break;
    case 1:
      area.name = known.name;
      break;
    case 2:
      area.name = known.other_names.empty() ? known.code : known.other_names.front();
      break;
    case 3:
      area.uri = "http://statistics.data.gov.uk/id/statistical-geography/" + known.code;
      break;
    case 4:
      area.name = random.Chance(50) ? "UK" : "national";
      break;
    default:
      area.name = "The Vale of Nowhere";
  }
  return area;
}

}  // namespace

std::vector<Location> MakeVenues(const Gazetteer& gazetteer, Random& random) {
  std::vector<Location> venues;
  for (int i = random.Within(6, 20); i > 0; --i) {
    venues.push_back(MakeLocation(i, gazetteer, random));
  }
  return venues;
}

void AddLocations(record::Service& service, const Gazetteer& gazetteer,
                  const std::vector<Location>& venues, Random& random) {
  const int count = static_cast<int>(random.Weighted({14, 44, 20, 10, 7, 5}));
  for (int i = 0; i < count; ++i) {
    record::ServiceAtLocation at;
    at.location = random.Chance(45) ? random.Pick(venues)
                                    : MakeLocation(100 + random.Within(0, 899), gazetteer, random);
    if (random.Chance(3)) at.location.id.clear();
    // One id tells no two locations of a service apart, and nobody says which of them comes first.
    while (HasLocation(service, at.location.id)) at.location.id += "b";
    service.locations.push_back(std::move(at));
  }
  if (random.Chance(4)) MakeConfidential(service, gazetteer, random);
}

void AddServiceAreas(record::Service& service, const Gazetteer& gazetteer, Random& random) {
  for (int i = static_cast<int>(random.Weighted({58, 32, 10})); i > 0; --i) {
    service.areas.push_back(MakeServiceArea(gazetteer, random));
  }
}

}  // namespace waypost::oracle
