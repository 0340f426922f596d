#include "engine/query/producers/word_windows.h"

#include <algorithm>
#include <array>
#include <bit>

#include "engine/query/gallop.h"

namespace waypost::query {
namespace {

constexpr std::uint32_t kWindow = 2048;  // bits and sums stay in the first-level cache

// One list and how far it has been read.
class ListReader {
 public:
  explicit ListReader(const WordList& list) : list_(list) {}

  std::size_t size() const { return list_.documents.size(); }

  // Moves to the first posting at or after `doc`; what that is, UINT32_MAX at the end.
  std::uint32_t SeekTo(std::uint32_t doc) {
    for (int near = 0; near < 2; ++near, ++at_) {
      if (Next() >= doc) return Next();
    }
    at_ = GallopTo(list_.documents, at_, DocId(doc));
    return Next();
  }

  // Calls use(doc, bound) for every posting below `last`, and moves past them.
  template <typename Use>
  void ReadBelow(std::uint32_t last, const Use& use) {
    const DocId* docs = list_.documents.data();
    const std::uint16_t* frequencies = list_.frequencies.data();
    std::size_t at = at_;
    for (; at < size() && docs[at].value() < last; ++at) {
      use(docs[at].value(), static_cast<float>(list_.bound.Of(frequencies[at])));
    }
    at_ = at;
  }

  // REQUIRES: the last SeekTo found it.
  float bound() const { return static_cast<float>(list_.bound.Of(list_.frequencies[at_])); }

 private:
  std::uint32_t Next() const { return at_ < size() ? list_.documents[at_].value() : UINT32_MAX; }

  WordList list_;
  std::size_t at_ = 0;
};

class WordWindows final : public DocProducer {
 public:
  WordWindows(const std::vector<WordList>& lists, Wanted wanted, std::vector<DocRange> ranges)
      : wanted_(wanted), ranges_(std::move(ranges)) {
    for (const WordList& list : lists) readers_.emplace_back(list);
    // The shortest first: of all words it says where anything is to be found.
    std::sort(readers_.begin(), readers_.end(),
              [](const ListReader& a, const ListReader& b) { return a.size() < b.size(); });
    if (!ranges_.empty()) next_ = ranges_.front().first;
  }

  bool Fill(DocBlock& block) override {
    while (!block.full()) {
      if (word_ == kWords && !NextWindow()) break;
      Emit(block);
    }
    block.bounded = true;
    return block.count > 0;
  }

 private:
  static constexpr std::size_t kWords = kWindow / 64;

  // Works out the next window that is not known to be empty; false when there is none.
  bool NextWindow() {
    while (range_ < ranges_.size()) {
      const std::uint32_t from = FirstFrom(next_);
      const DocRange& range = ranges_[range_];
      if (from >= range.last) {
        if (++range_ < ranges_.size()) next_ = ranges_[range_].first;
        continue;
      }
      first_ = from;
      next_ = std::min(range.last, from + kWindow);
      Mark();
      word_ = 0;
      return true;
    }
    return false;
  }

  // The first document from `doc` on that may be wanted.
  std::uint32_t FirstFrom(std::uint32_t doc) {
    if (readers_.empty()) return UINT32_MAX;
    if (wanted_ == Wanted::kAll) return readers_.front().SeekTo(doc);
    std::uint32_t first = UINT32_MAX;
    for (ListReader& reader : readers_) first = std::min(first, reader.SeekTo(doc));
    return first;
  }

  void Mark() {
    for (std::size_t i = 0; i < readers_.size(); ++i) {
      if (wanted_ == Wanted::kAny || i == 0) {
        readers_[i].ReadBelow(next_, [&](std::uint32_t doc, float bound) { Add(doc, bound); });
      } else {
        Retain(readers_[i]);
      }
    }
  }

  void Add(std::uint32_t doc, float bound) {
    const std::uint32_t at = doc - first_;
    bits_[at / 64] |= std::uint64_t{1} << (at % 64);
    bounds_[at] += bound;
  }

  // Keeps of the marked documents those that `reader` has.
  void Retain(ListReader& reader) {
    for (std::size_t word = 0; word < kWords; ++word) {
      for (std::uint64_t left = bits_[word]; left != 0; left &= left - 1) {
        const auto bit = static_cast<std::uint32_t>(std::countr_zero(left));
        const std::uint32_t at = static_cast<std::uint32_t>(word) * 64 + bit;
        if (reader.SeekTo(first_ + at) == first_ + at) {
          bounds_[at] += reader.bound();
        } else {
          bits_[word] &= ~(std::uint64_t{1} << bit);
          bounds_[at] = 0;
        }
      }
    }
  }

  // Moves marked documents into the block, and wipes the window behind it.
  void Emit(DocBlock& block) {
    for (; word_ < kWords; ++word_) {
      while (bits_[word_] != 0) {
        if (block.full()) return;
        const std::uint32_t at = static_cast<std::uint32_t>(word_) * 64 +
                                 static_cast<std::uint32_t>(std::countr_zero(bits_[word_]));
        bits_[word_] &= bits_[word_] - 1;
        block.bound[block.count] = bounds_[at];
        bounds_[at] = 0;
        block.Add(DocId(first_ + at));
      }
    }
  }

  Wanted wanted_;
  std::vector<DocRange> ranges_;
  std::vector<ListReader> readers_;
  std::size_t range_ = 0;
  std::uint32_t first_ = 0;    // of the window
  std::uint32_t next_ = 0;     // the first document after it
  std::size_t word_ = kWords;  // of bits_, being moved out
  std::array<std::uint64_t, kWords> bits_{};
  std::array<float, kWindow> bounds_{};
};

}  // namespace

std::unique_ptr<DocProducer> ProduceWords(const std::vector<WordList>& lists, Wanted wanted,
                                          std::vector<DocRange> ranges) {
  return std::make_unique<WordWindows>(lists, wanted, std::move(ranges));
}

}  // namespace waypost::query
