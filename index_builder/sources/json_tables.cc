#include "index_builder/sources/json_tables.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "index_builder/record/folded_words.h"
#include "index_builder/sources/shared_rows.h"

namespace waypost::sources {
namespace {

using M = JsonMember;
using Rule = JsonTableRule;

constexpr auto kKeyMembers = std::to_array<std::pair<M, std::string_view>>(
    {{M::kId, "id"},
     {M::kServiceId, "service_id"},
     {M::kLocationId, "location_id"},
     {M::kServiceAtLocationId, "service_at_location_id"},
     {M::kOrganizationId, "organization_id"},
     {M::kContactId, "contact_id"},
     {M::kLinkId, "link_id"},
     {M::kTaxonomyId, "taxonomy_id"},
     {M::kTaxonomyTermId, "taxonomy_term_id"}});

// The longest chain of the rules is service, service_at_location, location, attribute, term,
// taxonomy.
constexpr int kMaxDepth = 6;

// An id as text: feeds write the same id as a number here and as text there.
std::string IdText(const simdjson::dom::element& value) {
  std::string_view text;
  if (value.get_string().get(text) == simdjson::SUCCESS) return std::string(record::Trim(text));
  std::int64_t number = 0;
  if (value.get_int64().get(number) == simdjson::SUCCESS) return std::to_string(number);
  return "";
}

}  // namespace

std::string_view NameOfKey(JsonMember member) {
  for (const auto& [key, name] : kKeyMembers) {
    if (key == member) return name;
  }
  return "";
}

JsonTables::JsonTables(std::string_view source, record::ProblemSink& sink)
    : report_(sink, source, ""), by_rule_(kJsonTableRules.size()) {}

JsonTables::Keys JsonTables::KeysOf(const JsonObject& object) {
  Keys keys;
  for (const auto& [member, name] : kKeyMembers) {
    const JsonObject::Member* found = object.Peek(member);
    if (found == nullptr) continue;
    std::string id = IdText(found->value);
    if (!id.empty()) keys.emplace_back(member, std::move(id));
  }
  return keys;
}

std::string_view JsonTables::KeyOf(const Keys& keys, JsonMember member) {
  for (const auto& [key, id] : keys) {
    if (key == member) return id;
  }
  return {};
}

void JsonTables::Add(std::string_view entity, std::string_view json, const JsonObject& object,
                     std::string_view service_id) {
  Row row{entity, std::string(record::Trim(json)), KeysOf(object)};
  if (!service_id.empty()) row.keys.emplace(row.keys.begin(), M::kServiceId, service_id);
  const bool at_location = !KeyOf(row.keys, M::kServiceAtLocationId).empty();
  for (std::size_t i = 0; i < kJsonTableRules.size(); ++i) {
    const Rule& rule = kJsonTableRules[i];
    if (rule.child != entity) continue;
    // What belongs to a service at one location does not belong to the service everywhere.
    if (rule.key == M::kServiceId && at_location) continue;
    const std::string_view key = KeyOf(row.keys, rule.is_reference ? M::kId : rule.key);
    if (!key.empty()) by_rule_[i][std::string(key)].push_back(rows_.size());
  }
  rows_.push_back(std::move(row));
}

const JsonTables::Places* JsonTables::Children(std::size_t rule, const Keys& parent) const {
  const Rule& how = kJsonTableRules[rule];
  const std::string key(KeyOf(parent, how.is_reference ? how.key : M::kId));
  const auto places = by_rule_[rule].find(key);
  return key.empty() || places == by_rule_[rule].end() ? nullptr : &places->second;
}

// Of rows with the same id that are referred to the first counts. Rows beyond the bound are told of
// here, once, and no more by ReportUnused.
std::size_t JsonTables::MostRows(std::size_t rule, const Keys& parent, const Places& places) {
  const Rule& how = kJsonTableRules[rule];
  if (how.is_reference) return 1;
  const bool shared = how.parent != "services" || compiled_before_;
  if (!shared || places.size() <= kMaxSharedRows) return places.size();
  const std::string_view key = KeyOf(parent, M::kId);
  if (told_.insert(std::to_string(rule) + " " + std::string(key)).second) {
    for (const std::size_t place : places) rows_[place].used = true;
    report_.Report(record::ProblemKind::kMalformedRecord, how.child, NameOfKey(how.key), key,
                   "too many rows for one parent: only the first " +
                       std::to_string(kMaxSharedRows) + " are read");
  }
  return kMaxSharedRows;
}

void JsonTables::AppendRows(std::size_t rule, const Keys& parent, const Places& places, int depth,
                            std::string& out) {
  const std::size_t most = MostRows(rule, parent, places);
  for (std::size_t n = 0; n < most; ++n) {
    Row& row = rows_[places[n]];
    row.used = true;
    full_ = full_ || out.size() + row.json.size() > kMaxCompiled;
    if (full_) continue;
    if (n > 0) out += ',';
    AppendEntity(row.entity, row.json, row.keys, depth + 1, out);
  }
}

void JsonTables::AppendEntity(std::string_view entity, std::string_view json, const Keys& keys,
                              int depth, std::string& out) {
  out += json.substr(0, json.size() - 1);  // without its "}"
  bool any = record::Trim(json.substr(1)).size() > 1;
  for (std::size_t i = 0; i < kJsonTableRules.size() && depth < kMaxDepth && !full_; ++i) {
    const Rule& rule = kJsonTableRules[i];
    const Places* places = rule.parent == entity ? Children(i, keys) : nullptr;
    if (places == nullptr) continue;
    // A list, also of the one row that is referred to, so that it may stay empty.
    out.append(any ? ",\"" : "\"").append(rule.member).append("\":[");
    any = true;
    AppendRows(i, keys, *places, depth, out);
    out += ']';
  }
  out += '}';
}

std::string JsonTables::Compile(std::string_view json, const JsonObject& object) {
  const Keys keys = KeysOf(object);
  const std::string_view id = KeyOf(keys, M::kId);
  compiled_before_ = !id.empty() && !compiled_.emplace(id).second;
  full_ = false;
  std::string compiled;
  AppendEntity("services", record::Trim(json), keys, 0, compiled);
  if (full_) {
    report_.set_service_id(record::ProblemValue(id));
    report_.Report(record::ProblemKind::kMalformedRecord, "service", "", "",
                   "longer than a record may be with all that belongs to it: rows left out");
    report_.set_service_id("");
  }
  return compiled;
}

}  // namespace waypost::sources
