#pragma once

// Feeds with one list per entity, joined by id, as a database has them:
//
//   { "services": [{"id": "s", "organization_id": "o"}], "organizations": [{"id": "o", ...}], ... }
//
// The tables keep what is not a service as JSON text. `Compile` writes a service with everything
// that belongs to it nested in it, which is then read like any other, so that joining knows nothing
// of dialects and dialects nothing of joining.
//
// Memory: the text of all entities but services. Compile is O(size of what it writes), which is
// bounded: of rows that hang on a thing that services share (a location, a contact), or on a
// service whose id was compiled before, it takes kMaxSharedRows; and it adds no row when the text
// is longer than kMaxCompiled. Both are reported.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "index_builder/record/field_report.h"
#include "index_builder/sources/json_object.h"
#include "index_builder/sources/json_table_rules.h"

namespace waypost::sources {

class JsonTables {
 public:
  static constexpr std::size_t kMaxCompiled = 32U << 20U;
  // How many rows of one entity ReportUnused tells one by one.
  static constexpr std::size_t kMaxToldRows = 100;

  JsonTables(std::string_view source, record::ProblemSink& sink);

  // Keeps `json`, whose members are `object`, as an entity of the name that EntityOf gives (which
  // must live on). A `service_id` that is not empty stands for the object's own.
  void Add(std::string_view entity, std::string_view json, const JsonObject& object,
           std::string_view service_id = {});

  bool empty() const { return rows_.empty(); }

  // `json` is a service, `object` its members. Members with which it states something are left
  // alone.
  std::string Compile(std::string_view json, const JsonObject& object);

  // Reports what no compiled service holds: each row of a thing that belongs to services, up to
  // kMaxToldRows of each entity, and how many there are of the rest. Vocabularies have more terms
  // than services use, and some entities have no place in a record: of these only the number.
  void ReportUnused();

 private:
  using Keys = std::vector<std::pair<JsonMember, std::string>>;
  struct Row {
    std::string_view entity;
    std::string json;
    Keys keys;  // its own id and the ids that it refers to
    bool used = false;
  };
  using Places = std::vector<std::size_t>;  // of rows, in the order in which they came

  static Keys KeysOf(const JsonObject& object);
  static std::string_view KeyOf(const Keys& keys, JsonMember member);

  const Places* Children(std::size_t rule, const Keys& parent) const;
  void AppendEntity(std::string_view entity, std::string_view json, const Keys& keys, int depth,
                    std::string& out);
  void AppendRows(std::size_t rule, const Keys& parent, const Places& places, int depth,
                  std::string& out);
  std::size_t MostRows(std::size_t rule, const Keys& parent, const Places& places);

  // json_unused_rows.cc
  bool RepeatsEarlier(std::size_t place, bool& differs) const;
  void ReportRow(const Row& row, bool repeated) const;

  record::FieldReport report_;
  std::vector<Row> rows_;
  // For each rule the rows by the value of its key.
  std::vector<std::unordered_map<std::string, Places>> by_rule_;
  std::unordered_set<std::string> compiled_;  // ids of services
  bool compiled_before_ = false;              // the service that is being compiled
  bool full_ = false;                         // it is as long as it may be
  std::unordered_set<std::string> told_;      // parents with too many rows
};

// "service_id" and the like, for reports.
std::string_view NameOfKey(JsonMember member);

}  // namespace waypost::sources
