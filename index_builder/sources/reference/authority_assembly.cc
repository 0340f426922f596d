#include "index_builder/sources/reference/authority_assembly.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "index_builder/sources/reference/area_name.h"
#include "index_builder/sources/reference/fixed_areas.h"

namespace waypost::sources {
namespace {

using record::Area;
using record::AreaKind;

void AddUnique(std::vector<std::string>& list, const std::string& value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) {
    list.push_back(value);
  }
}

// Former code to the code in force, over chains: "A" to "B" to "C" gives "A" to "C".
class Recodings {
 public:
  void Add(const std::string& former, const std::string& code) {
    if (!former.empty() && !code.empty() && former != code) step_.emplace(former, code);
  }

  // Follows the chain; a chain that runs in a circle leads nowhere and leaves the code as it is.
  std::string Follow(const std::string& code) const {
    std::string at = code;
    for (int steps = 0; steps < kMaxChain; ++steps) {
      const auto next = step_.find(at);
      if (next == step_.end()) return at;
      at = next->second;
    }
    return code;
  }

  const std::map<std::string, std::string>& steps() const { return step_; }

 private:
  // Real chains have two or three steps.
  static constexpr int kMaxChain = 64;
  std::map<std::string, std::string> step_;
};

// The areas under construction, by canonical code.
class AuthorityAssembly {
 public:
  explicit AuthorityAssembly(const std::vector<AuthorityRow>& rows) {
    for (const AuthorityRow& row : rows) AddRecodings(row);
    AddFixedAreas();
    for (const AuthorityRow& row : rows) {
      if (!row.ended) AddArea(row);
    }
    for (const AuthorityRow& row : rows) {
      if (row.ended) AddEnded(row);
    }
    AddFixedCounties();
    SettleRegions();
    for (const auto& [former, step] : recodings_.steps()) {
      const auto area = areas_.find(recodings_.Follow(former));
      if (area != areas_.end()) AddUnique(area->second.other_names, former);
    }
    // Parents are closed one area at a time, from the direct ones of all.
    std::map<std::string, std::vector<std::string>> closed;
    for (const auto& [code, area] : areas_) closed[code] = ClosedParents(area);
    for (auto& [code, area] : areas_) {
      area.parents = std::move(closed[code]);
      TidyNames(area);
    }
    DropAmbiguousNames();
  }

  std::vector<Area> TakeAreas() {
    std::vector<Area> areas;
    for (auto& [code, area] : areas_) areas.push_back(std::move(area));
    return areas;
  }

  std::map<std::string, std::string, std::less<>> Canonical() const {
    std::map<std::string, std::string, std::less<>> canonical;
    for (const auto& [former, step] : recodings_.steps()) {
      canonical.emplace(former, recodings_.Follow(former));
    }
    return canonical;
  }

 private:
  void AddRecodings(const AuthorityRow& row) {
    if (row.ended) {
      if (row.successors.size() == 1) recodings_.Add(row.code, row.successors.front());
      return;
    }
    for (const std::string& name : row.other_names) {
      if (IsGssCode(name)) recodings_.Add(name, row.code);
    }
  }

  void AddFixedAreas() {
    for (const FixedArea& fixed : FixedAreas()) {
      Area& area = areas_[std::string(fixed.code)];
      area.kind = fixed.kind;
      area.code = fixed.code;
      area.name = fixed.name;
      area.other_names = fixed.other_names;
      if (!fixed.nation.empty()) area.parents.emplace_back(fixed.nation);
    }
  }

  void AddArea(const AuthorityRow& row) {
    const std::string code = recodings_.Follow(row.code);
    Area& area = areas_[code];
    if (area.code.empty()) {
      area.kind = row.kind;
      area.code = code;
      area.name = row.name;
    }
    AddUnique(area.other_names, row.name);
    for (const std::string& name : row.other_names) AddUnique(area.other_names, name);
    for (const std::string& parent : row.parents) {
      const std::string region = RegionCode(parent);
      if (region.empty()) {
        AddUnique(area.parents, parent);
      } else {
        regions_.try_emplace(code, region);
      }
    }
  }

  void AddEnded(const AuthorityRow& row) {
    std::set<std::string> successors;
    for (const std::string& code : row.successors) {
      const std::string canonical = recodings_.Follow(code);
      if (areas_.contains(canonical)) successors.insert(canonical);
    }
    if (successors.size() == 1) {
      Area& successor = areas_[*successors.begin()];
      AddUnique(successor.other_names, row.name);
      for (const std::string& name : row.other_names) AddUnique(successor.other_names, name);
    } else if (successors.size() > 1 && row.kind == AreaKind::kCounty && !row.code.empty()) {
      AddArea(row);
      for (const std::string& code : successors) AddUnique(areas_[code].parents, row.code);
    }
  }

  // Only where some list has a member of theirs.
  void AddFixedCounties() {
    for (const FixedCounty& county : FixedCounties()) {
      for (std::string_view member : county.members) {
        const auto area = areas_.find(recodings_.Follow(std::string(member)));
        if (area == areas_.end()) continue;
        AddUnique(area->second.parents, std::string(county.code));
        Area& added = areas_[std::string(county.code)];
        added.kind = AreaKind::kCounty;
        added.code = county.code;
        added.name = county.name;
      }
    }
  }

  // Lists are wrong about the region of some counties: the region of most of its authorities is it.
  // (Authorities do not inherit the region of a county, because combined authorities straddle.)
  void SettleRegions() {
    std::map<std::string, std::map<std::string, int>> votes;
    for (const auto& [code, area] : areas_) {
      const auto region = regions_.find(code);
      if (area.kind != AreaKind::kAuthority || region == regions_.end()) continue;
      for (const std::string& parent : area.parents) ++votes[ParentCode(parent)][region->second];
    }
    for (const auto& [code, area] : areas_) {
      if (area.kind != AreaKind::kCounty) continue;
      int most = 0;
      for (const auto& [region, count] : votes[code]) {
        if (count > most) regions_[code] = region;
        most = std::max(most, count);
      }
    }
  }

  // The code of a parent written as code or name; "" when it is not known.
  std::string ParentCode(const std::string& parent) const {
    const std::string code = recodings_.Follow(parent);
    if (areas_.contains(code)) return code;
    const std::string folded = FoldAreaName(parent);
    for (const FixedArea& fixed : FixedAreas()) {
      if (FoldAreaName(fixed.name) == folded) return std::string(fixed.code);
    }
    return "";
  }

  std::vector<std::string> ClosedParents(const Area& area) const {
    std::set<std::string> closed;
    std::vector<std::string> open = area.parents;
    open.push_back(NationOfGssCode(area.code));
    if (area.kind != AreaKind::kCountry) open.emplace_back(kCountryCode);
    while (!open.empty()) {
      const std::string code = ParentCode(open.back());
      open.pop_back();
      if (code.empty() || code == area.code || !closed.insert(code).second) continue;
      const Area& parent = areas_.at(code);
      open.insert(open.end(), parent.parents.begin(), parent.parents.end());
    }
    if (const auto region = regions_.find(area.code); region != regions_.end()) {
      closed.insert(region->second);
    }
    return {closed.begin(), closed.end()};
  }

  // Lists repeat a name in several spellings; one of each that reads differently is enough.
  static void TidyNames(Area& area) {
    std::set<std::string> seen = {FoldAreaName(area.name)};
    std::vector<std::string> kept;
    for (const std::string& name : area.other_names) {
      if (name != area.code && seen.insert(FoldAreaName(name)).second) kept.push_back(name);
    }
    area.other_names = std::move(kept);
  }

  void DropAmbiguousNames() {
    std::map<std::string, int> firsts, others;
    for (const auto& [code, area] : areas_) {
      ++firsts[FoldAreaName(area.name)];
      for (const std::string& name : area.other_names) ++others[FoldAreaName(name)];
    }
    for (auto& [code, area] : areas_) {
      std::erase_if(area.other_names, [&](const std::string& name) {
        const std::string folded = FoldAreaName(name);
        return firsts.contains(folded) || others[folded] > 1;
      });
    }
  }

  Recodings recodings_;
  std::map<std::string, Area> areas_;
  std::map<std::string, std::string> regions_;  // code of an area to that of its region
};

}  // namespace

AssembledAuthorities AssembleAuthorities(const std::vector<AuthorityRow>& rows) {
  AuthorityAssembly assembly(rows);
  AssembledAuthorities assembled;
  assembled.canonical = assembly.Canonical();
  assembled.areas = assembly.TakeAreas();
  return assembled;
}

}  // namespace waypost::sources
