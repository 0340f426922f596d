#pragma once

// Counts services per value of one facet.

#include <cstdint>
#include <vector>

#include "engine/index/documents.h"

namespace waypost::query {

// Values are small dense numbers that the facet gives out. A service counts once per value however
// many of its documents have it.
class FacetTally {
 public:
  FacetTally(const DocumentColumns& documents, std::size_t values)
      : documents_(documents), counts_(values, 0) {}

  // Starts a document; what follows is said of it.
  void Begin(DocId doc) {
    doc_ = doc;
    any_yes_ = false;
    any_not_stated_ = false;
  }
  // The value is yes. REQUIRES: not said of this document and value before.
  void Yes(std::size_t value) {
    any_yes_ = true;
    Count(value);
  }
  void NotStated() { any_not_stated_ = true; }
  // Ends the document: with no value yes and some not stated, its service counts as not stated.
  void End() {
    if (!any_yes_ && any_not_stated_) Count(kNotStatedValue);
  }

  // Call once, when all documents have been counted.
  void Finish();

  std::uint64_t count(std::size_t value) const { return counts_[value]; }
  std::size_t size() const { return counts_.size(); }
  std::uint64_t not_stated() const { return not_stated_; }

 private:
  static constexpr std::size_t kNotStatedValue = 0xFFFFFFFF;

  void Count(std::size_t value) {
    if ((documents_.flags[doc_] & kOnlyDocument) != 0) {
      Increment(value);
    } else {
      repeated_.push_back(value << 32 | documents_.service[doc_].value());
    }
  }
  void Increment(std::size_t value) {
    if (value == kNotStatedValue) {
      ++not_stated_;
    } else {
      ++counts_[value];
    }
  }

  const DocumentColumns& documents_;
  std::vector<std::uint64_t> counts_;
  std::uint64_t not_stated_ = 0;
  std::vector<std::uint64_t> repeated_;  // value << 32 | service
  DocId doc_;
  bool any_yes_ = false;
  bool any_not_stated_ = false;
};

}  // namespace waypost::query
