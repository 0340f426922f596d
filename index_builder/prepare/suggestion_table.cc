#include "index_builder/prepare/suggestion_table.h"

#include <algorithm>
#include <utility>

namespace waypost::prepare {

void SuggestionTable::Add(SuggestionKind kind, std::uint32_t subject, std::string_view name) {
  Entry entry{kind, subject, {}};
  analyser_.ForEachToken(
      name, [&](const text::Token& token) { entry.words.push_back(numbers_.Number(token.word)); });
  if (!entry.words.empty()) entries_.push_back(std::move(entry));
}

// Services with the same words are one suggestion.
void SuggestionTable::JoinServices() {
  const auto first = std::stable_partition(
      entries_.begin(), entries_.end(),
      [](const Entry& entry) { return entry.kind != SuggestionKind::kService; });
  std::stable_sort(first, entries_.end(), [](const Entry& a, const Entry& b) {
    if (a.words.size() != b.words.size()) return a.words.size() < b.words.size();
    return a.words < b.words;
  });
  auto kept = first;
  for (auto entry = first; entry != entries_.end(); ++entry) {
    if (kept != first && std::prev(kept)->words == entry->words) {
      std::prev(kept)->kind = SuggestionKind::kServiceName;
    } else {
      if (kept != entry) *kept = std::move(*entry);
      ++kept;
    }
  }
  entries_.erase(kept, entries_.end());
}

// Gives the rank of each number among the words.
std::vector<std::uint32_t> SuggestionTable::WriteWords(SuggestionRows& rows) const {
  std::vector<std::uint32_t> rank(numbers_.size());
  for (std::uint32_t next = 0; const WordNumber word : numbers_.InOrder()) {
    rank[word] = next++;
    rows.words.AddRow(numbers_.text(word));
  }
  return rank;
}

SuggestionRows SuggestionTable::Finish() && {
  JoinServices();
  std::ranges::stable_sort(entries_, {}, [](const Entry& entry) {
    return std::min(entry.kind, SuggestionKind::kService);
  });
  struct WordPosting {
    std::uint32_t word;
    SuggestionPosting posting;
  };
  SuggestionRows rows;
  const std::vector<std::uint32_t> rank = WriteWords(rows);
  std::vector<WordPosting> occurrences;
  for (const Entry& entry : entries_) {
    const SuggestionId id(static_cast<std::uint32_t>(rows.kinds.size()));
    rows.kinds.push_back(entry.kind);
    rows.subjects.push_back(entry.subject);
    for (std::size_t i = 0; i < entry.words.size(); ++i) {
      occurrences.push_back({rank[entry.words[i]], SuggestionPosting::Of(id, i == 0)});
    }
  }
  // A word that a name has first and again is first.
  std::ranges::sort(occurrences, [](const WordPosting& a, const WordPosting& b) {
    if (a.word != b.word) return a.word < b.word;
    if (a.posting.id() != b.posting.id()) return a.posting.id() < b.posting.id();
    return a.posting.is_first() && !b.posting.is_first();
  });
  auto next = occurrences.begin();
  for (std::uint32_t word = 0; word < rank.size(); ++word) {
    SuggestionId last = SuggestionId::None();
    for (; next != occurrences.end() && next->word == word; ++next) {
      if (next->posting.id() == last) continue;
      last = next->posting.id();
      rows.postings.Add(next->posting);
    }
    rows.postings.EndRow();
  }
  return rows;
}

}  // namespace waypost::prepare
