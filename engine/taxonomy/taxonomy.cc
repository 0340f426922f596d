#include "engine/taxonomy/taxonomy.h"

#include <algorithm>
#include <ranges>

#include "engine/core/ascii.h"
#include "engine/taxonomy/vocabularies.h"

namespace waypost {
std::string TermKey(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  std::string key = LowerCase(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
  return key;
}

std::optional<VocabularyId> Taxonomy::FindVocabulary(std::string_view name) const {
  for (std::size_t i = 0; i < columns_.vocabulary_names.size(); ++i) {
    const VocabularyId id(static_cast<std::uint16_t>(i));
    if (columns_.vocabulary_names[id] == name) return id;
  }
  return std::nullopt;
}

std::vector<std::string_view> Taxonomy::MarkedLines(TaxonomyTermId term, bool is_saying) const {
  std::vector<std::string_view> lines = LinesOf(columns_.phrases[term]);
  std::erase_if(lines,
                [&](std::string_view line) { return line.starts_with(kSayingMark) != is_saying; });
  if (is_saying) {
    for (std::string_view& line : lines) line.remove_prefix(1);
  }
  return lines;
}

std::optional<TaxonomyTermId> Taxonomy::FindKey(std::string_view key) const {
  const auto ordinals =
      std::views::iota(std::uint32_t{0}, static_cast<std::uint32_t>(columns_.keys.size()));
  const auto found = std::ranges::lower_bound(
      ordinals, key, {}, [&](std::uint32_t i) { return columns_.keys[TermKeyOrdinal(i)]; });
  if (found == ordinals.end() || columns_.keys[TermKeyOrdinal(*found)] != key) return std::nullopt;
  return columns_.key_terms[TermKeyOrdinal(*found)];
}

std::optional<TaxonomyTermId> Taxonomy::Find(std::string_view text) const {
  return FindKey(TermKey(text));
}

std::optional<TaxonomyTermId> Taxonomy::FindIn(
    std::string_view text, std::span<const std::string_view> vocabularies) const {
  const auto belongs = [&](TaxonomyTermId term) {
    return IsOf(vocabularies, vocabulary_name(vocabulary(term)));
  };
  const std::optional<TaxonomyTermId> whole = Find(text);
  if (whole && belongs(*whole)) return whole;
  for (std::string_view name : vocabularies) {
    const std::optional<TaxonomyTermId> coded = Find(std::string(name) + ":" + TermKey(text));
    if (coded && belongs(*coded)) return coded;
  }
  return std::nullopt;
}

std::vector<TaxonomyTermId> Taxonomy::TypesServing(TaxonomyTermId asked) const {
  std::vector<TaxonomyTermId> types;
  AddServing(asked, kMostMappings, types);
  std::ranges::sort(types);
  types.erase(std::ranges::unique(types).begin(), types.end());
  return types;
}

void Taxonomy::AddServing(TaxonomyTermId asked, int mappings_left,
                          std::vector<TaxonomyTermId>& types) const {
  for (TaxonomyTermId term = asked; term < columns_.subtree_end[asked]; ++term) {
    for (TaxonomyTermId target : columns_.mapped[term]) {
      if (IsOf(kServiceTypeVocabularies, vocabulary_name(vocabulary(target)))) {
        types.push_back(target);
      } else if (mappings_left > 1) {
        AddServing(target, mappings_left - 1, types);
      }
    }
  }
}

std::vector<TaxonomyTermId> Taxonomy::TermsOf(VocabularyId asked) const {
  std::vector<TaxonomyTermId> terms;
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (vocabulary(TaxonomyTermId(i)) == asked) terms.emplace_back(i);
  }
  return terms;
}

std::vector<std::string_view> Taxonomy::IdTexts(
    std::span<const std::string_view> vocabularies) const {
  std::vector<std::string_view> ids;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const TaxonomyTermId term(i);
    if (vocabularies.empty() || IsOf(vocabularies, vocabulary_name(vocabulary(term)))) {
      ids.push_back(id_text(term));
    }
  }
  return ids;
}

}  // namespace waypost
