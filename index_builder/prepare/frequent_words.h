#pragma once

// The bits of words that many documents have (engine/index/words.h), word by word while posting
// lists are filled.
//
//   FrequentWords frequent(scratch);
//   frequent.Add(word, postings, frequencies, documents);     // words ascending
//   RETURN_IF_ERROR(frequent.Write(writer));

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/ids.h"
#include "engine/format/writer.h"
#include "index_builder/spool/spooled_column.h"

namespace waypost::prepare {

class FrequentWords {
 public:
  explicit FrequentWords(const spool::ScratchFolder& scratch)
      : bits_(scratch), place_bits_(scratch) {}

  // Leaves words out that are not frequent among so many documents. O(postings + documents / 64).
  void Add(TermId word, std::span<const DocId> postings, std::span<const std::uint16_t> frequencies,
           std::size_t documents);

  absl::Status Write(ArtefactWriter& writer) const;

 private:
  std::vector<TermId> words_;
  spool::SpooledColumn<std::uint64_t> bits_;
  std::vector<TermId> place_words_;
  spool::SpooledColumn<std::uint64_t> place_bits_;
};

}  // namespace waypost::prepare
