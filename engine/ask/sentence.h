#pragma once

// A sentence as words with their places in the text: what every step of reading looks at.
//
//   ASSIGN_OR_RETURN(auto analyser, index.analysers().Borrow());
//   Sentence sentence = ReadWords(*analyser, "Food bank near BS5?");
//   sentence[3].text   // "bs5", bytes [15, 18), said with capitals
//
// Values; safe from any thread. O(bytes).

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/text/analyser.h"

namespace waypost::ask {

// What stands before a word.
enum class Break : unsigned char { kTight, kSpace, kComma, kStop };

struct Word {
  std::size_t begin = 0;  // bytes [begin, end) of the text
  std::size_t end = 0;
  std::string text;   // folded: "don't" is "dont", "mum's" is "mum"
  std::string sense;  // what phrases are compared by: see SenseOf
  Break before = Break::kSpace;
  char joint = ' ';           // what stands there when it is one character
  bool is_light = false;      // says nothing by itself: articles, pronouns, "please"
  bool is_capital = false;    // begins with a capital
  bool is_shouted = false;    // has no small letter
  bool is_money = false;      // a number behind a pound sign: "£1.40"
  bool is_bracketed = false;  // stands alone in brackets: "my son (4)"
};

// Rules look at the words around a word: there is an empty one at every place outside the sentence,
// so that none of them can look past its ends.
class Sentence {
 public:
  Sentence() = default;
  explicit Sentence(std::vector<Word> words) : words_(std::move(words)) {}

  const Word& operator[](std::size_t at) const {
    return at < words_.size() ? words_[at] : kOutside;
  }
  std::size_t size() const { return words_.size(); }
  std::vector<Word>::const_iterator begin() const { return words_.begin(); }
  std::vector<Word>::const_iterator end() const { return words_.end(); }

  // Reads the word at `at`, which must be in the sentence, as another: a slip of the fingers.
  void Correct(std::size_t at, std::string_view text, std::string sense);

 private:
  static const Word kOutside;

  std::vector<Word> words_;
};

// True where no word of the same clause follows: at the end, behind a comma, behind a full stop.
bool EndsClause(const Sentence& sentence, std::size_t at);

// For the short closed lists that rules are made of. O(words).
bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words);

// The first place from `at` on whose word is none of the list. O(words passed * list).
std::size_t SkipWords(const Sentence& sentence, std::size_t at,
                      std::initializer_list<std::string_view> words);

// Every word of `text`. Any bytes are accepted.
Sentence ReadWords(text::Analyser& analyser, std::string_view text);

// Words that stand for each other in everyday phrases have one sense: "mother", "nan" and "husband"
// are one ("a relative"), "can't", "never" and "without" are one ("not"). For all others it is the
// stem.
std::string SenseOf(std::string_view folded, std::string_view stem);

// The sense of all words that deny.
inline constexpr std::string_view kNotSense = "(not)";

// True for the two senses of relatives, which say nothing by themselves.
bool IsKin(std::string_view sense);

// True for words that phrases may leave out or add: "the", "to", "just".
bool IsLightWord(std::string_view folded);

}  // namespace waypost::ask
