#include "engine/query/answer.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "engine/query/shortlist.h"

namespace waypost::query {
namespace {

bool OccursNowhere(const ResolvedWord& word) { return !word.term && word.alternatives.empty(); }

// The words nearest to those that occur nowhere, by term.
absl::StatusOr<std::map<std::string, std::string>> Corrections(const Index& index,
                                                               const ResolvedQuery& resolved) {
  std::map<std::string, std::string> corrections;
  if (std::ranges::none_of(resolved.words, OccursNowhere)) return corrections;
  if (index.vocabulary() == nullptr) return corrections;
  ASSIGN_OR_RETURN(auto vocabulary, index.vocabulary()->Borrow());
  for (const ResolvedWord& word : resolved.words) {
    if (!OccursNowhere(word)) continue;
    ASSIGN_OR_RETURN(std::optional<std::string> meant, vocabulary->Suggest(word.word.word));
    if (meant) corrections.emplace(word.word.term, *std::move(meant));
  }
  return corrections;
}

// `q` with the words that occur nowhere replaced, wherever they stand, by those most likely meant;
// "" when none is.
absl::StatusOr<std::string> Corrected(const Index& index, const ResolvedQuery& resolved) {
  ASSIGN_OR_RETURN(const auto corrections, Corrections(index, resolved));
  if (corrections.empty()) return std::string();
  const std::string& words = resolved.query.words;
  std::string corrected;
  std::size_t copied = 0;
  ASSIGN_OR_RETURN(auto analyser, index.analysers().Borrow());
  analyser->ForEachToken(words, [&](const text::Token& token) {
    const auto meant = corrections.find(std::string(token.term));
    if (meant == corrections.end() || token.begin < copied) return;
    corrected.append(words, copied, token.begin - copied).append(meant->second);
    copied = token.end;
  });
  return corrected.append(words, copied);
}

}  // namespace

absl::StatusOr<Answer> AnswerQuery(const Index& index, const Query& query, LocalMinute now,
                                   const text::Synonyms* synonyms) {
  Answer answer;
  ASSIGN_OR_RETURN(answer.result, SearchByMode(index, query, now, synonyms));
  Query asked = query;
  ASSIGN_OR_RETURN(answer.did_you_mean, Corrected(index, answer.result.resolved));
  if (answer.result.total == 0 && !answer.did_you_mean.empty()) {
    asked.words = answer.did_you_mean;
    ASSIGN_OR_RETURN(Result corrected, SearchByMode(index, asked, now, synonyms));
    answer.is_corrected = corrected.total > 0;
    if (answer.is_corrected) answer.result = std::move(corrected);
  }
  if (!answer.is_corrected) asked = query;
  answer.loosen = Loosen(index, asked, now, synonyms, answer.result.total);
  return answer;
}

absl::StatusOr<Query> QueryAnswered(const Index& index, const Query& query, LocalMinute now,
                                    const text::Synonyms* synonyms) {
  ASSIGN_OR_RETURN(const Result asked, Search(index, ForTotal(query), now, synonyms));
  if (asked.total > 0) return query;
  Query corrected = query;
  ASSIGN_OR_RETURN(corrected.words, Corrected(index, asked.resolved));
  if (corrected.words.empty()) return query;
  ASSIGN_OR_RETURN(const Result found, Search(index, ForTotal(corrected), now, synonyms));
  return found.total > 0 ? corrected : query;
}

}  // namespace waypost::query
