#pragma once

// The text score (engine/query/QUERY.md, "BM25"): Xapian's BM25Weight with k2 = 0, for words that
// are distinct in the question, so that k3 has no effect.
//
//   const Bm25 bm25({}, services, average_length);
//   const double idf = bm25.Idf(services_with_word);              // once a word
//   score += bm25.Score(idf, frequency, bm25.Norm(length));       // per word and service
//
// N, n and lengths count services over the service's own text; a length is its number of tokens.
// The arithmetic is written in the order of QUERY.md and gives the same bits everywhere. Pure
// functions; safe from any thread.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace waypost::text {

struct Bm25Constants {
  double k1 = 1.2;          // how soon more occurrences stop to matter
  double b = 0.75;          // how much a long text is held against it, 0 to 1
  double min_length = 0.5;  // texts shorter than this share of the average count as this long
  friend bool operator==(const Bm25Constants&, const Bm25Constants&) = default;
};

class Bm25 {
 public:
  // `services` is N. An average length of 0 (no service has text) makes every length average.
  Bm25(const Bm25Constants& constants, std::uint64_t services, double average_length)
      : constants_(constants), services_(services), average_length_(average_length) {
    for (std::uint32_t length = 0; length < kTabled; ++length) norms_.push_back(MakeNorm(length));
  }

  // The weight of a word that occurs in `n` services; 0 for n = 0. Always above 0 otherwise, also
  // for a word of every service. REQUIRES: n <= N.
  double Idf(std::uint64_t n) const {
    if (n == 0) return 0;
    const double total = static_cast<double>(services_);
    const double with_word = static_cast<double>(n);
    double w = (total - with_word + 0.5) / (with_word + 0.5);
    if (w < 2) w = w * 0.5 + 1;
    return std::log(w);
  }

  // The part of the score that depends on the text's length alone; may be kept per service.
  double Norm(std::uint32_t length) const {
    return length < kTabled ? norms_[length] : MakeNorm(length);
  }

  // What `frequency` occurrences of a word add. 0 for frequency 0.
  double Score(double idf, std::uint32_t frequency, double norm) const {
    const double f = static_cast<double>(frequency);
    if (frequency == 0) return 0;
    return idf * (constants_.k1 + 1) * f / (norm + f);
  }

  // More than any frequency in any text can add.
  double UpperBound(double idf) const { return idf * (constants_.k1 + 1); }

 private:
  // Most texts are shorter; a division and a comparison are saved a document.
  static constexpr std::uint32_t kTabled = 512;

  double MakeNorm(std::uint32_t length) const {
    const double share = average_length_ > 0 ? static_cast<double>(length) / average_length_ : 1.0;
    const double len = std::max(share, constants_.min_length);
    return constants_.k1 * (len * constants_.b + (1 - constants_.b));
  }

  Bm25Constants constants_;
  std::uint64_t services_;
  double average_length_;
  std::vector<double> norms_;
};

}  // namespace waypost::text
