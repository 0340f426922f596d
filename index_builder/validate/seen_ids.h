#pragma once

// The ids of a whole feed: of services, and of the parts that belong to one service each.
//
// Memory: a number of eight bytes or so for each id, not its text.

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "index_builder/sources/reference/json_document.h"
#include "index_builder/validate/record_check.h"

namespace waypost::validate {

class SeenIds {
 public:
  // False when a service of that id came before.
  bool AddService(std::string_view id) { return services_.insert(KeyOf("", id)).second; }

  // The parts of `service`, which must not be those of another one: repeats are told to `check`.
  // Locations, organisations and terms are shared by right.
  void AddParts(sources::JsonElement service, RecordCheck& check);

 private:
  static std::uint64_t KeyOf(std::string_view list, std::string_view id);
  void AddList(sources::JsonElement holder, std::string_view list, const std::string& pointer,
               std::uint64_t owner, RecordCheck& check);

  std::unordered_set<std::uint64_t> services_;
  std::unordered_map<std::uint64_t, std::uint64_t> owners_;  // of parts
};

}  // namespace waypost::validate
