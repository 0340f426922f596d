#include "index_builder/sources/reference/area_assembly.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "index_builder/sources/reference/area_name.h"
#include "index_builder/sources/reference/fixed_areas.h"

namespace waypost::sources {
namespace {

using record::Area;
using record::AreaKind;

class AreaAssembly {
 public:
  explicit AreaAssembly(const AuthorityList& authorities)
      : authorities_(authorities), areas_(authorities.areas()) {
    for (std::size_t i = 0; i < areas_.size(); ++i) by_code_[areas_[i].code] = i;
  }

  // One file's outlines: outlines of earlier files stay as they are.
  void AddFile(std::vector<Area> outlines) {
    std::vector<bool> had_outline(areas_.size());
    for (std::size_t i = 0; i < areas_.size(); ++i) had_outline[i] = !areas_[i].polygons.empty();
    for (Area& outline : outlines) {
      const std::size_t at = FindOrAdd(outline);
      AddName(areas_[at], outline.name);
      for (const std::string& name : outline.other_names) AddName(areas_[at], name);
      if (at < had_outline.size() && had_outline[at]) continue;
      std::move(outline.polygons.begin(), outline.polygons.end(),
                std::back_inserter(areas_[at].polygons));
    }
  }

  std::vector<Area> Take() {
    std::stable_sort(areas_.begin(), areas_.end(), [](const Area& a, const Area& b) {
      return std::tie(a.kind, a.code, a.name) < std::tie(b.kind, b.code, b.name);
    });
    return std::move(areas_);
  }

 private:
  std::size_t FindOrAdd(const Area& outline) {
    const std::string code = authorities_.CanonicalCode(outline.code);
    if (const auto known = by_code_.find(code); !code.empty() && known != by_code_.end()) {
      return known->second;
    }
    // A name decides only where the file has no GSS code to say otherwise.
    if (!IsGssCode(code)) {
      const Area* named = authorities_.FindByName(outline.name);
      if (named != nullptr) return by_code_.at(named->code);
    }
    Area area;
    area.code = code;
    area.name = outline.name;
    area.kind = KindOfGssCode(code).value_or(AreaKind::kPolygon);
    if (const std::string nation = NationOfGssCode(code); !nation.empty()) {
      area.parents = {nation, std::string(kCountryCode)};
    }
    if (!code.empty()) by_code_[code] = areas_.size();
    areas_.push_back(std::move(area));
    return areas_.size() - 1;
  }

  static void AddName(Area& area, const std::string& name) {
    const std::string folded = FoldAreaName(name);
    if (folded.empty() || folded == FoldAreaName(area.name)) return;
    for (const std::string& known : area.other_names) {
      if (FoldAreaName(known) == folded) return;
    }
    area.other_names.push_back(name);
  }

  const AuthorityList& authorities_;
  std::vector<Area> areas_;
  std::map<std::string, std::size_t> by_code_;
};

}  // namespace

std::vector<Area> AssembleAreas(const AuthorityList& authorities,
                                std::vector<std::vector<Area>> outlines) {
  AreaAssembly assembly(authorities);
  for (std::vector<Area>& file : outlines) assembly.AddFile(std::move(file));
  return assembly.Take();
}

}  // namespace waypost::sources
