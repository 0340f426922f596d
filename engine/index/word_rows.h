#pragma once

// The bits of a word (WordBits), from its postings: what the builder writes and what opening holds
// it to.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/ids.h"

namespace waypost {

struct WordRows {
  std::vector<std::uint64_t> own;    // documents whose service's own text has it
  std::vector<std::uint64_t> place;  // those of which only the location does
  bool has_place = false;            // whether there are any
};

// O(postings + documents / 64). REQUIRES: `frequencies` are beside `postings`, whose documents are
// below `documents`.
inline WordRows RowsOf(std::span<const DocId> postings, std::span<const std::uint16_t> frequencies,
                       std::size_t documents) {
  const std::size_t size = (documents + 63) / 64;
  WordRows rows{std::vector<std::uint64_t>(size), std::vector<std::uint64_t>(size), false};
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::size_t doc = postings[i].index();
    auto& row = frequencies[i] != 0 ? rows.own : rows.place;
    row[doc / 64] |= std::uint64_t{1} << (doc % 64);
    rows.has_place = rows.has_place || frequencies[i] == 0;
  }
  return rows;
}

}  // namespace waypost
