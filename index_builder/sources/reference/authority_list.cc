#include "index_builder/sources/reference/authority_list.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "index_builder/sources/reference/area_name.h"
#include "index_builder/sources/reference/authority_assembly.h"

namespace waypost::sources {

using record::Area;
using record::AreaKind;

void AuthorityListBuilder::Add(std::vector<AuthorityRow> rows) {
  std::move(rows.begin(), rows.end(), std::back_inserter(rows_));
}

AuthorityList AuthorityListBuilder::Build() const {
  AssembledAuthorities assembled = AssembleAuthorities(rows_);
  AuthorityList list;
  list.canonical_ = std::move(assembled.canonical);
  list.areas_ = std::move(assembled.areas);
  std::map<std::string, int> stems;
  for (const Area& area : list.areas_) {
    if (area.kind == AreaKind::kAuthority) ++stems[AreaNameStem(area.name)];
  }
  for (std::size_t i = 0; i < list.areas_.size(); ++i) {
    const Area& area = list.areas_[i];
    list.by_name_.emplace(FoldAreaName(area.name), i);
    for (const std::string& name : area.other_names) list.by_name_.emplace(FoldAreaName(name), i);
    const std::string stem = AreaNameStem(area.name);
    if (area.kind == AreaKind::kAuthority && stems[stem] == 1) list.by_stem_.emplace(stem, i);
  }
  return list;
}

std::string AuthorityList::CanonicalCode(std::string_view code) const {
  if (IsPseudoCode(code)) return "";
  const auto known = canonical_.find(code);
  return known == canonical_.end() ? std::string(code) : known->second;
}

const record::Area* AuthorityList::FindByCode(std::string_view code) const {
  const std::string canonical = CanonicalCode(code);
  const auto at = std::lower_bound(
      areas_.begin(), areas_.end(), canonical,
      [](const Area& area, const std::string& wanted) { return area.code < wanted; });
  return at != areas_.end() && at->code == canonical ? &*at : nullptr;
}

const record::Area* AuthorityList::Find(const std::map<std::string, std::size_t>& index,
                                        const std::string& key) const {
  const auto at = index.find(key);
  return at == index.end() ? nullptr : &areas_[at->second];
}

const record::Area* AuthorityList::FindByName(std::string_view name) const {
  if (const Area* area = Find(by_name_, FoldAreaName(name))) return area;
  const std::size_t dash = name.find(" - ");
  if (dash != std::string_view::npos) {
    if (const Area* area = Find(by_name_, FoldAreaName(name.substr(dash + 3)))) return area;
    if (const Area* area = Find(by_name_, FoldAreaName(name.substr(0, dash)))) return area;
  }
  return Find(by_stem_, AreaNameStem(name));
}

}  // namespace waypost::sources
