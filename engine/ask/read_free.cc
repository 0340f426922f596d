#include "engine/ask/read_measures.h"

namespace waypost::ask {

std::optional<Reading> ReadFree(const Sentence& sentence, std::size_t at) {
  if (sentence[at].text != "free") return std::nullopt;
  const bool is_compound = sentence[at].before == Break::kTight && at > 0;
  const std::string_view before = at > 0 ? sentence[at - 1].text : std::string_view();
  // A person who is free has time.
  if (is_compound ||
      IsOneOf(before,
              {"im",     "am",      "were",      "hes",   "shes",   "feel", "set",     "smoke",
               "drug",   "alcohol", "gluten",    "sugar", "dairy",  "step", "barrier", "break",
               "shes",   "theyre",  "usually",   "only",  "he",     "she",  "we",      "i",
               "mostly", "always",  "fragrance", "nut",   "trouble"})) {
    return std::nullopt;
  }
  if (IsOneOf(sentence[at + 1].text, {"up", "from", "time", "will", "range"})) return std::nullopt;
  return Reading{.first = at, .last = at + 1, .meanings = {{Kind::kFree, "yes"}}, .weight = 15};
}

}  // namespace waypost::ask
