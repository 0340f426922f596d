#include "index_builder/sources/json_tables.h"

#include <array>

#include "index_builder/record/folded_words.h"

namespace waypost::sources {
namespace {

using M = JsonMember;

// How rows of one entity hang on those of another.
//  * A child names its parent: `key` is a member of the child.
//  * A reference is named by its parent: `key` is a member of the parent, and the child's is its
//  id.
struct Rule {
  std::string_view parent;
  std::string_view child;
  M key;
  std::string_view member;  // under which the children are nested
  bool is_reference = false;
};

constexpr auto kRules = std::to_array<Rule>({
    {"services", "organizations", M::kOrganizationId, "organization", true},
    {"services", "service_at_locations", M::kServiceId, "service_at_locations"},
    {"services", "schedules", M::kServiceId, "schedules"},
    {"services", "holiday_schedules", M::kServiceId, "holiday_schedules"},
    {"services", "service_areas", M::kServiceId, "service_areas"},
    {"services", "languages", M::kServiceId, "languages"},
    {"services", "funding", M::kServiceId, "funding"},
    {"services", "cost_options", M::kServiceId, "cost_options"},
    {"services", "contacts", M::kServiceId, "contacts"},
    {"services", "phones", M::kServiceId, "phones"},
    {"services", "eligibilities", M::kServiceId, "eligibilitys"},
    {"services", "reviews", M::kServiceId, "reviews"},
    {"services", "service_taxonomys", M::kServiceId, "service_taxonomys"},
    {"services", "required_documents", M::kServiceId, "required_documents"},
    {"services", "attributes", M::kLinkId, "attributes"},
    {"service_at_locations", "locations", M::kLocationId, "location", true},
    {"service_at_locations", "schedules", M::kServiceAtLocationId, "schedules"},
    {"service_at_locations", "holiday_schedules", M::kServiceAtLocationId, "holiday_schedules"},
    {"service_at_locations", "contacts", M::kServiceAtLocationId, "contacts"},
    {"service_at_locations", "phones", M::kServiceAtLocationId, "phones"},
    {"service_at_locations", "attributes", M::kLinkId, "attributes"},
    {"locations", "addresses", M::kLocationId, "addresses"},
    {"locations", "postal_addresses", M::kLocationId, "postal_addresses"},
    {"locations", "accessibility", M::kLocationId, "accessibility"},
    {"locations", "phones", M::kLocationId, "phones"},
    {"locations", "contacts", M::kLocationId, "contacts"},
    {"locations", "schedules", M::kLocationId, "schedules"},
    {"locations", "attributes", M::kLinkId, "attributes"},
    {"organizations", "attributes", M::kLinkId, "attributes"},
    {"organizations", "link_taxonomies", M::kLinkId, "link_taxonomies"},
    {"contacts", "phones", M::kContactId, "phones"},
    {"eligibilities", "link_taxonomies", M::kLinkId, "link_taxonomies"},
    {"eligibilities", "attributes", M::kLinkId, "attributes"},
    {"attributes", "taxonomy_terms", M::kTaxonomyTermId, "taxonomy_term", true},
    {"taxonomy_terms", "taxonomies", M::kTaxonomyId, "taxonomy_detail", true},
    {"service_taxonomys", "taxonomies", M::kTaxonomyId, "taxonomy", true},
    {"link_taxonomies", "taxonomies", M::kTaxonomyId, "taxonomy", true},
});

constexpr auto kKeyMembers = std::to_array<M>(
    {M::kId, M::kServiceId, M::kLocationId, M::kServiceAtLocationId, M::kOrganizationId,
     M::kContactId, M::kLinkId, M::kTaxonomyId, M::kTaxonomyTermId});

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

JsonTables::JsonTables() : by_rule_(kRules.size()) {}

JsonTables::Keys JsonTables::KeysOf(const JsonObject& object) {
  Keys keys;
  for (M member : kKeyMembers) {
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
  Row row{std::string(json), KeysOf(object)};
  if (!service_id.empty()) row.keys.emplace(row.keys.begin(), M::kServiceId, service_id);
  const bool at_location = !KeyOf(row.keys, M::kServiceAtLocationId).empty();
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    const Rule& rule = kRules[i];
    if (rule.child != entity) continue;
    // What belongs to a service at one location does not belong to the service everywhere.
    if (rule.key == M::kServiceId && at_location) continue;
    const std::string_view key = KeyOf(row.keys, rule.is_reference ? M::kId : rule.key);
    if (!key.empty()) by_rule_[i][std::string(key)].push_back(rows_.size());
  }
  rows_.push_back(std::move(row));
}

void JsonTables::AppendEntity(std::string_view entity, std::string_view json, const Keys& keys,
                              int depth, std::string& out) const {
  json = record::Trim(json);
  out += json.substr(0, json.size() - 1);  // without its "}"
  bool any = record::Trim(json.substr(1)).size() > 1;
  for (std::size_t i = 0; i < kRules.size() && depth < kMaxDepth; ++i) {
    const Rule& rule = kRules[i];
    if (rule.parent != entity) continue;
    const std::string key(KeyOf(keys, rule.is_reference ? rule.key : M::kId));
    const auto rows = by_rule_[i].find(key);
    if (key.empty() || rows == by_rule_[i].end()) continue;
    if (any) out += ',';
    any = true;
    out.append("\"").append(rule.member).append(rule.is_reference ? "\":" : "\":[");
    for (std::size_t n = 0; n < rows->second.size(); ++n) {
      if (n > 0 && rule.is_reference) break;  // of rows with the same id the first
      if (n > 0) out += ',';
      const Row& row = rows_[rows->second[n]];
      AppendEntity(rule.child, row.json, row.keys, depth + 1, out);
    }
    if (!rule.is_reference) out += ']';
  }
  out += '}';
}

std::string JsonTables::Compile(std::string_view json, const JsonObject& object) const {
  std::string compiled;
  AppendEntity("services", json, KeysOf(object), 0, compiled);
  return compiled;
}

}  // namespace waypost::sources
