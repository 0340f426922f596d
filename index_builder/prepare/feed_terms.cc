#include "index_builder/prepare/feed_terms.h"

#include "index_builder/record/field_report.h"

namespace waypost::prepare {
namespace {

// Real feeds have a handful. Terms of more than these, which only a feed of nonsense has, are not
// searched; an id of a vocabulary has 16 bits.
constexpr std::size_t kMaxVocabularies = 20'000;

}  // namespace

FeedTerms::FeedTerms(const record::Taxonomy& taxonomy, record::ProblemSink& sink) : sink_(sink) {
  for (const record::VocabularyTerm& term : taxonomy.terms) vocabularies_.insert(term.vocabulary);
}

bool FeedTerms::HasRoomFor(const std::string& vocabulary) {
  if (vocabularies_.contains(vocabulary)) return true;
  if (vocabularies_.size() >= kMaxVocabularies) return false;
  vocabularies_.insert(vocabulary);
  return true;
}

void FeedTerms::Add(const record::Service& service) {
  for (const record::TermRef& term : service.terms) {
    if (term.code.empty()) continue;
    if (!HasRoomFor(term.vocabulary)) {
      sink_.Report({.kind = record::ProblemKind::kUnknownTerm,
                    .source = service.source,
                    .entity = "service",
                    .id = service.id,
                    .field = "attributes",
                    .value = record::ProblemValue(term.vocabulary + ":" + term.code),
                    .outcome = "not searched: the feeds have more than 20,000 vocabularies"});
      continue;
    }
    std::string& label = labels_[{term.vocabulary, term.code}];
    if (label.empty()) label = term.label;
  }
}

}  // namespace waypost::prepare
