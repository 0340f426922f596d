#pragma once

// Grid references to WGS84, by PROJ. Used at build time only; engine/geo is the only user of PROJ.
//
//   ASSIGN_OR_RETURN(NationalGrid grid, NationalGrid::Open(GridSystem::kBritish));
//   std::optional<LatLng> temple_meads = grid.ToLatLng({.easting = 359700, .northing = 172500});
//
// Accuracy: the British grid (EPSG:27700) goes through the seven-parameter Helmert transformation
// EPSG:1314, the Irish grid (EPSG:29903) through EPSG:1954. Against the latitude and longitude that
// ONS publishes the British one is off by a median of 1.7 m (95 in 100 within 2.8 m), which is less
// than the rounding of most postcode files. The operation is spelled out step by step instead of
// being looked up, because PROJ silently takes the OSTN15 grid where that happens to be installed,
// and the same input must give the same bytes on every machine. For the same reason no PROJ
// database is read and its network access is off.
//
// Cost: opening takes about a millisecond, a point 0.6 microseconds: open once, convert many.
//
// Threads: an object is used by one thread at a time; different objects are independent.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "engine/core/status.h"
#include "engine/geo/lat_lng.h"

namespace waypost {

enum class GridSystem : std::uint8_t { kBritish, kIrish };

// Metres east and north of the false origin of its grid.
struct GridReference {
  double easting = 0;
  double northing = 0;
};

class NationalGrid {
 public:
  // Errors: Internal when PROJ refuses the operation (a broken installation).
  static absl::StatusOr<NationalGrid> Open(GridSystem system);

  // nullopt outside the extent of the grid (British: 0 to 700 km east, 0 to 1,300 km north; Irish:
  // 0 to 500 km both ways) and for 0,0, which files write for "no location".
  std::optional<LatLng> ToLatLng(GridReference reference) const;

  // The same for many: `points[i]` becomes the place of `references[i]`.
  // REQUIRES: references.size() == points.size().
  void ToLatLng(std::span<const GridReference> references,
                std::span<std::optional<LatLng>> points) const;

 private:
  struct Projection;
  struct Closer {
    void operator()(Projection* projection) const;
  };

  NationalGrid(GridSystem system, std::unique_ptr<Projection, Closer> projection);

  GridSystem system_;
  std::unique_ptr<Projection, Closer> projection_;
};

}  // namespace waypost
