#pragma once

// Services that a JSON source cannot give out where it meets them: rows that wait for the other
// entities of the input, services inside an organisation, services inside service_at_location rows.
//
// Memory: the text of everything that is kept. Services that wait for the end of their container
// (KeepUntilContainerEnds) are as many as that has; a page is a container.

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "index_builder/sources/json_object.h"
#include "index_builder/sources/json_parser.h"
#include "index_builder/sources/json_tables.h"

namespace waypost::sources {

class JsonKeptServices {
 public:
  JsonKeptServices(std::string_view source, record::ProblemSink& sink) : tables_(source, sink) {}

  // True when services must be kept: there is something that may belong to them.
  bool has_entities() const { return !tables_.empty(); }

  void KeepService(std::string json) { services_.push_back(std::move(json)); }
  // Keeps a service that refers to something that may yet come in the container it stands in.
  void KeepUntilContainerEnds(std::string json) { waiting_.push_back(std::move(json)); }
  void KeepEntity(std::string_view entity, std::string_view json, const JsonObject& object) {
    tables_.Add(entity, json, object);
  }
  // An organisation with its services; `parsed` has the members of `object`.
  void KeepOrganisation(const simdjson::dom::object& parsed, const JsonObject& object);
  // A row, with its service when that is nested in it. A service is kept once, its rows all.
  void KeepServiceAtLocation(std::string_view json, const JsonObject& object);

  // The services that wait for the end of a container: ready when nothing came that may belong to
  // them, else kept for the end of the input.
  void EndContainer();

  // The next service that can be given out at once: of an organisation, with the organisation in
  // it, or of a container that has ended; nullopt when there is none.
  std::optional<std::string> NextReady();
  // The next service that was kept, with everything that belongs to it; nullopt at the end.
  // REQUIRES: nothing is kept any more.
  std::optional<std::string> NextJoined();
  // REQUIRES: NextJoined has come to its end.
  void ReportUnused() { tables_.ReportUnused(); }

 private:
  JsonTables tables_;
  JsonParser parser_;
  std::vector<std::string> services_;
  std::size_t next_ = 0;
  std::vector<std::string> waiting_;
  std::deque<std::string> ready_;
  std::unordered_set<std::string> nested_ids_;
  std::deque<std::string> of_organisation_;
  std::string organisation_;
};

}  // namespace waypost::sources
