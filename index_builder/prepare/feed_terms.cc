#include "index_builder/prepare/feed_terms.h"

#include "engine/core/ascii.h"
#include "engine/format/public_id.h"
#include "index_builder/record/field_report.h"

namespace waypost::prepare {
namespace {

// Real feeds have a handful. Terms of more than these, which only a feed of nonsense has, are not
// searched; an id of a vocabulary has 16 bits.
constexpr std::size_t kMaxVocabularies = 20'000;

// Some feeds make a new id for a term wherever it is used.
constexpr std::size_t kMaxOtherIds = 1'000;

void PutIfEmpty(const std::string& from, std::string& to) {
  if (to.empty()) to = from;
}

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
  AddAll(service, "attributes", service.terms);
  if (service.organisation) AddAll(service, "organization", service.organisation->terms);
  for (const record::Eligibility& row : service.eligibilities) {
    AddAll(service, "eligibility", row.terms);
  }
  for (const record::PublishedTerm& published : service.published_terms) AddPublished(published);
}

void FeedTerms::AddAll(const record::Service& service, std::string_view field,
                       const std::vector<record::TermRef>& terms) {
  for (const record::TermRef& term : terms) {
    if (term.code.empty()) continue;
    if (HasRoomFor(term.vocabulary)) {
      PutIfEmpty(term.label, terms_[{term.vocabulary, term.code}].label);
      continue;
    }
    sink_.Report({.kind = record::ProblemKind::kUnknownTerm,
                  .source = service.source,
                  .entity = "service",
                  .id = service.id,
                  .field = std::string(field),
                  .value = record::ProblemValue(term.vocabulary + ":" + term.code),
                  .outcome = "not searched: the feeds have more than 20,000 vocabularies"});
  }
}

void FeedTerms::AddPublished(const record::PublishedTerm& published) {
  const Key key(published.term.vocabulary, published.term.code);
  const auto found = terms_.find(key);
  if (found == terms_.end()) return;
  FeedTerm& term = found->second;
  PutIfEmpty(published.description, term.description);
  PutIfEmpty(LowerCase(published.parent_id), term.parent_id);
  if (term.other_ids.size() >= kMaxOtherIds) return;
  if (!published.uri.empty()) term.other_ids.insert(published.uri);
  if (!IsUuid(published.id)) return;  // others are of their feed alone
  term.other_ids.insert(published.id);
  by_id_.try_emplace(LowerCase(published.id), key);
}

std::string FeedTerms::ParentOf(const Key& key, const FeedTerm& term) const {
  if (term.parent_id.empty()) return "";
  const auto parent = by_id_.find(term.parent_id);
  return parent != by_id_.end() && parent->second.first == key.first ? parent->second.second : "";
}

}  // namespace waypost::prepare
