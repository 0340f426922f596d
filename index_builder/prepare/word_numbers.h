#pragma once

// Numbers for words as they are met: 0, 1, 2, ...
//
//   WordNumbers numbers;
//   numbers.Number("lunch");    // 0, every time
//   numbers.text(0)             // "lunch"
//
// Memory: every word once, and some 60 bytes for it.

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index_builder/prepare/occurrence_rows.h"

namespace waypost::prepare {

class WordNumbers {
 public:
  WordNumber Number(std::string_view word) {
    const auto found = numbers_.find(word);
    if (found != numbers_.end()) return found->second;
    const auto number = static_cast<WordNumber>(numbers_.size());
    texts_.push_back(&numbers_.emplace(word, number).first->first);
    return number;
  }
  std::optional<WordNumber> Find(std::string_view word) const {
    const auto found = numbers_.find(word);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
  }
  std::size_t size() const { return texts_.size(); }
  const std::string& text(WordNumber word) const { return *texts_[word]; }

  // All numbers, in the order of their words by bytes.
  std::vector<WordNumber> InOrder() const {
    std::vector<WordNumber> order(size());
    for (WordNumber i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [this](WordNumber i) -> const std::string& { return text(i); });
    return order;
  }

 private:
  // Lets words be looked up without a copy of each.
  struct HashText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::unordered_map<std::string, WordNumber, HashText, std::equal_to<>> numbers_;
  std::vector<const std::string*> texts_;  // keys of a node-based map stay where they are
};

}  // namespace waypost::prepare
