#pragma once

// The full-text columns: analysed words and their posting lists.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/core/ids.h"
#include "engine/format/column.h"
#include "engine/format/jagged_column.h"

namespace waypost {

struct WordColumns {
  TextColumn<TermId> text;  // analysed words, ascending by bytes
  // How many services have the word in their own text; 0 for a word of locations only.
  Column<TermId, std::uint32_t> service_count;
  JaggedColumn<TermId, DocId, std::uint64_t> postings;  // ascending documents
  // Beside every posting: occurrences in the service's own text; 0 when only the location has it.
  Column<DocId, std::uint16_t> frequencies;
  // The greatest of those of each word.
  Column<TermId, std::uint16_t> greatest_frequency;

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
