#pragma once

// Feeds with one list per entity, joined by id, as a database has them:
//
//   { "services": [{"id": "s", "organization_id": "o"}], "organizations": [{"id": "o", ...}], ... }
//
// The tables keep what is not a service as JSON text. `Compile` writes a service with everything
// that belongs to it nested in it, which is then read like any other, so that joining knows nothing
// of dialects and dialects nothing of joining.
//
// Memory: the text of all entities but services. Compile is O(size of what it writes).

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index_builder/sources/json_object.h"

namespace waypost::sources {

class JsonTables {
 public:
  JsonTables();

  // Keeps `json`, whose members are `object`, as an entity of the name that EntityOf gives. A
  // `service_id` that is not empty stands for the object's own.
  void Add(std::string_view entity, std::string_view json, const JsonObject& object,
           std::string_view service_id = {});

  bool empty() const { return rows_.empty(); }

  // `json` is a service, `object` its members. Members that it has already are left alone.
  std::string Compile(std::string_view json, const JsonObject& object) const;

 private:
  using Keys = std::vector<std::pair<JsonMember, std::string>>;
  struct Row {
    std::string json;
    Keys keys;  // its own id and the ids that it refers to
  };
  static Keys KeysOf(const JsonObject& object);
  static std::string_view KeyOf(const Keys& keys, JsonMember member);

  void AppendEntity(std::string_view entity, std::string_view json, const Keys& keys, int depth,
                    std::string& out) const;

  std::vector<Row> rows_;
  // For each rule (json_tables.cc) the rows by the value of its key, in the order in which they
  // came.
  std::vector<std::unordered_map<std::string, std::vector<std::size_t>>> by_rule_;
};

}  // namespace waypost::sources
