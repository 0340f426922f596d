#pragma once

// Words that people use for each other.
//
//   SynonymRule{.from = {"a and e"}, .to = {"a&e"}, .direction = SynonymDirection::kBoth}
//   SynonymRule{.from = {"oap"}, .to = {"older person", "pensioner"}}
//
// A rule's entries are words or phrases in plain text. Whoever asks one of `from` also finds what
// has one of `to`; with kBoth, every entry on either side stands for every other. One hop: what a
// synonym found is not looked up again, so rules never chain or loop. A phrase applies where its
// words stand next to each other in the question (stop words within it count), and is found where
// they stand so in a text.
//
// Immutable after `Build`; safe to read from any thread.

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/text/analyser.h"

namespace waypost::text {

enum class SynonymDirection : std::uint8_t { kOneWay, kBoth };

struct SynonymRule {
  std::vector<std::string> from;
  std::vector<std::string> to;
  SynonymDirection direction = SynonymDirection::kOneWay;
  std::string language = "en";  // a rule of another language than the analyser's is left out
};

class Synonyms {
 public:
  using Terms = std::vector<std::string>;
  // No phrase that people use for another is longer.
  static constexpr std::size_t kMaxPhrase = 16;

  Synonyms() = default;
  // Entries without a letter or digit, and those of more than kMaxPhrase words, are left out. The
  // result does not depend on the order of rules.
  static Synonyms Build(std::span<const SynonymRule> rules, Analyser& analyser);

  bool empty() const { return alternatives_.empty(); }
  // The longest phrase of any rule, in terms; 0 when there is none.
  std::size_t longest() const { return longest_; }
  // What `terms`, a whole word or phrase, may be replaced by: ascending, without itself.
  std::span<const Terms> AlternativesOf(const Terms& terms) const;

 private:
  void Add(const Terms& from, const Terms& to);

  std::map<Terms, std::vector<Terms>> alternatives_;
  std::size_t longest_ = 0;
};

}  // namespace waypost::text
