#include "index_builder/prepare/taxonomy_table.h"

#include <algorithm>
#include <functional>
#include <set>

#include "engine/taxonomy/taxonomy.h"
#include "index_builder/record/term_ref.h"

namespace waypost::prepare {
namespace {

// Spellings of a term besides its canonical id: "vocabulary:code", and what the official lists use.
std::vector<std::string> SpellingsOf(const std::string& vocabulary, const std::string& code) {
  std::vector<std::string> spellings = {vocabulary + ":" + code};
  constexpr std::pair<std::string_view, std::string_view> kOfficial[] = {
      {"esdServiceTypes", "service"}, {"esdNeeds", "need"}, {"esdCircumstances", "circumstance"}};
  for (const auto& [name, path] : kOfficial) {
    if (vocabulary != name) continue;
    spellings.push_back(std::string(path) + ":" + code);
    spellings.push_back("http://id.esd.org.uk/" + std::string(path) + "/" + code);
    spellings.push_back("https://id.esd.org.uk/" + std::string(path) + "/" + code);
  }
  return spellings;
}

// One text of several, none of which has a line end in it.
std::string InLines(const std::vector<std::string>& texts) {
  std::string lines;
  for (const std::string& text : texts) {
    if (!lines.empty()) lines += '\n';
    lines += text;
  }
  return lines;
}

}  // namespace

TaxonomyTable::TaxonomyTable(const record::Taxonomy& taxonomy, const FeedTerms& feed_terms,
                             record::ProblemSink& sink) {
  Collect(taxonomy, feed_terms);
  CheckParents(sink);
  Number();
  AddWarnings(sink);
  AddMapping(taxonomy, sink);
  AddKeys();
}

void TaxonomyTable::Collect(const record::Taxonomy& taxonomy, const FeedTerms& feed_terms) {
  for (const record::VocabularyTerm& term : taxonomy.terms) {
    Entry& entry = entries_[{term.vocabulary, term.code}];
    if (entry.label.empty()) entry.label = term.label;
    if (entry.description.empty()) entry.description = term.description;
    if (entry.parent.empty()) entry.parent = term.parent;
    entry.synonyms.insert(entry.synonyms.end(), term.synonyms.begin(), term.synonyms.end());
    entry.phrases.insert(entry.phrases.end(), term.phrases.begin(), term.phrases.end());
    for (const std::string& saying : term.sayings) entry.phrases.push_back(kSayingMark + saying);
    entry.other_ids.insert(entry.other_ids.end(), term.other_ids.begin(), term.other_ids.end());
    if (!entry.sensitive.has_value()) entry.sensitive = term.sensitive;
    if (!entry.crisis.has_value()) entry.crisis = term.crisis;
  }
  for (const auto& [key, term] : feed_terms.terms()) {
    const auto [place, is_of_feeds_alone] = entries_.try_emplace(key);
    Entry& entry = place->second;
    if (entry.label.empty()) entry.label = term.label;
    // A list that is here says itself what its terms are, and what is above them.
    if (is_of_feeds_alone) {
      entry.description = term.description;
      entry.parent = feed_terms.ParentOf(key, term);
    }
    entry.other_ids.insert(entry.other_ids.end(), term.other_ids.begin(), term.other_ids.end());
  }
}

void TaxonomyTable::CheckParents(record::ProblemSink& sink) {
  // Terms whose way up is known to end at a root. Every step is taken once.
  std::set<Key> sound;
  for (auto& [key, entry] : entries_) {
    std::vector<Key> way;
    std::set<Key> passed;
    Key at = key;
    bool ends_well = false;
    while (!ends_well) {
      way.push_back(at);
      passed.insert(at);
      const std::string& parent = entries_.at(at).parent;
      const Key up(at.first, parent);
      ends_well = parent.empty() || sound.contains(up);
      if (!ends_well && (!entries_.contains(up) || passed.contains(up))) {
        MakeRoot(at, sink);
        ends_well = true;
      }
      at = up;
    }
    sound.insert(way.begin(), way.end());
  }
}

void TaxonomyTable::MakeRoot(const Key& key, record::ProblemSink& sink) {
  Entry& entry = entries_.at(key);
  sink.Report({.kind = record::ProblemKind::kMissingParent,
               .source = "taxonomy",
               .entity = "taxonomy_term",
               .id = key.first + ":" + key.second,
               .field = "parent",
               .value = entry.parent,
               .outcome = "not there, or above itself; the term became a root"});
  entry.parent.clear();
}

void TaxonomyTable::Number() {
  std::map<Key, std::vector<const std::pair<const Key, Entry>*>> children;
  for (const auto& item : entries_) {
    children[{item.first.first, item.second.parent}].push_back(&item);
  }
  // Depth first, without recursion: files may nest as deep as they like.
  struct Step {
    const std::pair<const Key, Entry>* item;
    TaxonomyTermId parent;
    bool leaving;
    TaxonomyTermId id;
  };
  std::vector<Step> stack;
  const auto push = [&](const Key& parent_key, TaxonomyTermId parent) {
    const auto found = children.find(parent_key);
    if (found == children.end()) return;
    for (auto it = found->second.rbegin(); it != found->second.rend(); ++it) {
      stack.push_back({*it, parent, false, {}});
    }
  };
  std::vector<std::string> names;
  for (const auto& [key, entry] : entries_) {
    if (names.empty() || names.back() != key.first) names.push_back(key.first);
  }
  vocabulary_of_ = names;
  for (const std::string& name : names) vocabulary_names_.AddRow(name);
  for (std::size_t v = 0; v < names.size(); ++v) {
    push({names[v], ""}, TaxonomyTermId::None());
    while (!stack.empty()) {
      const Step step = stack.back();
      stack.pop_back();
      if (step.leaving) {
        subtree_ends_[step.id.index()] =
            TaxonomyTermId(static_cast<std::uint32_t>(parents_.size()));
        continue;
      }
      const TaxonomyTermId id(static_cast<std::uint32_t>(parents_.size()));
      ids_.emplace(step.item->first, id);
      by_id_.push_back(step.item);
      parents_.push_back(step.parent);
      subtree_ends_.push_back(id);
      vocabularies_.push_back(VocabularyId(static_cast<std::uint16_t>(v)));
      stack.push_back({step.item, step.parent, true, id});
      push(step.item->first, id);
    }
  }
  for (const auto* item : by_id_) {
    const auto& [key, entry] = *item;
    label_of_.push_back(entry.label);
    labels_.AddRow(entry.label.empty() ? key.second : entry.label);
    id_texts_.AddRow(record::CanonicalTermId({key.first, key.second, ""}));
    descriptions_.AddRow(entry.description);
    synonyms_.AddRow(InLines(entry.synonyms));
    phrases_.AddRow(InLines(entry.phrases));
  }
}

void TaxonomyTable::AddWarnings(record::ProblemSink& sink) {
  std::vector<std::string_view> crisis_of;  // a parent stands before its children
  for (std::uint32_t i = 0; i < size(); ++i) {
    const auto& [key, entry] = *by_id_[i];
    const TaxonomyTermId parent = parents_[i];
    const bool below_sensitive =
        !parent.is_none() && (flags_[parent.index()] & kSensitiveTerm) != 0;
    if (below_sensitive && entry.sensitive == false) {
      sink.Report({.kind = record::ProblemKind::kOverruled,
                   .source = "taxonomy",
                   .entity = "taxonomy_term",
                   .id = record::CanonicalTermId({key.first, key.second, ""}),
                   .field = "sensitive",
                   .value = "false",
                   .outcome = "sensitive all the same: what it is below is"});
    }
    const bool sensitive = below_sensitive || entry.sensitive == true;
    flags_.push_back(sensitive ? kSensitiveTerm : std::uint8_t{0});
    std::string_view crisis;
    if (entry.crisis.has_value()) crisis = *entry.crisis;
    if (crisis.empty() && !parent.is_none()) crisis = crisis_of[parent.index()];
    crisis_of.push_back(crisis);
    crises_.AddRow(crisis);
  }
}

void TaxonomyTable::AddMapping(const record::Taxonomy& taxonomy, record::ProblemSink& sink) {
  std::vector<std::vector<TaxonomyTermId>> mapped(size());
  for (const record::TermMapping& mapping : taxonomy.mappings) {
    const auto from = ids_.find({mapping.from.vocabulary, mapping.from.code});
    const auto to = ids_.find({mapping.to.vocabulary, mapping.to.code});
    if (from == ids_.end() || to == ids_.end()) {
      sink.Report({.kind = record::ProblemKind::kUnknownTerm,
                   .source = "taxonomy",
                   .entity = "mapping",
                   .id = record::CanonicalTermId(mapping.from),
                   .field = "to",
                   .value = record::CanonicalTermId(mapping.to),
                   .outcome = "one of the two is in no vocabulary; left out"});
      continue;
    }
    mapped[from->second.index()].push_back(to->second);
  }
  for (auto& row : mapped) {
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
    mapped_.AddRow(row);
  }
}

void TaxonomyTable::AddKeys() {
  // A spelling belongs to the first term that claims it: canonical ids first, then the rules'
  // spellings, then what files add.
  std::map<std::string, TaxonomyTermId> keys;
  const auto claim = [&](std::string_view text, TaxonomyTermId id) {
    const std::string key = TermKey(text);
    if (!key.empty()) keys.try_emplace(key, id);
  };
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Key& key = by_id_[i]->first;
    claim(record::CanonicalTermId({key.first, key.second, ""}), TaxonomyTermId(i));
  }
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Key& key = by_id_[i]->first;
    for (const std::string& text : SpellingsOf(key.first, key.second)) {
      claim(text, TaxonomyTermId(i));
    }
  }
  for (std::uint32_t i = 0; i < size(); ++i) {
    for (const std::string& text : by_id_[i]->second.other_ids) claim(text, TaxonomyTermId(i));
  }
  for (const auto& [key, id] : keys) {
    keys_.AddRow(key);
    key_terms_.push_back(id);
  }
}

TaxonomyTermId TaxonomyTable::Find(const record::TermRef& term) const {
  const auto found = ids_.find({term.vocabulary, term.code});
  return found == ids_.end() ? TaxonomyTermId::None() : found->second;
}

std::string_view TaxonomyTable::vocabulary(TaxonomyTermId term) const {
  return vocabulary_of_[vocabularies_[term.index()].index()];
}

}  // namespace waypost::prepare
