#pragma once

// Whether a document's text has words side by side.

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "engine/index/index.h"
#include "engine/query/posting_cursor.h"
#include "engine/query/resolved_query.h"

namespace waypost::query {

// A phrase in the service's text or in its location's. A word alone is a phrase of one.
class PhraseTest {
 public:
  PhraseTest(const Index& index, std::span<const TermId> terms)
      : documents_(index.documents()), words_(index.words()), finder_(CodesOf(index, terms)) {
    for (TermId term : terms) cursors_.emplace_back(index.words(), term);
  }

  // Documents ascend from call to call, until Restart.
  bool Has(DocId doc) {
    for (PostingCursor& cursor : cursors_) {
      if (!cursor.SeekTo(doc)) return false;
    }
    return cursors_.size() == 1 || finder_.Occurs(words_.service_text[documents_.service[doc]]) ||
           finder_.Occurs(words_.location_text[doc]);
  }

  void Restart() {
    for (PostingCursor& cursor : cursors_) cursor.Restart();
  }

 private:
  static std::vector<WordCode> CodesOf(const Index& index, std::span<const TermId> terms) {
    std::vector<WordCode> codes;
    std::ranges::transform(terms, std::back_inserter(codes),
                           [&](TermId term) { return index.words().code[term]; });
    return codes;
  }

  const DocumentColumns& documents_;
  const WordColumns& words_;
  std::vector<PostingCursor> cursors_;
  PhraseFinder finder_;
};

// Whether a document has a word of the question, itself or by a synonym.
inline bool HasWord(const Index& index, const ResolvedWord& word, DocId doc) {
  const auto stands = [&](std::span<const TermId> terms) {
    return PhraseTest(index, terms).Has(doc);
  };
  return (word.term && stands({&*word.term, 1})) || std::ranges::any_of(word.alternatives, stands);
}

}  // namespace waypost::query
