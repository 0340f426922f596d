// Filters over the taxonomy terms of a document.

#include <algorithm>

#include "engine/query/filters/make_filters.h"

namespace waypost::query {
namespace {

// What the terms of a document say of one vocabulary's share of the targets.
struct TermFacts {
  bool carries_target = false;      // a target or a descendant of one
  bool carries_ancestor = false;    // an ancestor of a target
  bool carries_vocabulary = false;  // any term of the vocabulary
};

TermFacts LookAt(const Taxonomy& taxonomy, std::span<const TaxonomyTermId> carried,
                 std::span<const TaxonomyTermId> targets, VocabularyId vocabulary) {
  TermFacts facts;
  for (TaxonomyTermId term : carried) {
    if (taxonomy.vocabulary(term) != vocabulary) continue;
    facts.carries_vocabulary = true;
    for (TaxonomyTermId target : targets) {
      if (taxonomy.IsWithin(term, target)) facts.carries_target = true;
      if (term != target && taxonomy.IsWithin(target, term)) facts.carries_ancestor = true;
    }
  }
  return facts;
}

// The targets of one vocabulary.
struct Share {
  VocabularyId vocabulary;
  std::vector<TaxonomyTermId> targets;
};

std::vector<Share> SharesOf(const Taxonomy& taxonomy, const TermSet& terms) {
  std::vector<Share> shares;
  for (TaxonomyTermId target : terms.targets) {
    const VocabularyId vocabulary = taxonomy.vocabulary(target);
    auto share = std::find_if(shares.begin(), shares.end(),
                              [&](const Share& s) { return s.vocabulary == vocabulary; });
    if (share == shares.end()) share = shares.insert(shares.end(), Share{vocabulary, {}});
    share->targets.push_back(target);
  }
  return shares;
}

bool InfersAny(const Taxonomy& taxonomy, std::span<const TaxonomyTermId> inferred,
               const std::vector<Share>& shares) {
  return std::any_of(inferred.begin(), inferred.end(), [&](TaxonomyTermId term) {
    return std::any_of(shares.begin(), shares.end(), [&](const Share& share) {
      return std::any_of(share.targets.begin(), share.targets.end(),
                         [&](TaxonomyTermId target) { return taxonomy.IsWithin(term, target); });
    });
  });
}

}  // namespace

std::unique_ptr<DocFilter> MakeTermFilter(const Index& index, const TermSet& terms,
                                          Silence silence) {
  const Taxonomy& taxonomy = index.taxonomy();
  const DocumentColumns& documents = index.documents();
  return MakeFilter(
      [&taxonomy, &documents, silence, shares = SharesOf(taxonomy, terms)](DocId doc) {
        Fact fact = Fact::kNo;
        for (const Share& share : shares) {
          const TermFacts facts =
              LookAt(taxonomy, documents.terms[doc], share.targets, share.vocabulary);
          if (facts.carries_target) return Fact::kYes;
          if (facts.carries_ancestor || !facts.carries_vocabulary) fact = Fact::kNotStated;
        }
        if (fact == Fact::kNo || silence == Silence::kNotStated) return fact;
        return InfersAny(taxonomy, documents.inferred[doc], shares) ? Fact::kNotStated : Fact::kNo;
      });
}

std::unique_ptr<DocFilter> MakeExcludeFilter(const Index& index, const TermSet& terms) {
  const Taxonomy& taxonomy = index.taxonomy();
  const DocumentColumns& documents = index.documents();
  return MakeFilter([&taxonomy, &documents, shares = SharesOf(taxonomy, terms)](DocId doc) {
    Fact fact = Fact::kYes;
    for (const Share& share : shares) {
      const TermFacts facts =
          LookAt(taxonomy, documents.terms[doc], share.targets, share.vocabulary);
      if (facts.carries_target) return Fact::kNo;
      if (!facts.carries_vocabulary) fact = Fact::kNotStated;
    }
    return fact;
  });
}

}  // namespace waypost::query
