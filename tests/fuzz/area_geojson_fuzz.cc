// GeoJSON of areas, as text, and what is built on it. Every ring that is read is closed.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/reference/area_assembly.h"
#include "index_builder/sources/reference/area_geojson.h"
#include "index_builder/sources/reference/area_outline.h"
#include "index_builder/sources/reference/bank_holidays.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  record::CollectingSink sink;
  // The other small JSON file of a gazetteer costs nothing to try too.
  (void)sources::ParseBankHolidays("fuzz.json", text, sink);
  auto areas = sources::ParseAreaGeoJson("fuzz.geojson", text, sink);
  if (!areas.ok()) return 0;
  for (const record::Area& area : *areas) {
    for (const record::Polygon& polygon : area.polygons) {
      if (polygon.outer.size() < 4 || polygon.outer.front() != polygon.outer.back()) std::abort();
    }
  }
  const sources::AuthorityList authorities = sources::AuthorityListBuilder().Build();
  std::vector<std::vector<record::Area>> files;
  files.push_back(std::move(*areas));
  const auto assembled = sources::AssembleAreas(authorities, std::move(files));
  sources::AuthorityOutlines(assembled).Find(LatLng::FromE7(515000000, -25000000));
  return 0;
}
