#pragma once

// Exact totals: how many services match, and how many of them certainly.

#include <cstdint>

#include "engine/index/documents.h"
#include "engine/query/collectors/marks.h"
#include "engine/query/doc_block.h"
#include "engine/query/doc_window.h"

namespace waypost::query {

// A service with one document is counted at once; the others are marked.
class ServiceTotals {
 public:
  ServiceTotals(const DocumentColumns& documents, std::size_t services)
      : documents_(documents), services_(services), certain_(services), possible_(0) {}

  // Counts the documents of `block` that no filter refused.
  void AddBlock(const DocBlock& block);

  // Counts the documents of `window` that match, all of them certainly. A service whose documents
  // are marked `of_service` is in no window otherwise.
  void AddWindow(const DocWindow& window);

  // Call once, when all documents have been added.
  void Finish();

  std::uint64_t total() const { return total_; }
  std::uint64_t total_certain() const { return total_certain_; }

 private:
  const DocumentColumns& documents_;
  std::size_t services_;
  // Of services with several documents: those with a certain one, and those with a possible one,
  // which has no room before the first: most questions have none.
  Marks<ServiceOrdinal> certain_;
  Marks<ServiceOrdinal> possible_;
  bool any_possible_ = false;
  std::uint64_t several_certain_ = 0;
  std::uint64_t total_ = 0;
  std::uint64_t total_certain_ = 0;
};

}  // namespace waypost::query
