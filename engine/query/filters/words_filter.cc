// The filter `q`: yes or no, never not stated.

#include <algorithm>
#include <optional>
#include <vector>

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

// What operators ask for.
class Expression {
 public:
  Expression(const Index& index, const ResolvedExpression& resolved) : kind_(resolved.kind) {
    if (resolved.phrase) phrase_.emplace(index, *resolved.phrase);
    for (const ResolvedExpression& part : resolved.parts) parts_.emplace_back(index, part);
  }

  bool Has(DocId doc) {
    const auto has = [doc](Expression& part) { return part.Has(doc); };
    switch (kind_) {
      case Kind::kPhrase:
        return phrase_ && phrase_->Has(doc);
      case Kind::kAnd:
        return std::ranges::all_of(parts_, has);
      case Kind::kOr:
        return std::ranges::any_of(parts_, has);
      case Kind::kNot:
        return !parts_.front().Has(doc);
    }
    return false;
  }

  void Restart() {
    if (phrase_) phrase_->Restart();
    for (Expression& part : parts_) part.Restart();
  }

 private:
  using Kind = text::WordsExpression::Kind;

  Kind kind_;
  std::optional<PhraseTest> phrase_;  // none: a word of it occurs nowhere
  std::vector<Expression> parts_;
};

class ExpressionFilter final : public DocFilter {
 public:
  ExpressionFilter(const Index& index, const ResolvedExpression& resolved)
      : expression_(index, resolved) {}

  void Evaluate(std::span<const DocId> docs, std::span<Fact> facts) override {
    for (std::size_t i = 0; i < docs.size(); ++i) facts[i] = FactOf(expression_.Has(docs[i]));
  }

  void Restart() override { expression_.Restart(); }

 private:
  Expression expression_;
};

}  // namespace

std::unique_ptr<DocFilter> MakeWordsFilter(const Index& index, const ResolvedQuery& resolved) {
  if (resolved.expression) {
    return std::make_unique<ExpressionFilter>(index, *resolved.expression);
  }
  return std::make_unique<WordsFilter>(index, resolved);
}

}  // namespace waypost::query
