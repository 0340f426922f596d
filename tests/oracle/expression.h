#pragma once

// What `q` asks for with syntax=advanced, read in another way than the engine does: operators by
// precedence on two stacks, and values that may ask nothing.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/asked_words.h"

namespace waypost::oracle {

// `has` says whether a text has words side by side.
using HasPhrase = std::function<bool(const Phrase&)>;

struct Expression {
  // Whether a text meets it; nullopt where it asks nothing (stop words alone within others).
  std::function<std::optional<bool>(const HasPhrase&)> holds;
  std::vector<std::string> wanted;   // stems that it is scored by, with repeats
  std::vector<std::string> refused;  // stems within NOT
};

// nullopt for a `q` that cannot be read. `or_first` is a mistake to be built in: OR binds closer.
std::optional<Expression> ReadExpression(std::string_view q, bool or_first = false);

}  // namespace waypost::oracle
