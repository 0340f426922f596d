#pragma once

// Which documents there are, and the order in which they get their DocIds.

#include <vector>

#include "engine/core/ids.h"
#include "index_builder/record/directory.h"

namespace waypost::prepare {

struct Document {
  const record::Service* service = nullptr;
  const record::ServiceAtLocation* at = nullptr;  // nullptr for a service without location
  ServiceOrdinal ordinal;

  const record::Location* location() const { return at == nullptr ? nullptr : &at->location; }
  bool IsLocated() const { return at != nullptr && at->location.position.has_value(); }
};

struct DocumentOrder {
  // By public id: services[ordinal].
  std::vector<const record::Service*> services;
  // By DocId: located ones along the Hilbert curve, then the others by public id and location.
  std::vector<Document> documents;
  std::uint32_t located = 0;
};

// REQUIRES: the directory is complete (complete.h) and outlives the order. O(n log n).
DocumentOrder OrderDocuments(const record::Directory& directory);

}  // namespace waypost::prepare
