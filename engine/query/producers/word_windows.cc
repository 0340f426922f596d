#include "engine/query/producers/word_windows.h"

#include <algorithm>
#include <array>
#include <bit>

#include "engine/query/gallop.h"

namespace waypost::query {
namespace {

// One list and how far it has been read.
class ListReader {
 public:
  explicit ListReader(const WordList& list) : list_(list) {}

  std::size_t size() const { return list_.documents.size(); }
  // Of any of its documents.
  float most() const { return static_cast<float>(list_.bound.most()); }

  // Moves to the first posting at or after `doc`; what that is, UINT32_MAX at the end.
  std::uint32_t SeekTo(std::uint32_t doc) {
    for (int near = 0; near < 2; ++near, ++at_) {
      if (Next() >= doc) return Next();
    }
    at_ = GallopTo(list_.documents, at_, DocId(doc));
    return Next();
  }

  // Calls use(doc, frequency) for every posting below `last`, and moves past them.
  template <typename Use>
  void ReadBelow(std::uint32_t last, const Use& use) {
    const DocId* docs = list_.documents.data();
    const std::uint16_t* frequencies = list_.frequencies.data();
    std::size_t at = at_;
    for (; at < size() && docs[at].value() < last; ++at) use(docs[at].value(), frequencies[at]);
    at_ = at;
  }

  // The least frequency that can score `bm25`; more than any when none can.
  std::uint32_t LeastFrequency(double bm25) const {
    std::uint32_t frequency = 0;
    while (frequency <= WordBound::kEndless && list_.bound.Of(frequency) < bm25) ++frequency;
    return frequency <= WordBound::kEndless ? frequency : UINT16_MAX + 1;
  }

  float BoundOf(std::uint16_t frequency) const {
    return static_cast<float>(list_.bound.Of(frequency));
  }
  // REQUIRES: the last SeekTo found it.
  std::uint16_t frequency() const { return list_.frequencies[at_]; }

 private:
  std::uint32_t Next() const { return at_ < size() ? list_.documents[at_].value() : UINT32_MAX; }

  WordList list_;
  std::size_t at_ = 0;
};

class WordWindows final : public WindowProducer {
 public:
  WordWindows(const std::vector<WordList>& lists, Wanted wanted, std::vector<DocRange> ranges)
      : wanted_(lists.size() == 1 ? Wanted::kAny : wanted), ranges_(std::move(ranges)) {
    for (const WordList& list : lists) readers_.emplace_back(list);
    if (wanted_ == Wanted::kAll) {
      // The shortest first: it says where anything is to be found.
      std::sort(readers_.begin(), readers_.end(),
                [](const ListReader& a, const ListReader& b) { return a.size() < b.size(); });
    }
    for (const ListReader& reader : readers_) most_ += reader.most();
    if (!ranges_.empty()) next_ = ranges_.front().first;
  }

  bool Next(const RankingLimits& limits, DocWindow& window) override {
    while (range_ < ranges_.size()) {
      const std::uint32_t from = FirstFrom(next_);
      const DocRange& range = ranges_[range_];
      if (from >= range.last) {
        if (++range_ < ranges_.size()) next_ = ranges_[range_].first;
        continue;
      }
      const std::uint32_t first = from / 64 * 64;
      next_ = std::min(range.last, first + DocWindow::kDocuments);
      window.Begin(from, next_);
      if (wanted_ == Wanted::kAll) {
        MarkAll(limits.least_bm25, window);
      } else if (limits.least_bm25 > 0) {
        MarkPromising(limits.least_bm25, window);
      } else {
        MarkAny(window);
      }
      return true;
    }
    return false;
  }

 private:
  // The first document from `doc` on that may be wanted.
  std::uint32_t FirstFrom(std::uint32_t doc) {
    if (readers_.empty()) return UINT32_MAX;
    if (wanted_ == Wanted::kAll) return readers_.front().SeekTo(doc);
    std::uint32_t first = UINT32_MAX;
    for (ListReader& reader : readers_) first = std::min(first, reader.SeekTo(doc));
    return first;
  }

  void MarkAny(DocWindow& window) {
    window.bounded = true;
    for (ListReader& reader : readers_) {
      reader.ReadBelow(next_, [&](std::uint32_t doc, std::uint16_t frequency) {
        Mark(doc, frequency, window);
        window.bound[doc - window.first] += reader.BoundOf(frequency);
      });
    }
    for (std::size_t word = 0; word < window.words; ++word) {
      window.alone[word] &= ~window.of_service[word];
      window.offered[word] = window.alone[word] | window.of_service[word];
    }
  }

  // Offers only what may score `least_bm25`. A document that does so has in each of its lists a
  // frequency that can, with the best of all others; and it is in all lists of some choice.
  void MarkPromising(double least_bm25, DocWindow& window) {
    window.bounded = false;
    const double least = least_bm25 * (1 - 1e-5);  // sums of floats
    passing_.resize(readers_.size());
    for (std::size_t i = 0; i < readers_.size(); ++i) {
      DocWindow::Bits& passing = passing_[i];
      std::fill_n(passing.begin(), window.words, std::uint64_t{0});
      const std::uint32_t from = readers_[i].LeastFrequency(least - (most_ - readers_[i].most()));
      readers_[i].ReadBelow(next_, [&](std::uint32_t doc, std::uint16_t frequency) {
        Mark(doc, frequency, window);
        const std::uint32_t at = doc - window.first;
        passing[at / 64] |= std::uint64_t{frequency >= from ? 1U : 0U} << (at % 64);
      });
    }
    if (least != chosen_for_) Choose(least);
    for (std::size_t word = 0; word < window.words; ++word) {
      window.alone[word] &= ~window.of_service[word];
      for (const std::vector<std::size_t>& choice : choices_) {
        std::uint64_t all = ~std::uint64_t{0};
        for (const std::size_t i : choice) all &= passing_[i][word];
        window.offered[word] |= all;
      }
    }
  }

  // Finds the choices of lists that together can score `least`, the smallest ones; of many lists
  // every single one is let through.
  void Choose(double least) {
    chosen_for_ = least;
    choices_.clear();
    constexpr std::size_t kFew = 5;
    if (readers_.size() > kFew) {
      for (std::size_t i = 0; i < readers_.size(); ++i) choices_.push_back({i});
      return;
    }
    std::vector<std::uint32_t> chosen;  // a bit a list
    for (std::uint32_t choice = 1; choice < 1U << readers_.size(); ++choice) {
      const bool holds_another =
          std::any_of(chosen.begin(), chosen.end(),
                      [&](std::uint32_t smaller) { return (choice & smaller) == smaller; });
      double most = 0;
      std::vector<std::size_t> lists;
      for (std::size_t i = 0; i < readers_.size(); ++i) {
        if ((choice >> i & 1U) == 0) continue;
        most += readers_[i].most();
        lists.push_back(i);
      }
      if (holds_another || most < least) continue;
      chosen.push_back(choice);
      choices_.push_back(std::move(lists));
    }
  }

  // What a service's own text has, all its documents have.
  static void Mark(std::uint32_t doc, std::uint16_t frequency, DocWindow& window) {
    const std::uint32_t at = doc - window.first;
    DocWindow::Bits& bits = frequency != 0 ? window.of_service : window.alone;
    bits[at / 64] |= std::uint64_t{1} << (at % 64);
  }

  // Offers of what is marked all that can score enough.
  static void Offer(double least_bm25, DocWindow& window) {
    const auto least = static_cast<float>(least_bm25 * (1 - 1e-5));  // sums of floats
    for (std::size_t word = 0; word < window.words; ++word) {
      for (std::uint64_t left = window.of_service[word] | window.alone[word]; left != 0;
           left &= left - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(left));
        float& bound = window.bound[word * 64 + bit];
        if (bound >= least) {
          window.offered[word] |= std::uint64_t{1} << bit;
        } else {
          bound = 0;
        }
      }
    }
  }

  void MarkAll(double least_bm25, DocWindow& window) {
    window.bounded = true;
    ListReader& first = readers_.front();
    first.ReadBelow(next_, [&](std::uint32_t doc, std::uint16_t frequency) {
      Mark(doc, frequency, window);
      window.bound[doc - window.first] += first.BoundOf(frequency);
    });
    for (std::size_t i = 1; i < readers_.size(); ++i) Retain(readers_[i], window);
    Offer(least_bm25, window);
  }

  // Keeps of the marked documents those that `reader` has.
  static void Retain(ListReader& reader, DocWindow& window) {
    for (std::size_t word = 0; word < window.words; ++word) {
      for (std::uint64_t left = window.of_service[word] | window.alone[word]; left != 0;
           left &= left - 1) {
        const auto bit = static_cast<std::uint32_t>(std::countr_zero(left));
        const std::uint32_t at = static_cast<std::uint32_t>(word) * 64 + bit;
        const bool has = reader.SeekTo(window.first + at) == window.first + at;
        const std::uint16_t frequency = has ? reader.frequency() : std::uint16_t{0};
        const std::uint64_t mark = std::uint64_t{1} << bit;
        if (frequency == 0) {
          window.alone[word] |= has ? mark : 0;
          window.alone[word] &= has ? ~std::uint64_t{0} : ~mark;
          window.of_service[word] &= ~mark;
        }
        window.bound[at] = has ? window.bound[at] + reader.BoundOf(frequency) : 0;
      }
    }
  }

  Wanted wanted_;
  std::vector<DocRange> ranges_;
  std::vector<ListReader> readers_;
  double most_ = 0;  // that all lists together can score
  std::vector<DocWindow::Bits> passing_;
  std::vector<std::vector<std::size_t>> choices_;
  double chosen_for_ = -1;
  std::size_t range_ = 0;
  std::uint32_t next_ = 0;  // the first document after the last window
};

class WordProducer final : public DocProducer {
 public:
  WordProducer(const std::vector<WordList>& lists, Wanted wanted, std::vector<DocRange> ranges)
      : windows_(lists, wanted, std::move(ranges)) {}

  bool Fill(DocBlock& block) override {
    while (!block.full()) {
      if (word_ == window_.words && !NextWindow()) break;
      Emit(block);
    }
    block.bounded = true;
    return block.count > 0;
  }

 private:
  bool NextWindow() {
    word_ = 0;
    if (windows_.Next({}, window_)) return true;
    window_.words = 0;
    return false;
  }

  void Emit(DocBlock& block) {
    for (; word_ < window_.words; ++word_) {
      std::uint64_t& left = window_.offered[word_];
      for (; left != 0; left &= left - 1) {
        if (block.full()) return;
        const auto at = static_cast<std::uint32_t>(word_ * 64) +
                        static_cast<std::uint32_t>(std::countr_zero(left));
        block.bound[block.count] = window_.bound[at];
        window_.bound[at] = 0;
        block.Add(DocId(window_.first + at));
      }
    }
  }

  WordWindows windows_;
  DocWindow window_;
  std::size_t word_ = 0;  // of the window, being handed on
};

}  // namespace

std::unique_ptr<WindowProducer> WindowsOfWords(const std::vector<WordList>& lists, Wanted wanted,
                                               std::vector<DocRange> ranges) {
  return std::make_unique<WordWindows>(lists, wanted, std::move(ranges));
}

std::unique_ptr<DocProducer> ProduceWords(const std::vector<WordList>& lists, Wanted wanted,
                                          std::vector<DocRange> ranges) {
  return std::make_unique<WordProducer>(lists, wanted, std::move(ranges));
}

}  // namespace waypost::query
