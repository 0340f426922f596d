#pragma once

// The full-text columns: analysed words and their posting lists.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/core/ids.h"
#include "engine/format/column.h"
#include "engine/format/jagged_column.h"
#include "engine/index/word_sequence.h"

namespace waypost {

// Words that many documents have, each as a bit a document: a stretch of documents is cut to those
// that have several of them, and counted, without a look at a posting.
struct WordBits {
  std::span<const TermId> words;        // ascending
  std::span<const std::uint64_t> bits;  // a row a word; document d is bit d % 64 of its d / 64
  std::size_t row_size = 0;             // of bits, for all documents

  // Empty when the word has no row. O(log words).
  std::span<const std::uint64_t> Of(TermId word) const {
    const auto at = std::lower_bound(words.begin(), words.end(), word);
    if (at == words.end() || *at != word) return {};
    return bits.subspan(static_cast<std::size_t>(at - words.begin()) * row_size, row_size);
  }
};

// Every word of which at least one document in so many has a posting has a row of bits; then the
// row takes no more bytes than the documents of its postings.
inline constexpr std::size_t kFrequentWordShare = 32;

struct WordColumns {
  TextColumn<TermId> text;  // analysed words, ascending by bytes
  // How many services have the word in their own text; 0 for a word of locations only.
  Column<TermId, std::uint32_t> service_count;
  JaggedColumn<TermId, DocId, std::uint64_t> postings;  // ascending documents
  // Beside every posting: occurrences in the service's own text; 0 when only the location has it.
  Column<DocId, std::uint16_t> frequencies;
  // The greatest of those of each word.
  Column<TermId, std::uint16_t> greatest_frequency;
  // Of frequent words: the documents whose service's own text has it; and, where there are any,
  // those of which only the location does. None in a file that was built before there were any.
  WordBits own_bits;
  WordBits place_bits;
  // Texts as sequences of codes (word_sequence.h): the service's own, and its location's.
  Column<TermId, WordCode> code;
  TextColumn<ServiceOrdinal, std::uint64_t> service_text;
  TextColumn<DocId, std::uint64_t> location_text;

  std::optional<TermId> Find(std::string_view word) const {
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(text.size());
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (text[TermId(middle)] < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == text.size() || text[TermId(low)] != word) return std::nullopt;
    return TermId(low);
  }

  // The frequencies beside postings[term].
  std::span<const std::uint16_t> FrequenciesOf(TermId term) const {
    const auto offsets = postings.offsets();
    return frequencies.values().subspan(offsets[term.index()],
                                        offsets[term.index() + 1] - offsets[term.index()]);
  }
};

}  // namespace waypost
