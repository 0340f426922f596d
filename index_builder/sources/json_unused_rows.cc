#include <algorithm>
#include <map>

#include "index_builder/sources/json_tables.h"

// What was kept for services and that none of them took: nothing of an input is left out in
// silence.

namespace waypost::sources {
namespace {

using M = JsonMember;

// True for an entity whose rows are parts of services: not a vocabulary, and not something that no
// rule nests anywhere.
bool BelongsToServices(std::string_view entity) {
  if (entity == "taxonomy_terms" || entity == "taxonomies") return false;
  return std::any_of(kJsonTableRules.begin(), kJsonTableRules.end(),
                     [&](const JsonTableRule& rule) { return rule.child == entity; });
}

}  // namespace

// Of rows that are referred to by their id only the first counts.
bool JsonTables::RepeatsEarlier(std::size_t place, bool& differs) const {
  const Row& row = rows_[place];
  for (std::size_t i = 0; i < kJsonTableRules.size(); ++i) {
    if (kJsonTableRules[i].child != row.entity || !kJsonTableRules[i].is_reference) continue;
    const auto same_id = by_rule_[i].find(std::string(KeyOf(row.keys, M::kId)));
    if (same_id == by_rule_[i].end() || same_id->second.front() == place) return false;
    differs = rows_[same_id->second.front()].json != row.json;
    return true;
  }
  return false;
}

void JsonTables::ReportRow(const Row& row, bool repeated) const {
  if (repeated) {
    report_.Report(record::ProblemKind::kRepeatedId, row.entity, "id", KeyOf(row.keys, M::kId),
                   "an earlier one of this id says something else; left out");
    return;
  }
  M key = M::kId;
  for (const JsonTableRule& rule : kJsonTableRules) {
    const bool names_parent = rule.child == row.entity && !rule.is_reference;
    if (key == M::kId && names_parent && !KeyOf(row.keys, rule.key).empty()) key = rule.key;
  }
  report_.Report(record::ProblemKind::kMissingParent, row.entity, NameOfKey(key),
                 KeyOf(row.keys, key), "no service leads to it; left out");
}

void JsonTables::ReportUnused() {
  std::map<std::string_view, std::size_t> untold;
  std::map<std::string_view, std::size_t> told;
  for (std::size_t place = 0; place < rows_.size(); ++place) {
    const Row& row = rows_[place];
    bool differs = false;
    const bool repeated = !row.used && RepeatsEarlier(place, differs);
    if (row.used || (repeated && !differs)) continue;
    if (BelongsToServices(row.entity) && ++told[row.entity] <= kMaxToldRows) {
      ReportRow(row, repeated);
    } else {
      ++untold[row.entity];
    }
  }
  for (const auto& [entity, count] : untold) {
    const std::string_view more = told.contains(entity) ? " rows more" : " rows";
    report_.Report(record::ProblemKind::kMissingParent, entity, "id",
                   std::to_string(count) + std::string(more), "no service leads to them; left out");
  }
}

}  // namespace waypost::sources
