#pragma once

// Counts services per value of one facet.
//
//   tally.Count(doc, [&](DocId d) { values.Tell(d, tally); });

#include <cstdint>
#include <vector>

#include "engine/index/documents.h"
#include "engine/query/collectors/marks.h"

namespace waypost::query {

// Values are small dense numbers that the facet gives out. A service counts once per value however
// many of its documents have it: before a document of a service with several is counted, what its
// counted ones said is said again and noted, so nothing needs to be kept or sorted.
class FacetTally {
 public:
  // `of_service`: every document of a service says the same.
  FacetTally(const DocumentColumns& documents, const ServiceColumns& services, std::size_t values,
             bool of_service = false)
      : documents_(documents),
        services_(services),
        of_service_(of_service),
        services_counted_(services.documents.size()),
        counted_(of_service ? 0 : documents.size()),
        counts_(values + 1, 0),
        said_in_(values + 1, 0) {}

  // Counts a document, once; `tell(doc)` says Yes and NotStated of it.
  template <typename Tell>
  void Count(DocId doc, const Tell& tell) {
    ++round_;
    if ((documents_.flags[doc] & kOnlyDocument) == 0) {
      const ServiceOrdinal service = documents_.service[doc];
      if (!services_counted_.Set(service)) {
        if (of_service_) return;
        counting_ = 0;
        for (DocId earlier : services_.documents[service]) {
          if (counted_.Has(earlier)) Say(earlier, tell);
        }
      }
      if (!of_service_) counted_.Set(doc);
    }
    counting_ = 1;
    Say(doc, tell);
  }

  // The value is yes. Saying it twice is saying it once.
  void Yes(std::size_t value) {
    any_yes_ = true;
    Note(value);
  }
  // With no value yes and some not stated, the document counts as not stated.
  void NotStated() { any_not_stated_ = true; }

  // Counts a value for services that were not told document by document.
  void Add(std::size_t value, std::uint64_t services) { counts_[value] += services; }

  std::uint64_t count(std::size_t value) const { return counts_[value]; }
  std::size_t size() const { return counts_.size() - 1; }
  std::uint64_t not_stated() const { return counts_.back(); }

 private:
  template <typename Tell>
  void Say(DocId doc, const Tell& tell) {
    any_yes_ = false;
    any_not_stated_ = false;
    tell(doc);
    if (!any_yes_ && any_not_stated_) Note(size());
  }
  void Note(std::size_t value) {
    if (said_in_[value] == round_) return;
    said_in_[value] = round_;
    counts_[value] += counting_;
  }

  const DocumentColumns& documents_;
  const ServiceColumns& services_;
  bool of_service_;
  // Of services with several documents.
  Marks<ServiceOrdinal> services_counted_;
  Marks<DocId> counted_;
  std::vector<std::uint64_t> counts_;   // the last one is of what is not stated
  std::vector<std::uint32_t> said_in_;  // the round in which a value was said last
  std::uint32_t round_ = 0;
  std::uint32_t counting_ = 1;
  bool any_yes_ = false;
  bool any_not_stated_ = false;
};

}  // namespace waypost::query
