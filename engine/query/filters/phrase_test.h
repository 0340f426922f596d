#pragma once

// Whether a document's text has words side by side.

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "engine/index/index.h"
#include "engine/query/posting_cursor.h"

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

}  // namespace waypost::query
