#pragma once

// The services, or services at locations, that answer a question of a dialect.

#include <cstdint>
#include <vector>

#include "server/oruk/dialect_question.h"
#include "server/request/serving_index.h"
#include "server/response/caching.h"

namespace waypost::oruk {

struct FoundServices {
  std::uint64_t total = 0;
  std::vector<ServiceOrdinal> services;  // of the asked page
  server::Keeping keeping;
};

// A question that asks for nothing in particular is cut from the catalogue, one that asks for a
// status alone is a walk along the services by their public ids; every other one is a search. All
// go to any depth. Errors: those of query::Search.
absl::StatusOr<FoundServices> FindServices(const server::ServingIndex& serving,
                                           const Catalogue& catalogue,
                                           const DialectQuestion& question);

struct FoundPlaces {
  std::uint64_t total = 0;
  std::vector<DocId> places;  // of the asked page
  server::Keeping keeping;
};

// Documents that are a service at a location: the nearest first where the question has a place,
// else and among equals by their public ids. What asks for nothing in particular is cut from the
// catalogue; of other questions all answers are matched, and those of the page put in order.
absl::StatusOr<FoundPlaces> FindPlaces(const server::ServingIndex& serving,
                                       const Catalogue& catalogue, const DialectQuestion& question);

// Whether lists show a service unless another status is asked for.
bool IsOffered(const Index& index, ServiceOrdinal service);

}  // namespace waypost::oruk
