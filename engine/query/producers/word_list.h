#pragma once

// The posting list of a word, and how it is read a window of documents at a time.

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>

#include "engine/query/doc_window.h"
#include "engine/query/gallop.h"
#include "engine/query/producers/find_frequent.h"
#include "engine/query/scoring/word_bound.h"

namespace waypost::query {

struct WordList {
  std::span<const DocId> documents;
  std::span<const std::uint16_t> frequencies;  // 0: only the location of that document has it
  WordBound bound;
  double idf = 0;
  // For frequent words, the same as a bit a document: those whose own text has it, those of which
  // only the location does (WordColumns); empty: read the list.
  std::span<const std::uint64_t> own_bits;
  std::span<const std::uint64_t> alone_bits;
};

// Which documents of a window have a word: in their service's own text, or only at their location.
// As in windows, words that are not occupied are zero.
struct WordMarks {
  DocWindow::Bits own{};
  DocWindow::Bits alone{};
  std::uint64_t occupied = 0;
  std::uint64_t with_alone = 0;  // where `alone` is not zero

  std::uint64_t any(std::size_t word) const { return own[word] | alone[word]; }
  void Wipe() {
    DocWindow::Wipe(occupied, own);
    DocWindow::Wipe(with_alone, alone);
    occupied = with_alone = 0;
  }
};

// One list and how far it has been read. Documents asked for ascend.
class ListReader {
 public:
  // More occurrences than any.
  static constexpr std::uint32_t kEndless = UINT16_MAX + 1;

  explicit ListReader(const WordList& list) : list_(list) {}

  std::size_t size() const { return list_.documents.size(); }
  bool has_bits() const { return !list_.own_bits.empty(); }
  double idf() const { return list_.idf; }
  // The most BM25 of any of its documents.
  double most() const { return list_.bound.most(); }

  // Moves to the first posting at or after `doc`; what that is, UINT32_MAX at the end.
  std::uint32_t SeekTo(std::uint32_t doc) {
    for (int near = 0; near < 2; ++near, ++at_) {
      if (Next() >= doc) return Next();
    }
    at_ = GallopTo(list_.documents, at_, DocId(doc));
    return Next();
  }
  // REQUIRES: the last SeekTo found it.
  std::uint16_t frequency() const { return list_.frequencies[at_]; }

  // The least frequency that can score `bm25`; more than any when none can.
  std::uint32_t LeastFrequency(double bm25) const {
    std::uint32_t frequency = 0;
    while (frequency <= WordBound::kEndless && list_.bound.Of(frequency) < bm25) ++frequency;
    return frequency <= WordBound::kEndless ? frequency : kEndless;
  }

  // About how many postings so many consecutive documents have.
  std::size_t CountIn(std::uint32_t documents) const {
    return size() == 0 ? 0 : size() * documents / (list_.documents.back().index() + 1);
  }

  // Marks the documents from `from`, in the window's first word, up to `last`, and moves there.
  // Calls repeated(doc, frequency) for those of at least `least` occurrences.
  // REQUIRES: `marks` are wiped; least > 1.
  template <typename Use>
  void Mark(std::uint32_t from, std::uint32_t last, std::uint32_t least, WordMarks& marks,
            const Use& repeated) {
    if (!has_bits()) return MarkByList(from, last, least, marks, repeated);
    MarkByBits(from, last, marks);
    if (least < kEndless) FindRepeated(from, last, least, repeated);
  }

  // The marks alone, without moving. REQUIRES: has_bits(); `marks` are wiped.
  void MarkByBits(std::uint32_t from, std::uint32_t last, WordMarks& marks) const {
    marks.occupied = Cut(list_.own_bits, from, last, marks.own);
    if (!list_.alone_bits.empty()) {
      marks.with_alone = Cut(list_.alone_bits, from, last, marks.alone);
    }
  }

  // The rest of Mark. REQUIRES: has_bits().
  template <typename Use>
  void FindRepeated(std::uint32_t from, std::uint32_t last, std::uint32_t least,
                    const Use& repeated) {
    SeekTo(from);
    const std::size_t begin = at_;
    SeekTo(last);
    ForEachUnusual(list_.frequencies.subspan(begin, at_ - begin), least, [&](std::size_t i) {
      const std::uint32_t frequency = list_.frequencies[begin + i];
      if (frequency != 0) repeated(list_.documents[begin + i].value(), frequency);
    });
  }

  // Of documents 64 * i to 64 * i + 63 those whose own text has it, and those that have it.
  // REQUIRES: has_bits().
  std::uint64_t own(std::size_t i) const { return list_.own_bits[i]; }
  std::uint64_t any(std::size_t i) const {
    return list_.own_bits[i] | (list_.alone_bits.empty() ? 0 : list_.alone_bits[i]);
  }

 private:
  std::uint32_t Next() const { return at_ < size() ? list_.documents[at_].value() : UINT32_MAX; }

  // Copies the bits of [from, last); which words they are.
  static std::uint64_t Cut(std::span<const std::uint64_t> row, std::uint32_t from,
                           std::uint32_t last, DocWindow::Bits& bits) {
    const std::size_t first_word = from / 64;
    const std::size_t words = (last + 63) / 64 - first_word;
    std::copy_n(row.begin() + static_cast<std::ptrdiff_t>(first_word), words, bits.begin());
    bits[0] &= ~std::uint64_t{0} << (from % 64);
    if (last % 64 != 0) bits[words - 1] &= ~(~std::uint64_t{0} << (last % 64));
    return ~std::uint64_t{0} >> (DocWindow::kWords - words);
  }

  template <typename Use>
  void MarkByList(std::uint32_t from, std::uint32_t last, std::uint32_t least, WordMarks& marks,
                  const Use& repeated) {
    SeekTo(from);
    const std::size_t begin = at_;
    SeekTo(last);
    const std::uint32_t first = from / 64 * 64;
    const std::span<const DocId> docs = list_.documents.subspan(begin, at_ - begin);
    // In a local, since stores of bits might be to anything.
    std::uint64_t occupied = 0;
    for (const DocId doc : docs) {
      const std::uint32_t word = (doc.value() - first) / 64;
      occupied |= std::uint64_t{1} << word;
      marks.own[word] |= std::uint64_t{1} << (doc.value() % 64);
    }
    marks.occupied = occupied;
    // Nine of ten occur once, which is no news.
    const auto frequencies = list_.frequencies.subspan(begin, docs.size());
    ForEachUnusual(frequencies, std::min(least, kEndless - 1), [&](std::size_t i) {
      const std::uint32_t doc = docs[i].value();
      if (frequencies[i] >= least) repeated(doc, frequencies[i]);
      if (frequencies[i] != 0) return;
      const std::uint32_t word = (doc - first) / 64;
      const std::uint64_t bit = std::uint64_t{1} << (doc % 64);
      marks.own[word] &= ~bit;
      marks.alone[word] |= bit;
      marks.with_alone |= std::uint64_t{1} << word;
    });
  }

  WordList list_;
  std::size_t at_ = 0;
};

}  // namespace waypost::query
