#pragma once

// The values of each facet, and what a document says of them (QUERY.md, "Facets").

#include <memory>
#include <string>

#include "engine/query/collectors/facet_tally.h"
#include "engine/query/doc_block.h"
#include "engine/query/filters/doc_filter.h"
#include "engine/query/result.h"

namespace waypost::query {

class FacetValues {
 public:
  virtual ~FacetValues() = default;
  // Whether every document of a service says the same.
  virtual bool IsOfService() const { return false; }
  // How many values there are; they are numbered from 0.
  virtual std::size_t size() const = 0;
  // Counts the documents of `block` that no filter refused, or `own_filter` alone
  // (DocBlock::refused_by).
  virtual void Count(const DocBlock& block, std::uint8_t own_filter, FacetTally& tally) = 0;
  // Called once, after the last Count.
  virtual void Finish(FacetTally&) {}
  virtual std::string IdOf(std::size_t value) const = 0;
  // For people; the id where there is nothing better.
  virtual std::string LabelOf(std::size_t value) const { return IdOf(value); }
};

// A kind of facet that has Tell(doc, tally), which tells the tally what a document says: the loop
// over a block is compiled around it.
template <typename Kind>
class TellingFacet : public FacetValues {
 public:
  void Count(const DocBlock& block, std::uint8_t own_filter, FacetTally& tally) final {
    for (std::size_t i = 0; i < block.count; ++i) {
      if (block.refused_by[i] != 0 && block.refused_by[i] != own_filter) continue;
      tally.Count(block.docs[i], [&](DocId doc) { static_cast<Kind*>(this)->Tell(doc, tally); });
    }
  }
};

std::unique_ptr<FacetValues> MakeFacetValues(Facet facet, const Index& index,
                                             const ResolvedQuery& resolved);

// The filter that a facet leaves out of its own counts.
FilterKind OwnFilterOf(Facet facet);

// The counted values in their order: count descending, then id; at most `limit`, none with count 0.
// REQUIRES: limit > 0.
FacetCounts CountsOf(Facet facet, const FacetValues& values, const FacetTally& tally,
                     std::size_t limit);

}  // namespace waypost::query
