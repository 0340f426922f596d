#pragma once

// Text to terms: the one place that decides which words of a service meet which words of a
// question. The builder and the server must use the same analyser; the manifest stores
// `kAnalyserVersion`, the language and `AnalyserLibraries()`.
//
//   ASSIGN_OR_RETURN(Analyser analyser, Analyser::Create({.language = "en"}));
//   analyser.Terms("Children's Café (drop-in)");   // children, cafe, drop, in
//
// One term per token; a term is the stem of the folded token, without prefixes:
//
// * Tokens are runs of letters, marks and digits of any script; everything else separates, also
//   hyphens and bytes that are no UTF-8: "12-step" is `12`, `step`. An ideograph is a token of its
//   own, for want of spaces.
// * Folding: NFKC case folding, accents off ("Café" = "cafe", "ﬁ" = "fi", "Æ" = "ae"), decimal
//   digits of any script to 0-9.
// * Apostrophes, straight or curly, inside a word: a final 's goes with its apostrophe, other
//   apostrophes go alone: "children's" = "children" (= "childrens" by its stem), "O'Neill" =
//   "oneill", "1960's" = "1960s".
// * Single letters with one full stop between are one token: "S.E.N.D." = "SEND", "e.g." = "eg".
// * Single ASCII letters or digits with a tight "&" between are one token that keeps the sign:
// "A&E" =
//   `a&e`. Any other "&" is the word "and": "Me & You" = "me and you".
// * A word longer than kMaxTermBytes after folding is cut there, at a character; text beyond 256
// bytes
//   of one token is not looked at.
// * Letters that fold to nothing stand for themselves, so that text with a letter or digit always
// has
//   a term.
// * Stop words (Snowball's English list) are terms like any other, marked by `Token::is_stop_word`;
//   `ParseWords` decides. Case makes no difference: "IT" is the stop word "it", which counts when
//   it is all that was asked, or in quotes.
//
// Terms are remembered per distinct word, which makes a token many times cheaper
// (bench/text_bench.cc, BM_AnalyseFamiliarWords against BM_AnalyseNewWords).
//
// Thread rule: an Analyser is used by one thread at a time. The builder's threads own one each; the
// server shares a HandlePool<Analyser>.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "engine/core/status.h"

namespace waypost::text {

// Raised whenever equal text may give other terms than before.
inline constexpr int kAnalyserVersion = 1;

// No term and no folded word is longer.
inline constexpr std::size_t kMaxTermBytes = 64;

// The libraries whose data the terms depend on: "icu 72.1 xapian 1.4.22".
std::string AnalyserLibraries();

struct AnalyserOptions {
  std::string language = "en";  // "en", or "none" for no stemming and no stop words
  // How many distinct words are remembered, some 250 bytes each; then all are forgotten. Changes
  // speed and memory only.
  std::size_t max_remembered_words = 65536;
};

// A token of a text. The views are valid during the callback only.
struct Token {
  std::size_t begin = 0;  // bytes [begin, end) of the text; several tokens may share them ("½")
  std::size_t end = 0;
  std::string_view word;  // folded, not stemmed: what spelling and completion show
  std::string_view term;  // folded and stemmed: what is indexed and looked up
  bool is_stop_word = false;
  // Tokens of one analyser with the same number and generation have the same word and term. Numbers
  // count from 0; when the words are forgotten, a new generation begins.
  std::uint32_t number = 0;
  std::uint32_t generation = 0;
};

class Analyser {
 public:
  // Errors: InvalidArgument for a language other than "en" and "none".
  static absl::StatusOr<Analyser> Create(const AnalyserOptions& options);

  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;
  ~Analyser();

  // Calls `callback(const Token&)` for every token of `text` in order. The callback must not use
  // this analyser. O(bytes of text).
  template <typename Callback>
  void ForEachToken(std::string_view text, Callback&& callback) {
    Run(text, &callback, [](void* context, const Token& token) {
      (*static_cast<std::remove_reference_t<Callback>*>(context))(token);
    });
  }

  // Calls `callback(std::string_view term)` for the term of every token.
  template <typename Callback>
  void ForEachTerm(std::string_view text, Callback&& callback) {
    ForEachToken(text, [&callback](const Token& token) { callback(token.term); });
  }

  // The terms of `text` in order, with repeats.
  std::vector<std::string> Terms(std::string_view text);

  const std::string& language() const;

 private:
  struct State;
  using TokenSink = void (*)(void* context, const Token& token);

  explicit Analyser(std::unique_ptr<State> state);
  void Run(std::string_view text, void* context, TokenSink sink);

  std::unique_ptr<State> state_;
};

}  // namespace waypost::text
