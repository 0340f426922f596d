#pragma once

// What a stretch of a sentence may mean: a candidate among which ChooseReadings picks.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ask/sentence.h"

namespace waypost::ask {

// In the order of the parameters that they become; kFiller becomes none.
enum class Kind : std::uint8_t {
  kNear,
  kAuthority,
  kWithin,
  kNeed,
  kCircumstance,
  kDay,
  kOn,
  kFrom,
  kTo,
  kOpenAt,
  kNextDays,
  kAge,
  kFree,
  kAccess,
  kReach,
  kLanguage,
  kAccessibility,
  kWords,
  kNot,
  kFiller,
};

// "near", "open_at"; words are "q". "" for what no parameter can ask.
std::string_view ParameterOf(Kind kind);

struct Meaning {
  Kind kind = Kind::kFiller;
  std::string value;
  std::string label;        // for people, where the value is a code
  std::string ask_as = {};  // what a search is given instead; "" for the value
  // False for what is understood and yet no question: a place that the index does not know.
  bool can_be_asked = true;
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

// Words [first, last) of the sentence.
struct Reading {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<Meaning> meanings;
  // Greater wins. A word that says something counts kWordWeight; readers add what speaks for or
  // against.
  int weight = 0;
  bool is_weak = false;        // a need that is read only where no other is said: "landlord"
  bool can_be_denied = false;  // "not online" is no wish for it
};

inline constexpr int kWordWeight = 10;

// The weight of a stretch read by rule: its words, and `more`.
inline int WeightOf(std::size_t first, std::size_t last, int more) {
  return static_cast<int>(last - first) * kWordWeight + more;
}

}  // namespace waypost::ask
