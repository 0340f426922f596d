#pragma once

// Part of the posting lists of an index, filled while all documents are gone through.
//
//   PostingBatch batch(words_in_order, posting_offsets, first, last);
//   for (...) batch.Add(doc, row);                     // documents ascending
//   batch.AddTo(index, documents);

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "index_builder/prepare/occurrence_rows.h"
#include "index_builder/prepare/word_index.h"

namespace waypost::prepare {

// The posting lists of some words that follow one another, while all documents are gone through.
class PostingBatch {
 public:
  // Of the words `first` to `last` - 1 of `in_order`, whose lists begin at `offsets`.
  PostingBatch(const std::vector<WordNumber>& in_order, const std::vector<std::uint64_t>& offsets,
               std::size_t first, std::size_t last)
      : next_(in_order.size(), kNotHere),
        offsets_(offsets),
        first_(first),
        last_(last),
        postings_(offsets[last] - offsets[first]),
        frequencies_(postings_.size()) {
    for (std::size_t i = first; i < last; ++i) next_[in_order[i]] = offsets[i] - offsets[first];
  }

  void Add(DocId doc, const std::vector<Occurrence>& row) {
    for (const Occurrence& occurrence : row) {
      std::uint64_t& next = next_[occurrence.word];
      if (next == kNotHere) continue;
      postings_[next] = doc;
      frequencies_[next] = static_cast<std::uint16_t>(occurrence.frequency);
      ++next;
    }
  }

  // Behind what `index` has.
  void AddTo(WordIndex& index, std::size_t documents) const {
    for (std::size_t i = first_; i < last_; ++i) {
      const std::size_t begin = offsets_[i] - offsets_[first_];
      const std::size_t count = offsets_[i + 1] - offsets_[i];
      const auto list = std::span(frequencies_).subspan(begin, count);
      index.greatest_frequencies.push_back(
          list.empty() ? std::uint16_t{0} : *std::max_element(list.begin(), list.end()));
      index.frequent.Add(TermId::At(i), std::span(postings_).subspan(begin, count), list,
                         documents);
    }
    index.postings.AddAll(postings_);
    index.frequencies.AddAll(frequencies_);
  }

 private:
  static constexpr std::uint64_t kNotHere = UINT64_MAX;
  std::vector<std::uint64_t> next_;  // by WordNumber: where its next posting goes
  const std::vector<std::uint64_t>& offsets_;
  std::size_t first_;
  std::size_t last_;
  std::vector<DocId> postings_;
  std::vector<std::uint16_t> frequencies_;
};

}  // namespace waypost::prepare
