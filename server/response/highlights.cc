#include "server/response/highlights.h"

#include <algorithm>
#include <utility>

#include "engine/text/highlight.h"
#include "server/response/card_fields.h"

namespace waypost::server {
namespace {

// The asked words, and those that count as them.
std::vector<std::string> TermsOf(const query::ResolvedQuery& resolved) {
  std::vector<std::string> terms;
  for (const query::ResolvedWord& word : resolved.words) {
    terms.push_back(word.word.term);
    for (const std::vector<std::string>& alternative : word.word.alternatives) {
      terms.insert(terms.end(), alternative.begin(), alternative.end());
    }
  }
  std::ranges::sort(terms);
  terms.erase(std::ranges::unique(terms).begin(), terms.end());
  return terms;
}

void WritePiece(std::string_view text, bool matches, JsonText& json) {
  if (text.empty()) return;
  json.StartObject().Text("text", text).Bool("match", matches).EndObject();
}

}  // namespace

Highlighter::Highlighter(const Index& index, Loan analyser, std::vector<std::string> terms)
    : index_(&index), analyser_(std::move(analyser)), terms_(std::move(terms)) {}

absl::StatusOr<std::optional<Highlighter>> Highlighter::Of(const Index& index,
                                                           const query::ResolvedQuery& resolved) {
  if (!resolved.query.highlight || resolved.words.empty()) return std::nullopt;
  ASSIGN_OR_RETURN(Loan analyser, index.analysers().Borrow());
  return Highlighter(index, std::move(analyser), TermsOf(resolved));
}

void Highlighter::Write(DocId doc, JsonText& json) {
  const CardFields card = ReadCard(*index_, doc);
  json.StartObject("highlights");
  WriteText("name", card.name, json);
  WriteText("organization", card.organisation, json);
  WriteText("summary", card.summary, json);
  json.EndObject();
}

void Highlighter::WriteText(std::string_view key, const std::string& text, JsonText& json) {
  const auto ranges = text::MatchingRanges(text, terms_, *analyser_);
  if (ranges.empty()) return;
  const std::string_view whole = text;
  json.StartArray(key);
  std::size_t at = 0;
  for (const text::ByteRange& range : ranges) {
    WritePiece(whole.substr(at, range.begin - at), false, json);
    WritePiece(whole.substr(range.begin, range.end - range.begin), true, json);
    at = range.end;
  }
  WritePiece(whole.substr(at), false, json);
  json.EndArray();
}

}  // namespace waypost::server
