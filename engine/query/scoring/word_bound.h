#pragma once

// The most that so many occurrences of a word can add to a text's BM25, whatever the text.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/text/bm25.h"

namespace waypost::query {

class WordBound {
 public:
  // `shortest_text` in words: Index::extremes(). `greatest_frequency`: WordColumns.
  WordBound(const text::Bm25& bm25, double idf, std::uint32_t shortest_text,
            std::uint16_t greatest_frequency)
      : greatest_(std::min<std::size_t>(greatest_frequency, kEndless)) {
    const double norm = bm25.Norm(shortest_text);
    for (std::uint32_t f = 0; f < kEndless; ++f) most_[f] = bm25.Score(idf, f, norm);
    most_[kEndless] = bm25.UpperBound(idf);
  }

  double Of(std::uint32_t frequency) const {
    return most_[std::min<std::size_t>(frequency, kEndless)];
  }
  // Of any frequency that occurs.
  double most() const { return most_[greatest_]; }

  // Frequencies from here on count as endless.
  static constexpr std::size_t kEndless = 16;

 private:
  std::size_t greatest_;
  std::array<double, kEndless + 1> most_;
};

}  // namespace waypost::query
