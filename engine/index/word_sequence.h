#pragma once

// Texts as the sequence of their words, to tell a phrase from words that merely occur: each word a
// code, the commonest ones the shortest, as LEB128 (7 bits a byte, low ones first, the last byte
// below 128). The fields of a text have kFieldEnd between them, so that no phrase reaches across.
//
//   AppendWordCode(bytes, 17);
//   PhraseFinder finder({17, 3});
//   finder.Occurs(bytes)
//
// About 1.6 bytes a word; a nanosecond or two each to read.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waypost {

using WordCode = std::uint32_t;
inline constexpr WordCode kFieldEnd = 0;

inline void AppendWordCode(std::string& bytes, WordCode code) {
  while (code >= 128) {
    bytes += static_cast<char>(code % 128 + 128);
    code /= 128;
  }
  bytes += static_cast<char>(code);
}

class PhraseFinder {
 public:
  static constexpr std::size_t kMostWords = 64;

  // REQUIRES: 1 to kMostWords codes, none of them kFieldEnd.
  explicit PhraseFinder(std::vector<WordCode> phrase) : phrase_(std::move(phrase)) {}

  // Whether the phrase stands in a sequence. Bytes that are no sequence hold no phrase.
  bool Occurs(std::string_view bytes) const {
    const std::uint64_t whole = std::uint64_t{1} << (phrase_.size() - 1);
    std::uint64_t begun = 0;  // bit i: the words up to here end with the first i + 1 of the phrase
    WordCode code = 0;
    unsigned shift = 0;
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      if (shift < 32) code |= static_cast<WordCode>(byte & 127U) << shift;
      shift += 7;
      if (byte >= 128) continue;
      begun = (begun << 1 | 1U) & PlacesOf(code);
      if ((begun & whole) != 0) return true;
      code = 0;
      shift = 0;
    }
    return false;
  }

 private:
  // Where in the phrase the word stands, a bit each.
  std::uint64_t PlacesOf(WordCode code) const {
    std::uint64_t places = 0;
    for (std::size_t i = 0; i < phrase_.size(); ++i) {
      places |= static_cast<std::uint64_t>(phrase_[i] == code) << i;
    }
    return places;
  }

  std::vector<WordCode> phrase_;
};

}  // namespace waypost
