#pragma once

// What the language itself says about how, where and at what price, whatever the vocabularies:
// closed lists of everyday phrases.

#include <span>
#include <string_view>

#include "engine/ask/reading.h"

namespace waypost::ask {

struct CuePhrases {
  Kind kind;
  std::string_view value;    // "" of kWords: the phrase itself
  std::string_view phrases;  // with "|" between; "=" before one that is read letter by letter
  int more_weight = 5;       // than a phrase of a vocabulary with as many words has
};

std::span<const CuePhrases> AllCuePhrases();

}  // namespace waypost::ask
