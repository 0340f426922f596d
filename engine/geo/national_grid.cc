#include "engine/geo/national_grid.h"

#include <proj.h>

#include <cassert>
#include <string>
#include <utility>

namespace waypost {
namespace {

// EPSG:27700 to WGS84 by EPSG:1314 ("OSGB36 to WGS 84 (6)").
constexpr const char* kBritish =
    "+proj=pipeline "
    "+step +inv +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 "
    "+ellps=airy "
    "+step +proj=push +v_3 "
    "+step +proj=cart +ellps=airy "
    "+step +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 "
    "+s=-20.489 +convention=position_vector "
    "+step +inv +proj=cart +ellps=WGS84 "
    "+step +proj=pop +v_3 "
    "+step +proj=unitconvert +xy_in=rad +xy_out=deg";

// EPSG:29903 to WGS84 by EPSG:1954 ("TM75 to WGS 84 (2)").
constexpr const char* kIrish =
    "+proj=pipeline "
    "+step +inv +proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 "
    "+ellps=mod_airy "
    "+step +proj=push +v_3 "
    "+step +proj=cart +ellps=mod_airy "
    "+step +proj=helmert +x=482.5 +y=-130.6 +z=564.6 +rx=-1.042 +ry=-0.214 +rz=-0.631 "
    "+s=8.15 +convention=position_vector "
    "+step +inv +proj=cart +ellps=WGS84 "
    "+step +proj=pop +v_3 "
    "+step +proj=unitconvert +xy_in=rad +xy_out=deg";

// Written so that a NaN is outside.
bool InExtent(GridSystem system, GridReference reference) {
  const double east = system == GridSystem::kBritish ? 700'000 : 500'000;
  const double north = system == GridSystem::kBritish ? 1'300'000 : 500'000;
  const bool inside = reference.easting >= 0 && reference.easting <= east &&
                      reference.northing >= 0 && reference.northing <= north;
  return inside && !(reference.easting == 0 && reference.northing == 0);
}

}  // namespace

struct NationalGrid::Projection {
  PJ_CONTEXT* context = nullptr;
  PJ* operation = nullptr;
};

void NationalGrid::Closer::operator()(Projection* projection) const {
  proj_destroy(projection->operation);
  proj_context_destroy(projection->context);
  delete projection;
}

NationalGrid::NationalGrid(GridSystem system, std::unique_ptr<Projection, Closer> projection)
    : system_(system), projection_(std::move(projection)) {}

absl::StatusOr<NationalGrid> NationalGrid::Open(GridSystem system) {
  std::unique_ptr<Projection, Closer> projection(new Projection);
  projection->context = proj_context_create();
  proj_log_level(projection->context, PJ_LOG_NONE);
  proj_context_set_enable_network(projection->context, 0);
  projection->operation =
      proj_create(projection->context, system == GridSystem::kBritish ? kBritish : kIrish);
  if (projection->operation == nullptr) {
    const int code = proj_context_errno(projection->context);
    const char* reason = proj_context_errno_string(projection->context, code);
    return Internal(std::string("PROJ cannot convert grid references: ") +
                    (reason != nullptr ? reason : "no reason given") +
                    "; install the package libproj25 again");
  }
  return NationalGrid(system, std::move(projection));
}

std::optional<LatLng> NationalGrid::ToLatLng(GridReference reference) const {
  if (!InExtent(system_, reference)) return std::nullopt;
  const PJ_COORD in = proj_coord(reference.easting, reference.northing, 0, HUGE_VAL);
  const PJ_COORD out = proj_trans(projection_->operation, PJ_FWD, in);
  return LatLng::FromDegrees(out.xy.y, out.xy.x);
}

void NationalGrid::ToLatLng(std::span<const GridReference> references,
                            std::span<std::optional<LatLng>> points) const {
  assert(references.size() == points.size());
  for (std::size_t i = 0; i < references.size(); ++i) points[i] = ToLatLng(references[i]);
}

}  // namespace waypost
