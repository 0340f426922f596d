#pragma once

// What /api/suggest can suggest, while it is gathered.
//
//   SuggestionTable table(analyser);
//   table.Add(SuggestionKind::kNeed, 17, "Help with debt");     // best first within a kind
//   SuggestionRows rows = std::move(table).Finish();
//
// Suggestions are numbered by kind, then in the order in which they were added; services by the
// length of their name instead (people who type little mean the short ones), and those with one
// name become one. Memory: the name and 8 bytes for each of its words.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/format/jagged_rows.h"
#include "engine/index/suggestions.h"
#include "engine/text/analyser.h"
#include "index_builder/prepare/word_numbers.h"

namespace waypost::prepare {

struct SuggestionRows {
  std::vector<SuggestionKind> kinds;
  std::vector<std::uint32_t> subjects;
  TextRows words;
  JaggedRows<SuggestionPosting> postings;
};

class SuggestionTable {
 public:
  // Borrows the analyser.
  explicit SuggestionTable(text::Analyser& analyser) : analyser_(analyser) {}

  // A name without a letter or digit is left out. A subject may have several names.
  void Add(SuggestionKind kind, std::uint32_t subject, std::string_view name);

  SuggestionRows Finish() &&;

 private:
  struct Entry {
    SuggestionKind kind;
    std::uint32_t subject;
    std::vector<WordNumber> words;
  };

  void JoinServices();
  std::vector<std::uint32_t> WriteWords(SuggestionRows& rows) const;

  text::Analyser& analyser_;
  WordNumbers numbers_;
  std::vector<Entry> entries_;
};

}  // namespace waypost::prepare
