#include "engine/query/producers/word_producer.h"

#include <bit>
#include <cstdint>
#include <utility>

namespace waypost::query {
namespace {

class WordProducer final : public DocProducer {
 public:
  explicit WordProducer(std::unique_ptr<WindowProducer> windows) : windows_(std::move(windows)) {}

  bool Fill(DocBlock& block) override {
    while (!block.full()) {
      if (word_ == window_.words && !NextWindow()) break;
      Emit(block);
    }
    block.bounded = window_.bounded;
    return block.count > 0;
  }

 private:
  bool NextWindow() {
    word_ = 0;
    if (windows_->Next({}, window_)) return true;
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
        block.Add(DocId(window_.first + at));
      }
    }
  }

  std::unique_ptr<WindowProducer> windows_;
  DocWindow window_;
  std::size_t word_ = 0;  // of the window, being handed on
};

}  // namespace

std::unique_ptr<DocProducer> ProduceWords(const std::vector<WordList>& lists, Wanted wanted,
                                          std::vector<DocRange> ranges,
                                          std::optional<ScoreBound> bound) {
  return std::make_unique<WordProducer>(
      WindowsOfWords(lists, wanted, std::move(ranges), std::move(bound)));
}

}  // namespace waypost::query
