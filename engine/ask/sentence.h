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
  char joint = ' ';         // what stands there when it is one character
  bool is_light = false;    // says nothing by itself: articles, pronouns, "please"
  bool is_capital = false;  // begins with a capital
  bool is_shouted = false;  // has no small letter
  bool is_money = false;    // a number behind a pound sign: "£1.40"
};

using Sentence = std::vector<Word>;

// The folded word at `at`; "" past the end.
std::string_view TextAt(const Sentence& sentence, std::size_t at);

// For the short closed lists that rules are made of. O(words).
bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words);

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
