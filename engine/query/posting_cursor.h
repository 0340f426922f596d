#pragma once

// A position in one posting list of a word.

#include <cstdint>
#include <span>

#include "engine/core/ids.h"
#include "engine/index/words.h"
#include "engine/query/gallop.h"

namespace waypost::query {

class PostingCursor {
 public:
  PostingCursor() = default;  // no posting
  PostingCursor(const WordColumns& words, TermId term)
      : documents_(words.postings[term]), frequencies_(words.FrequenciesOf(term)) {}

  // Moves forward to the first posting at or after `doc` and says whether it is `doc`'s. Documents
  // asked for ascend. By galloping, so O(log of the distance moved).
  bool SeekTo(DocId doc) {
    // Mostly the very next one; the rest is not worth the code in every caller.
    if (at_ < documents_.size() && documents_[at_] < doc) {
      ++at_;
      if (at_ < documents_.size() && documents_[at_] < doc) at_ = GallopTo(documents_, at_, doc);
    }
    return at_ < documents_.size() && documents_[at_] == doc;
  }

  // REQUIRES: the last SeekTo said true.
  std::uint32_t frequency() const { return frequencies_[at_]; }

  void Restart() { at_ = 0; }
  std::size_t size() const { return documents_.size(); }

 private:
  std::span<const DocId> documents_;
  std::span<const std::uint16_t> frequencies_;
  std::size_t at_ = 0;
};

}  // namespace waypost::query
