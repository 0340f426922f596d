#include "index_builder/sections/prepared.h"

namespace waypost::sections {

absl::Status WriteAreas(const Prepared& prepared, ArtefactWriter& writer) {
  using S = SectionId;
  const prepare::AreaTable& a = prepared.areas;
  RETURN_IF_ERROR(writer.AddColumn(S::kAreaKind, a.kinds()));
  RETURN_IF_ERROR(writer.AddJagged(S::kAreaCodeOffsets, S::kAreaCodes, a.codes()));
  RETURN_IF_ERROR(writer.AddJagged(S::kAreaNameOffsets, S::kAreaNames, a.names()));
  RETURN_IF_ERROR(writer.AddJagged(S::kAreaAuthorityOffsets, S::kAreaAuthorities, a.authorities()));
  RETURN_IF_ERROR(writer.AddJagged(S::kAreaMeetsOffsets, S::kAreaMeets, a.meets()));
  RETURN_IF_ERROR(writer.AddJagged(S::kAreaKeyOffsets, S::kAreaKeys, a.keys()));
  RETURN_IF_ERROR(writer.AddColumn(S::kAreaKeyAreas, a.key_areas()));
  const AreaPolygonsView view = a.polygons();
  RETURN_IF_ERROR(writer.AddColumn(S::kAreaRingOffsets, view.ring_offsets));
  RETURN_IF_ERROR(writer.AddColumn(S::kAreaRingPolygons, view.ring_polygons));
  RETURN_IF_ERROR(writer.AddColumn(S::kAreaPointOffsets, view.point_offsets));
  return writer.AddColumn(S::kAreaPoints, view.points);
}

}  // namespace waypost::sections
