#include "tests/oracle/query_place.h"

#include <algorithm>
#include <array>
#include <string>

#include "tests/oracle/world_gazetteer.h"

namespace waypost::oracle {
namespace {

query::Near NearText(const std::string& text) {
  return {.text = text, .point = std::nullopt, .postcode = Postcode::Parse(text)};
}

query::Near NearPoint(LatLng point) {
  return {.text = "a point", .point = point, .postcode = std::nullopt};
}

query::Near RandomPlaceName(Random& random) {
  constexpr std::array<const char*, 10> kNames = {
      "Milton",  "milton, Downshire", "Newport", "NEWPORT, upshire", "Ashford, Nearshire",
      "Caerwen", "white fort",        "ox",      "Caerwen",          "Milton"};
  // Ambiguous, unknown, and a unit of no known sector: errors.
  constexpr std::array<const char*, 4> kErrors = {"Ashford", "Nowhere", "ZZ9 9ZZ", "QA1 9"};
  return NearText(random.Chance(4) ? random.Pick(kErrors) : random.Pick(kNames));
}

query::Near RandomNear(const World& world, const Document& witness, Random& random) {
  const record::Gazetteer& gazetteer = world.directory.gazetteer;
  switch (random.Weighted({36, 14, 10, 12, 6, 3, 16, 3})) {
    case 0:
      return NearText(std::string(random.Pick(gazetteer.postcodes).text));
    case 1:
      return NearPoint(RandomPoint(random));
    case 2:
      return NearPoint(witness.position().value_or(RandomPoint(random)));
    case 3:
      return NearText(random.Pick(gazetteer.sectors).text);
    case 4:
      return NearText(random.Pick(gazetteer.districts).text);
    case 5:
      return NearText(random.Pick(gazetteer.postcode_areas).text);
    case 6:
      return RandomPlaceName(random);
    default:
      return NearText(random.Pick(gazetteer.sectors).text + "ZZ");  // a new home
  }
}

}  // namespace

void AddNear(const World& world, const Document& witness, Random& random, query::Query& query) {
  query.near = RandomNear(world, witness, random);
  if (random.Chance(80)) {
    query.within = query::Within{Metres(random.Within(5, 120) * 100.0), query::LengthUnit::kMetres};
    const absl::StatusOr<Spot> spot = Atlas(world.directory.gazetteer).FindSpot(*query.near);
    if (spot.ok() && witness.position() && random.Chance(35)) {
      const Millimetres distance = HaversineDistance(spot->point, *witness.position());
      // A radius must be above 0.
      const std::int64_t radius = std::max<std::int64_t>(1, distance.value());
      query.within->radius = Metres(static_cast<double>(radius) / 1000.0);
    }
  }
  query.use_area = !random.Chance(25);
}

void AddBox(const Document& witness, Random& random, query::Query& query) {
  const LatLng corner =
      random.Chance(50) ? witness.position().value_or(RandomPoint(random)) : RandomPoint(random);
  const LatLng opposite = random.Chance(70)
                              ? LatLng::FromE7(corner.lat_e7() + random.Within(100'000, 1'300'000),
                                               corner.lon_e7() + random.Within(200'000, 2'200'000))
                              : RandomPoint(random);
  query.bbox = query::BoundingBox{LatLng::FromE7(std::min(corner.lat_e7(), opposite.lat_e7()),
                                                 std::min(corner.lon_e7(), opposite.lon_e7())),
                                  LatLng::FromE7(std::max(corner.lat_e7(), opposite.lat_e7()),
                                                 std::max(corner.lon_e7(), opposite.lon_e7()))};
}

void AddAuthorities(const World& world, Random& random, query::Query& query) {
  const record::Gazetteer& gazetteer = world.directory.gazetteer;
  for (int i = random.Within(1, 2); i > 0; --i) {
    if (random.Chance(15)) {
      query.authorities.emplace_back(random.Chance(60) ? "Wales" : "Upshire");
      continue;
    }
    const int number = random.Within(0, static_cast<int>(gazetteer.authority_codes.size()) - 1);
    const record::Area& area = gazetteer.areas[static_cast<std::size_t>(number)];
    query.authorities.push_back(random.Chance(50)   ? area.code
                                : random.Chance(50) ? area.name
                                                    : area.other_names.front());
  }
}

}  // namespace waypost::oracle
