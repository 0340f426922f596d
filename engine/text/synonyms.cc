#include "engine/text/synonyms.h"

#include <algorithm>

namespace waypost::text {
namespace {

// The words and phrases of a rule, every term in order.
std::vector<Synonyms::Terms> Analyse(std::span<const std::string> phrases, Analyser& analyser) {
  std::vector<Synonyms::Terms> entries;
  for (const std::string& phrase : phrases) {
    Synonyms::Terms terms = analyser.Terms(phrase);
    if (!terms.empty() && terms.size() <= Synonyms::kMaxPhrase) entries.push_back(std::move(terms));
  }
  return entries;
}

}  // namespace

void Synonyms::Add(const Terms& from, const Terms& to) {
  if (from == to) return;
  std::vector<Terms>& known = alternatives_[from];
  const auto place = std::lower_bound(known.begin(), known.end(), to);
  if (place == known.end() || *place != to) known.insert(place, to);
  longest_ = std::max(longest_, from.size());
}

Synonyms Synonyms::Build(std::span<const SynonymRule> rules, Analyser& analyser) {
  Synonyms synonyms;
  for (const SynonymRule& rule : rules) {
    if (rule.language != analyser.language()) continue;
    std::vector<Terms> from = Analyse(rule.from, analyser);
    std::vector<Terms> to = Analyse(rule.to, analyser);
    if (rule.direction == SynonymDirection::kBoth) {
      from.insert(from.end(), to.begin(), to.end());
      to = from;
    }
    for (const Terms& asked : from) {
      for (const Terms& found : to) synonyms.Add(asked, found);
    }
  }
  return synonyms;
}

std::span<const Synonyms::Terms> Synonyms::AlternativesOf(const Terms& terms) const {
  const auto found = alternatives_.find(terms);
  if (found == alternatives_.end()) return {};
  return found->second;
}

}  // namespace waypost::text
