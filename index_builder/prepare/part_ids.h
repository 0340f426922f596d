#pragma once

// Public ids of what belongs to services: places, services at places, reviews.
//
//   PartIds ids;
//   ids.Assign(service);                  // one after the other, in order of source and id
//
// * A place (location) that several services of one source name by one id is one place. Its UUID is
//   its own unless an earlier source has it; without a UUID it gets one derived from its id, and
//   without an id one of the service alone.
// * A service at a place, and a review, keep a UUID that nothing before them had; others get one
//   derived from the service's, so that no two are ever the same.
//
// Memory: some 60 bytes for each UUID of a feed. Not for several threads.

#include <cstdint>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "engine/format/public_id.h"
#include "index_builder/record/record.h"

namespace waypost::prepare {

class PartIds {
 public:
  // REQUIRES: the service has its public id, and what is confidential of it is hidden.
  void Assign(record::Service& service);

 private:
  Uuid LocationId(const record::Service& service, const record::Location& location,
                  std::size_t number);
  // `own` if it is a UUID that nothing has yet; else one derived from `name`.
  Uuid Unique(const record::Service& service, std::string_view entity, std::string_view own,
              const std::string& name);

  absl::flat_hash_map<Uuid, std::string> owners_;  // of a place's UUID: the first source with it
  absl::flat_hash_set<Uuid> taken_;                // by services at places and reviews
};

}  // namespace waypost::prepare
