#pragma once

// What the parts of a published service (its organisation, locations, schedules, contacts, ...)
// state beyond the members that a record has for them: `record::Service::part_extras`.
//
//   PartExtras extras;
//   extras.Keep("schedule", "s1", row.object());    // once all members of `row` were read
//   service.part_extras = extras.Take();            // {"schedule s1":{"timezone":"Z"}}

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "index_builder/record/record.h"
#include "index_builder/sources/json_object.h"

namespace waypost::sources {

class PartExtras {
 public:
  // The members of `part` that nobody looked at. Ids of other entities are left out: the answers
  // have the public ones. Nothing is kept of a part without an id, nor of a second one with it.
  void Keep(std::string_view entity, std::string_view id, const JsonObject& part);
  // A part that has no place in the record at all; `members` is a JSON object or "".
  void KeepWhole(std::string_view entity, std::string_view id, std::string_view members);

  // What is said of a term, once for each id of it.
  void KeepTerm(record::PublishedTerm term);
  // `record::Service::published_terms`; nothing of terms is kept afterwards.
  std::vector<record::PublishedTerm> TakeTerms() { return std::exchange(terms_, {}); }

  // One JSON object, or "" when nothing was kept; nothing is kept afterwards.
  std::string Take();

 private:
  std::string json_;
  absl::flat_hash_set<std::string> keys_;
  std::vector<record::PublishedTerm> terms_;
};

}  // namespace waypost::sources
