#include "tests/support/small_directory.h"

#include <algorithm>
#include <string_view>

namespace waypost::testing {
namespace {

using record::Area;
using record::AreaKind;
using record::Gazetteer;

std::vector<LatLng> Square(double south, double west) {
  return {Point(south, west), Point(south, west + 1), Point(south + 1, west + 1),
          Point(south + 1, west), Point(south, west)};
}

void AddArea(Gazetteer& gazetteer, AreaKind kind, const char* code, const char* name,
             std::vector<std::string> parents) {
  Area area;
  area.kind = kind;
  area.code = code;
  area.name = name;
  area.parents = std::move(parents);
  gazetteer.areas.push_back(std::move(area));
}

void AddAreas(Gazetteer& gazetteer) {
  gazetteer.authority_codes = {"E06000001", "E06000002"};
  AddArea(gazetteer, AreaKind::kAuthority, "E06000001", "West", {"Westshire"});
  gazetteer.areas.back().polygons = {{Square(51, -3), {}}};
  gazetteer.areas.back().other_names = {"West Council"};
  AddArea(gazetteer, AreaKind::kAuthority, "E06000002", "East", {"E92000001"});
  gazetteer.areas.back().polygons = {{Square(51, -2), {}}};
  AddArea(gazetteer, AreaKind::kCounty, "E10000001", "Westshire", {"England"});
  AddArea(gazetteer, AreaKind::kNation, "E92000001", "England", {"United Kingdom"});
  AddArea(gazetteer, AreaKind::kCountry, "K02000001", "United Kingdom", {});
}

void AddUnit(Gazetteer& gazetteer, std::string_view text, int authority,
             std::optional<LatLng> point) {
  record::PostcodeEntry entry;
  std::copy(text.begin(), text.end(), entry.text);
  entry.authority = authority;
  entry.has_point = point.has_value();
  entry.point = point.value_or(LatLng());
  gazetteer.postcodes.push_back(entry);
}

void AddPostcodes(Gazetteer& gazetteer) {
  AddUnit(gazetteer, "BO11AA", 0, Point(51.5, -2.1));
  AddUnit(gazetteer, "BO11AB", 1, Point(51.5, -1.9));
  AddUnit(gazetteer, "EA11AA", 1, Point(51.5, -1.5));
  AddUnit(gazetteer, "WE11AA", 0, Point(51.5, -2.5));
  AddUnit(gazetteer, "WE11AB", -1, Point(51.52, -2.5));
  AddUnit(gazetteer, "WE11ZX", -1, std::nullopt);
  const record::PostcodeGroup border{"BO1 1", Point(51.5, -2), {0, 1}, 2};
  const record::PostcodeGroup east{"EA1 1", Point(51.5, -1.5), {1}, 1};
  const record::PostcodeGroup west{"WE1 1", Point(51.51, -2.5), {0}, 2};
  gazetteer.sectors = {border, east, west};
  gazetteer.districts = {border, east, west};
  gazetteer.postcode_areas = {border, east, west};
  for (int i = 0; i < 3; ++i) {
    const auto at = static_cast<std::size_t>(i);
    gazetteer.districts[at].text = gazetteer.sectors[at].text.substr(0, 3);
    gazetteer.postcode_areas[at].text = gazetteer.sectors[at].text.substr(0, 2);
  }
}

void AddPlace(Gazetteer& gazetteer, const char* name, record::PlaceKind kind, LatLng point,
              std::uint32_t population, const char* authority, const char* county) {
  record::Place place;
  place.name = name;
  place.kind = kind;
  place.point = point;
  place.population = population;
  place.authority = authority;
  place.county = county;
  gazetteer.places.push_back(std::move(place));
}

void AddPlaces(Gazetteer& gazetteer) {
  using record::PlaceKind;
  AddPlace(gazetteer, "Westton", PlaceKind::kTown, Point(51.5, -2.5), 900, "E06000001", "");
  AddPlace(gazetteer, "Twinham", PlaceKind::kTown, Point(51.5, -2.5), 100, "West", "Westshire");
  AddPlace(gazetteer, "Twinham", PlaceKind::kTown, Point(51.5, -1.5), 200, "East", "Eastshire");
  AddPlace(gazetteer, "Twinham", PlaceKind::kVillage, Point(51.9, -2.9), 999, "", "Hillshire");
  AddPlace(gazetteer, "Tiely", PlaceKind::kVillage, Point(51.5, -2.5), 50, "", "Westshire");
  AddPlace(gazetteer, "Tiely", PlaceKind::kVillage, Point(51.5, -1.5), 50, "", "Eastshire");
  AddPlace(gazetteer, "Ox", PlaceKind::kHamlet, Point(51.5, -2.5), 0, "", "");
}

record::Taxonomy SmallTaxonomy() {
  record::Taxonomy taxonomy;
  const auto term = [&](const char* vocabulary, const char* code, const char* parent,
                        const char* label) {
    record::VocabularyTerm entry;
    entry.vocabulary = vocabulary;
    entry.code = code;
    entry.parent = parent;
    entry.label = label;
    taxonomy.terms.push_back(std::move(entry));
  };
  term("esdServiceTypes", "1", "", "type one");
  term("esdServiceTypes", "11", "1", "type eleven");
  term("esdServiceTypes", "111", "11", "type hundred");
  term("esdServiceTypes", "2", "", "type two");
  term("esdNeeds", "5", "", "need five");
  term("esdNeeds", "6", "", "need six");
  term("esdNeeds", "61", "6", "need sixty");
  term("esdNeeds", "7", "", "need seven");
  term("esdCircumstances", "Alone", "", "alone");
  term("localActivity", "art", "", "art");
  const auto map = [&](const char* vocabulary, const char* code, const char* type) {
    taxonomy.mappings.push_back({{vocabulary, code, ""}, {"esdServiceTypes", type, ""}});
  };
  map("esdNeeds", "5", "11");
  map("esdNeeds", "61", "2");
  map("esdCircumstances", "Alone", "2");
  return taxonomy;
}

}  // namespace

record::Directory SmallDirectory(std::vector<record::Service> services) {
  record::Directory directory;
  directory.as_of = DayOf2026(11, 21);
  directory.sources.resize(2);
  directory.sources[0].id = "alpha";
  directory.sources[1].id = "beta";
  directory.services = std::move(services);
  AddAreas(directory.gazetteer);
  AddPostcodes(directory.gazetteer);
  AddPlaces(directory.gazetteer);
  directory.taxonomy = SmallTaxonomy();
  return directory;
}

record::Service Service(const std::string& id) {
  record::Service service;
  service.source = "alpha";
  service.id = id;
  service.public_id = id;
  service.name = id;
  return service;
}

record::Service ServiceAt(const std::string& id, double lat, double lon) {
  record::Service service = Service(id);
  AddLocation(service, id + "-place", Point(lat, lon));
  return service;
}

record::ServiceAtLocation& AddLocation(record::Service& service, const std::string& location_id,
                                       std::optional<LatLng> point) {
  record::ServiceAtLocation at;
  at.location.id = location_id;
  at.location.position = point;
  at.location.precision = point ? record::PointPrecision::kExact : record::PointPrecision::kNone;
  service.locations.push_back(std::move(at));
  return service.locations.back();
}

LatLng Point(double lat, double lon) { return *LatLng::FromDegrees(lat, lon); }

Date DayOf2026(unsigned month, unsigned day) {
  return Date(std::chrono::year(2026) / std::chrono::month(month) / std::chrono::day(day));
}

record::Schedule WeeklyRow(std::vector<Weekday> days, int opens, int closes) {
  record::Schedule row;
  row.freq = "WEEKLY";
  for (Weekday day : days) row.byday.push_back({0, day});
  if (opens >= 0) row.opens_at = MinuteOfDay(opens);
  if (closes >= 0) row.closes_at = MinuteOfDay(closes);
  return row;
}

void AddTerm(record::Service& service, const std::string& vocabulary, const std::string& code) {
  service.terms.push_back({vocabulary, code, ""});
}

}  // namespace waypost::testing
