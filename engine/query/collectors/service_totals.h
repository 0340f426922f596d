#pragma once

// Exact totals: how many services match, and how many of them certainly.

#include <cstdint>
#include <vector>

#include "engine/index/documents.h"

namespace waypost::query {

// A service with one document is counted at once; only the others are remembered.
class ServiceTotals {
 public:
  explicit ServiceTotals(const DocumentColumns& documents) : documents_(documents) {}

  void Add(DocId doc, bool certain) {
    if ((documents_.flags[doc] & kOnlyDocument) != 0) {
      ++total_;
      total_certain_ += certain ? 1U : 0U;
    } else {
      repeated_.push_back(documents_.service[doc].value() * std::uint64_t{2} + (certain ? 0U : 1U));
    }
  }

  // Call once, when all documents have been added.
  void Finish();

  std::uint64_t total() const { return total_; }
  std::uint64_t total_certain() const { return total_certain_; }

 private:
  const DocumentColumns& documents_;
  std::vector<std::uint64_t> repeated_;  // service * 2, plus 1 when only possible
  std::uint64_t total_ = 0;
  std::uint64_t total_certain_ = 0;
};

}  // namespace waypost::query
