// The filter `q`: yes or no, never not stated.

#include "engine/query/filters/make_filters.h"
#include "engine/query/filters/phrase_test.h"

namespace waypost::query {
namespace {

// What a document has when it has one of several words or phrases: a word or one of its synonyms,
// or what stands between quotes. None, for what occurs nowhere.
class Requirement {
 public:
  Requirement(const Index& index, const ResolvedWord& word) {
    if (word.term) ways_.emplace_back(index, std::span(&*word.term, 1));
    for (const std::vector<TermId>& alternative : word.alternatives) {
      ways_.emplace_back(index, alternative);
    }
  }
  Requirement(const Index& index, const ResolvedPhrase& phrase) {
    if (phrase) ways_.emplace_back(index, *phrase);
  }

  bool Has(DocId doc) {
    for (PhraseTest& way : ways_) {
      if (way.Has(doc)) return true;
    }
    return false;
  }

  void Restart() {
    for (PhraseTest& way : ways_) way.Restart();
  }

 private:
  std::vector<PhraseTest> ways_;
};

class WordsFilter final : public DocFilter {
 public:
  WordsFilter(const Index& index, const ResolvedQuery& resolved)
      : any_(resolved.query.match == MatchMode::kAny) {
    for (const ResolvedWord& word : resolved.words) {
      // Of a phrase the words alone are not enough.
      if (!any_ || word.word.alone) requirements_.emplace_back(index, word);
    }
    for (const ResolvedPhrase& phrase : resolved.phrases) requirements_.emplace_back(index, phrase);
  }

  void Evaluate(std::span<const DocId> docs, std::span<Fact> facts) override {
    for (std::size_t i = 0; i < docs.size(); ++i) facts[i] = FactOf(Matches(docs[i]));
  }

  void Restart() override {
    for (Requirement& requirement : requirements_) requirement.Restart();
  }

 private:
  bool Matches(DocId doc) {
    for (Requirement& requirement : requirements_) {
      if (requirement.Has(doc) == any_) return any_;
    }
    return !any_;
  }

  bool any_;
  std::vector<Requirement> requirements_;
};

}  // namespace

std::unique_ptr<DocFilter> MakeWordsFilter(const Index& index, const ResolvedQuery& resolved) {
  return std::make_unique<WordsFilter>(index, resolved);
}

}  // namespace waypost::query
