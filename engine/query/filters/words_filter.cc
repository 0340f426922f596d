// The filter `q`: yes or no, never not stated.

#include "engine/query/filters/make_filters.h"
#include "engine/query/posting_cursor.h"

namespace waypost::query {
namespace {

// One word with its synonyms: present when its own list has the document, or all lists of one
// alternative do.
struct WordCursors {
  std::vector<std::vector<PostingCursor>> ways;

  bool Has(DocId doc) {
    for (std::vector<PostingCursor>& way : ways) {
      bool all = true;
      for (PostingCursor& cursor : way) all = cursor.SeekTo(doc) && all;
      if (all) return true;
    }
    return false;
  }
};

class WordsFilter final : public DocFilter {
 public:
  WordsFilter(const Index& index, const ResolvedQuery& resolved)
      : any_(resolved.query.match == MatchMode::kAny) {
    for (const ResolvedWord& word : resolved.words) {
      WordCursors cursors;
      if (word.term) cursors.ways.push_back({PostingCursor(index.words(), *word.term)});
      for (const std::vector<TermId>& alternative : word.alternatives) {
        std::vector<PostingCursor> way;
        for (TermId term : alternative) way.emplace_back(index.words(), term);
        cursors.ways.push_back(std::move(way));
      }
      words_.push_back(std::move(cursors));
    }
  }

  void Evaluate(std::span<const DocId> docs, std::span<Fact> facts) override {
    for (std::size_t i = 0; i < docs.size(); ++i) facts[i] = FactOf(Matches(docs[i]));
  }

  void Restart() override {
    for (WordCursors& word : words_) {
      for (auto& way : word.ways) {
        for (PostingCursor& cursor : way) cursor.Restart();
      }
    }
  }

 private:
  bool Matches(DocId doc) {
    for (WordCursors& word : words_) {
      if (word.Has(doc) == any_) return any_;
    }
    return !any_;
  }

  bool any_;
  std::vector<WordCursors> words_;
};

}  // namespace

std::unique_ptr<DocFilter> MakeWordsFilter(const Index& index, const ResolvedQuery& resolved) {
  return std::make_unique<WordsFilter>(index, resolved);
}

}  // namespace waypost::query
