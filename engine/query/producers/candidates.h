#pragma once

// Producers: the documents that a running query looks at, in ascending blocks.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/query/doc_block.h"

namespace waypost::query {

// Documents [first, last).
struct DocRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// A set of documents to which a question is confined: ascending disjoint ranges, and documents of
// `extra` (ascending) wherever they lie. What lies outside cannot match.
struct Confines {
  std::vector<DocRange> ranges;
  std::span<const DocId> extra;

  // How many documents there are at most.
  std::size_t size() const;
};

class DocProducer {
 public:
  virtual ~DocProducer() = default;
  // Fills an empty block with the next documents, ascending; false when there are none left.
  virtual bool Fill(DocBlock& block) = 0;
};

// All documents of the confines.
std::unique_ptr<DocProducer> ProduceAll(Confines confines);

// The documents of the union of `lists` (each ascending) that lie in the confines. Every list is
// cut to the ranges by binary search, so the cost is that of the part inside.
std::unique_ptr<DocProducer> ProducePostings(const std::vector<std::span<const DocId>>& lists,
                                             const Confines& confines);

}  // namespace waypost::query
