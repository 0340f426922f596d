#include "engine/query/producers/word_windows.h"

#include <algorithm>
#include <array>
#include <bit>

#include "engine/query/producers/combine_words.h"
#include "engine/query/producers/word_choices.h"

namespace waypost::query {
namespace {

using Bits = DocWindow::Bits;

// Calls use(at) for every document of a word of a window, ascending.
template <typename Use>
void ForEachBit(std::size_t word, std::uint64_t bits, const Use& use) {
  for (; bits != 0; bits &= bits - 1) {
    use(static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(std::countr_zero(bits)));
  }
}

// Every document that matches is marked by bits. Those that may be among the best are told in three
// steps, each for the fewer that the one before left: by bits, which words it has, and whether it
// is of the documents that can score enough with them or has some of them repeatedly; by its code,
// what that can score; by its columns, the score.
class WordWindows final : public WindowProducer {
 public:
  WordWindows(const std::vector<WordList>& lists, Wanted wanted, std::vector<DocRange> ranges,
              std::optional<ScoreBound> bound)
      : wanted_(lists.size() == 1 ? Wanted::kAny : wanted),
        ranges_(std::move(ranges)),
        bound_(std::move(bound)) {
    for (const WordList& list : lists) words_.emplace_back(list);
    if (wanted_ == Wanted::kAll) {
      // The shortest first: it says where anything is to be found.
      std::sort(words_.begin(), words_.end(),
                [](const Word& a, const Word& b) { return a.reader.size() < b.reader.size(); });
    }
    for (const Word& word : words_) {
      most_ += word.reader.most();
      idf_ += word.reader.idf();
    }
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
      from_ = from;
      next_ = std::min(range.last, from / 64 * 64 + DocWindow::kDocuments);
      window.Begin(from, next_);
      window.bounded = bound_.has_value();
      if (bound_ && limits.least_score > required_) Require(limits);
      if (wanted_ == Wanted::kAll) {
        MarkAll(window);
      } else {
        MarkAny(window);
      }
      if (bound_) Bound(window);
      return true;
    }
    return false;
  }

 private:
  struct Word {
    explicit Word(const WordList& list) : reader(list) {}

    ListReader reader;
    // So often it occurs in every document that may be among the best and has it: with the best of
    // all other words fewer would not do.
    std::uint32_t needed = 0;
    WordMarks marks;  // of the window
  };

  // The first document from `doc` on that may be wanted.
  std::uint32_t FirstFrom(std::uint32_t doc) {
    if (words_.empty()) return UINT32_MAX;
    if (wanted_ == Wanted::kAll) return words_.front().reader.SeekTo(doc);
    std::uint32_t first = UINT32_MAX;
    for (Word& word : words_) first = std::min(first, word.reader.SeekTo(doc));
    return first;
  }

  // From now on only so much is wanted.
  void Require(const RankingLimits& limits) {
    required_ = limits.least_score;
    bound_->Require(limits.least_score);
    const double least = limits.least_bm25 * (1 - 1e-5);  // sums of floats
    for (Word& word : words_) {
      word.needed = word.reader.LeastFrequency(least - (most_ - word.reader.most()));
    }
    if (!choices_) {
      std::vector<double> idfs;
      for (const Word& word : words_) idfs.push_back(word.reader.idf());
      choices_.emplace(idfs, wanted_ == Wanted::kAll, *bound_);
    }
    choices_->Require(static_cast<float>(limits.least_score * (1 - 1e-5)));
  }

  // From how many occurrences on a document is noted: one is assumed of all.
  std::uint32_t NotedFrom(const Word& word) const {
    return bound_ ? std::max<std::uint32_t>(2, word.needed) : ListReader::kEndless;
  }

  // Notes a document with several occurrences of a word.
  void Note(const Word& word, std::uint32_t doc, std::uint32_t frequency) {
    const std::uint32_t at = doc - from_ / 64 * 64;
    const ScoreCode code = bound_->codes()[DocId(doc)];
    extra_[at] += static_cast<float>(word.reader.idf()) *
                  (bound_->codes().Share(frequency, code) - bound_->codes().Share(1, code));
    repeated_[at / 64] |= std::uint64_t{1} << (at % 64);
    with_repeated_ |= std::uint64_t{1} << (at / 64);
  }

  void MarkWord(Word& word) {
    word.marks.Wipe();
    word.reader.Mark(from_, next_, NotedFrom(word), word.marks,
                     [&](std::uint32_t doc, std::uint32_t f) { Note(word, doc, f); });
  }

  WordsOfWindow Combined() {
    marks_.clear();
    for (const Word& word : words_) marks_.push_back(&word.marks);
    return {.marks = marks_, .repeated = &repeated_, .choices = choices_ ? &*choices_ : nullptr};
  }

  void MarkAny(DocWindow& window) {
    for (Word& word : words_) {
      MarkWord(word);
      window.occupied |= word.marks.occupied;
    }
    constexpr int kFew = 16;
    const WordsOfWindow words = Combined();
    if (std::popcount(window.occupied) > kFew) {
      CombineWords(words, window);
    } else {
      DocWindow::ForEachWord(window.occupied,
                             [&](std::size_t i) { CombineWord(words, i, window); });
    }
  }

  // What is left of the documents that have the first word, after one word after the other: those
  // that have it too, and of them those in whose service's text it is.
  struct Rest {
    Bits any;
    Bits own;
    std::uint64_t occupied = 0;

    void Keep(std::size_t i, std::uint64_t of_any, std::uint64_t of_own) {
      any[i] &= of_any;
      own[i] &= of_own;
      if (any[i] == 0) occupied &= ~(std::uint64_t{1} << i);
    }
    std::size_t size() const {
      std::size_t total = 0;
      DocWindow::ForEachWord(occupied, [&](std::size_t i) {
        total += static_cast<std::size_t>(std::popcount(any[i]));
      });
      return total;
    }
  };

  void MarkAll(DocWindow& window) {
    Rest rest;
    StartRest(rest);
    for (std::size_t w = 1; w < words_.size(); ++w) {
      if (words_[w].reader.has_bits()) KeepByBits(words_[w], rest);
    }
    for (std::size_t w = 1; w < words_.size(); ++w) {
      if (!words_[w].reader.has_bits()) KeepByList(words_[w], window, rest);
    }
    for (Word& word : words_) {
      if (word.reader.has_bits() && bound_) NoteThose(word, window, rest);
    }
    window.occupied = rest.occupied;
    const WordsOfWindow words = Combined();
    DocWindow::ForEachWord(rest.occupied, [&](std::size_t i) {
      window.Put(i, rest.own[i], rest.any[i], Promising(words, i, rest.any[i], window));
    });
  }

  void StartRest(Rest& rest) {
    Word& first = words_.front();
    if (first.reader.has_bits()) {
      first.marks.Wipe();
      first.reader.MarkByBits(from_, next_, first.marks);
    } else {
      MarkWord(first);
    }
    rest.occupied = first.marks.occupied;
    DocWindow::ForEachWord(rest.occupied, [&](std::size_t i) {
      rest.any[i] = first.marks.any(i);
      rest.own[i] = first.marks.own[i];
    });
  }

  void KeepByBits(const Word& word, Rest& rest) const {
    const std::size_t number = from_ / 64;
    DocWindow::ForEachWord(rest.occupied, [&](std::size_t i) {
      rest.Keep(i, word.reader.any(number + i), word.reader.own(number + i));
    });
  }

  // By seeking each where that is cheaper than to read so many of the list for each.
  void KeepByList(Word& word, const DocWindow& window, Rest& rest) {
    constexpr std::size_t kReadForASeek = 16;
    if (rest.size() * kReadForASeek < word.reader.CountIn(DocWindow::kDocuments)) {
      SeekThose(word, window, rest);
      return;
    }
    MarkWord(word);
    DocWindow::ForEachWord(
        rest.occupied, [&](std::size_t i) { rest.Keep(i, word.marks.any(i), word.marks.own[i]); });
  }

  void SeekThose(Word& word, const DocWindow& window, Rest& rest) {
    DocWindow::ForEachWord(rest.occupied, [&](std::size_t i) {
      std::uint64_t any = 0;
      std::uint64_t own = 0;
      ForEachBit(i, rest.any[i], [&](std::uint32_t at) {
        const std::uint32_t doc = window.first + at;
        if (word.reader.SeekTo(doc) != doc) return;
        const std::uint64_t bit = std::uint64_t{1} << (at % 64);
        const std::uint32_t frequency = word.reader.frequency();
        any |= bit;
        if (frequency != 0) own |= bit;
        if (frequency >= NotedFrom(word)) Note(word, doc, frequency);
      });
      rest.Keep(i, any, own);
    });
  }

  // Notes those that have the word more than once, as KeepByList does.
  void NoteThose(Word& word, const DocWindow& window, const Rest& rest) {
    constexpr std::size_t kReadForASeek = 64;
    const std::uint32_t least = NotedFrom(word);
    if (least >= ListReader::kEndless || rest.occupied == 0) return;
    if (rest.size() * kReadForASeek >= word.reader.CountIn(DocWindow::kDocuments)) {
      word.reader.FindRepeated(from_, next_, least, [&](std::uint32_t doc, std::uint32_t f) {
        const std::uint32_t at = doc - window.first;
        const bool is_left =
            (rest.occupied >> (at / 64) & rest.any[at / 64] >> (at % 64) & 1U) != 0;
        if (is_left) Note(word, doc, f);
      });
      return;
    }
    DocWindow::ForEachWord(rest.occupied, [&](std::size_t i) {
      ForEachBit(i, rest.any[i], [&](std::uint32_t at) {
        word.reader.SeekTo(window.first + at);
        const std::uint32_t frequency = word.reader.frequency();
        if (frequency >= least) Note(word, window.first + at, frequency);
      });
    });
  }

  // Offers of what is left those that can score enough, with what they can.
  void Bound(DocWindow& window) {
    const ScoreBound& bound = *bound_;
    // Far apart: all are sent for before the first is looked at.
    std::size_t count = 0;
    DocWindow::ForEachWord(window.with_offered, [&](std::size_t i) {
      ForEachBit(i, window.offered[i], [&](std::uint32_t at) {
        bound.codes().Prefetch(DocId(window.first + at));
        left_[count++] = static_cast<std::uint16_t>(at);
      });
      window.offered[i] = 0;
    });
    window.with_offered = 0;
    for (std::size_t k = 0; k < count; ++k) {
      const std::uint32_t at = left_[k];
      const std::uint64_t bit = std::uint64_t{1} << (at % 64);
      const ScoreCode code = bound.codes()[DocId(window.first + at)];
      float bm25 = static_cast<float>(IdfOf(at)) * bound.codes().Share(1, code);
      if ((repeated_[at / 64] & bit) != 0) bm25 += extra_[at];
      if (!bound.MayReach(bm25, code)) continue;
      window.bound[at] = bound.Of(bm25, code);
      window.offered[at / 64] |= bit;
      window.with_offered |= std::uint64_t{1} << (at / 64);
    }
    DocWindow::ForEachWord(with_repeated_, [&](std::size_t i) {
      ForEachBit(i, repeated_[i], [&](std::uint32_t at) { extra_[at] = 0; });
      repeated_[i] = 0;
    });
    with_repeated_ = 0;
  }

  // Of the words that a document has.
  double IdfOf(std::uint32_t at) const {
    if (wanted_ == Wanted::kAll || words_.size() == 1) return idf_;
    double idf = 0;
    for (const Word& word : words_) {
      if ((word.marks.any(at / 64) >> (at % 64) & 1U) != 0) idf += word.reader.idf();
    }
    return idf;
  }

  Wanted wanted_;
  std::vector<DocRange> ranges_;
  std::optional<ScoreBound> bound_;
  std::vector<Word> words_;
  double most_ = 0;  // BM25 that all words together can have
  double idf_ = 0;   // of all words
  double required_ = 0;
  std::optional<WordChoices> choices_;  // once anything is required
  // By document of the window: what more it has than one occurrence of each word; 0 but for those
  // noted.
  std::array<float, DocWindow::kDocuments> extra_{};
  Bits repeated_{};                      // noted
  std::vector<const WordMarks*> marks_;  // of words_
  std::uint64_t with_repeated_ = 0;
  std::array<std::uint16_t, DocWindow::kDocuments> left_;
  std::size_t range_ = 0;
  std::uint32_t from_ = 0;  // the first document of the window
  std::uint32_t next_ = 0;  // the first document after it
};

}  // namespace

std::unique_ptr<WindowProducer> WindowsOfWords(const std::vector<WordList>& lists, Wanted wanted,
                                               std::vector<DocRange> ranges,
                                               std::optional<ScoreBound> bound) {
  return std::make_unique<WordWindows>(lists, wanted, std::move(ranges), std::move(bound));
}

}  // namespace waypost::query
