#pragma once

// Services that a JSON source cannot give out where it meets them: rows that wait for the other
// entities of the input, services inside an organisation, services inside service_at_location rows.
//
// Memory: the text of everything that is kept.

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "index_builder/sources/json_object.h"
#include "index_builder/sources/json_parser.h"
#include "index_builder/sources/json_tables.h"

namespace waypost::sources {

class JsonKeptServices {
 public:
  // True when services must be kept: there is something that may belong to them.
  bool has_entities() const { return !tables_.empty(); }

  void KeepService(std::string_view json) { services_.emplace_back(json); }
  void KeepEntity(std::string_view entity, std::string_view json, const JsonObject& object) {
    tables_.Add(entity, json, object);
  }
  // An organisation with its services; `parsed` has the members of `object`.
  void KeepOrganisation(const simdjson::dom::object& parsed, const JsonObject& object);
  // A row, with its service when that is nested in it. A service is kept once, its rows all.
  void KeepServiceAtLocation(std::string_view json, const JsonObject& object);

  // The next service of an organisation, with the organisation in it; nullopt when there is none.
  // These can be given out at once.
  std::optional<std::string> NextOfOrganisation();
  // The next service that was kept, with everything that belongs to it; nullopt at the end.
  // REQUIRES: nothing is kept any more.
  std::optional<std::string> NextJoined();

 private:
  JsonTables tables_;
  JsonParser parser_;
  std::vector<std::string> services_;
  std::size_t next_ = 0;
  std::unordered_set<std::string> nested_ids_;
  std::deque<std::string> of_organisation_;
  std::string organisation_;
};

}  // namespace waypost::sources
