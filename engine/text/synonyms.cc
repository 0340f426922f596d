#include "engine/text/synonyms.h"

#include <algorithm>

#include "engine/text/words_query.h"

namespace waypost::text {
namespace {

// A word or phrase of a rule, both as it is recognised in a question and as it is looked up.
struct Entry {
  Synonyms::Terms asked;      // every term in order
  Synonyms::Terms looked_up;  // by the stop-word rule, distinct
};

std::vector<Entry> Analyse(std::span<const std::string> phrases, Analyser& analyser) {
  std::vector<Entry> entries;
  for (const std::string& phrase : phrases) {
    Entry entry{analyser.Terms(phrase), {}};
    if (entry.asked.empty()) continue;
    for (Word& word : ParseWords(phrase, analyser).words) {
      entry.looked_up.push_back(std::move(word.term));
    }
    entries.push_back(std::move(entry));
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
    std::vector<Entry> from = Analyse(rule.from, analyser);
    std::vector<Entry> to = Analyse(rule.to, analyser);
    if (rule.direction == SynonymDirection::kBoth) {
      from.insert(from.end(), to.begin(), to.end());
      to = from;
    }
    for (const Entry& asked : from) {
      for (const Entry& found : to) {
        if (asked.asked != found.asked) synonyms.Add(asked.asked, found.looked_up);
      }
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
