#include "engine/query/resolve_words.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"

namespace waypost::query {
namespace {

absl::Status TooManyWords() {
  return RequestError({.code = "too_many_words",
                       .parameter = "q",
                       .detail = "q takes at most 64 words; ask with fewer"});
}

ResolvedPhrase FindPhrase(const Index& index, const std::vector<std::string>& texts) {
  std::vector<TermId> terms;
  for (const std::string& text : texts) {
    const std::optional<TermId> term = index.words().Find(text);
    if (!term) return std::nullopt;
    terms.push_back(*term);
  }
  return terms;
}

// How many words it has, those of phrases among them.
std::size_t WordCount(const text::WordsExpression& expression) {
  std::size_t count = expression.terms.size();
  for (const text::WordsExpression& part : expression.parts) count += WordCount(part);
  return count;
}

ResolvedExpression Found(const Index& index, const text::WordsExpression& expression) {
  ResolvedExpression found{.kind = expression.kind};
  if (!expression.terms.empty()) found.phrase = FindPhrase(index, expression.terms);
  for (const text::WordsExpression& part : expression.parts) {
    found.parts.push_back(Found(index, part));
  }
  return found;
}

absl::Status ResolveExpression(const Index& index, ResolvedQuery& resolved) {
  ASSIGN_OR_RETURN(auto analyser, index.analysers().Borrow());
  absl::StatusOr<text::AdvancedWords> parsed =
      text::ParseExpression(resolved.query.words, *analyser);
  if (!parsed.ok()) {
    return RequestError(
        {.code = "bad_expression",
         .parameter = "q",
         .detail = "q cannot be read as an expression: " + std::string(parsed.status().message()) +
                   "; mend it, or leave syntax=advanced out"});
  }
  const text::WordsExpression& expression = parsed->expression;
  if (WordCount(expression) > kMaxWords) return TooManyWords();
  resolved.has_words = !expression.terms.empty() || !expression.parts.empty();
  if (resolved.has_words) resolved.expression = Found(index, expression);
  for (text::Word& word : parsed->words) {
    const std::optional<TermId> term = index.words().Find(word.term);
    resolved.words.push_back({.word = std::move(word), .term = term});
  }
  return absl::OkStatus();
}

TermNames NamesOf(const Index& index, TaxonomyTermId term, text::Analyser& analyser) {
  const Taxonomy& taxonomy = index.taxonomy();
  std::vector<std::string_view> names = taxonomy.SynonymsOf(term);
  names.push_back(taxonomy.label(term));
  TermNames found;
  for (std::string_view name : names) {
    std::vector<std::string> stems;
    for (text::Word& word : text::ParseWords(name, analyser, nullptr).words) {
      stems.push_back(std::move(word.term));
    }
    ResolvedPhrase terms = FindPhrase(index, stems);
    if (terms && !terms->empty()) found.push_back(*std::move(terms));
  }
  return found;
}

}  // namespace

absl::Status ResolveWords(const Index& index, const text::Synonyms* synonyms,
                          ResolvedQuery& resolved) {
  if (resolved.query.words.empty()) return absl::OkStatus();
  if (resolved.query.syntax == Syntax::kAdvanced) return ResolveExpression(index, resolved);
  ASSIGN_OR_RETURN(auto analyser, index.analysers().Borrow());
  text::WordsQuery parsed = text::ParseWords(resolved.query.words, *analyser, synonyms);
  // The analyser finds more words than blanks part: "debt/advice-line".
  if (parsed.words.size() > kMaxWords) return TooManyWords();
  resolved.has_words = !parsed.empty();
  for (text::Word& word : parsed.words) {
    ResolvedWord found{.word = std::move(word)};
    found.term = index.words().Find(found.word.term);
    for (const std::vector<std::string>& alternative : found.word.alternatives) {
      if (auto terms = FindPhrase(index, alternative)) {
        found.alternatives.push_back(*std::move(terms));
      }
    }
    resolved.words.push_back(std::move(found));
  }
  for (const std::vector<std::string>& phrase : parsed.phrases) {
    if (phrase.size() > PhraseFinder::kMostWords) return TooManyWords();
    resolved.phrases.push_back(FindPhrase(index, phrase));
  }
  return absl::OkStatus();
}

absl::Status ResolveNames(const Index& index, ResolvedQuery& resolved) {
  if (resolved.needs.asked.empty() && resolved.circumstances.asked.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(auto analyser, index.analysers().Borrow());
  for (const TermSet* set : {&resolved.needs, &resolved.circumstances}) {
    for (TaxonomyTermId term : set->asked) {
      resolved.names_of_needs.push_back(NamesOf(index, term, *analyser));
    }
  }
  return absl::OkStatus();
}

}  // namespace waypost::query
