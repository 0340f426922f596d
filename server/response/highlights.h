#pragma once

// Where the texts of a result say what was asked (`highlight=true`).
//
//   "highlights": {"name": [{"text": "Debt", "match": true}, {"text": " advice", "match": false}]}
//
// Pieces, joined, are the text; whoever shows them needs no markup and no positions. The name, the
// organisation and the summary of the card are looked at; a text without a match is left out.
// O(bytes of the texts).

#include <optional>
#include <string>
#include <vector>

#include "engine/query/resolved_query.h"
#include "server/response/json_text.h"

namespace waypost::server {

// Borrows an analyser while it lives: one at a time for a thread, and not beside a search.
class Highlighter {
 public:
  // None when the question did not ask for highlights. Errors: those of the pool of analysers.
  static absl::StatusOr<std::optional<Highlighter>> Of(const Index& index,
                                                       const query::ResolvedQuery& resolved);

  // The member "highlights".
  void Write(DocId doc, JsonText& json);

 private:
  using Loan = text::HandlePool<text::Analyser>::Loan;

  Highlighter(const Index& index, Loan analyser, std::vector<std::string> terms);
  void WriteText(std::string_view key, const std::string& text, JsonText& json);

  const Index* index_;
  Loan analyser_;
  std::vector<std::string> terms_;  // ascending
};

}  // namespace waypost::server
