#include "engine/query/answer.h"

#include <algorithm>
#include <optional>

#include "engine/query/search.h"

namespace waypost::query {
namespace {

bool OccursNowhere(const ResolvedWord& word) { return !word.term && word.alternatives.empty(); }

// `q` with the words that occur nowhere replaced by those most likely meant; "" when none is.
absl::StatusOr<std::string> Corrected(const Index& index, const ResolvedQuery& resolved) {
  if (std::ranges::none_of(resolved.words, OccursNowhere)) return std::string();
  if (index.vocabulary() == nullptr) return std::string();
  ASSIGN_OR_RETURN(auto vocabulary, index.vocabulary()->Borrow());
  std::string corrected = resolved.query.words;
  bool is_better = false;
  for (const ResolvedWord& word : resolved.words) {
    if (!OccursNowhere(word)) continue;
    ASSIGN_OR_RETURN(const std::optional<std::string> meant, vocabulary->Suggest(word.word.word));
    const std::size_t at = corrected.find(word.word.text);
    if (!meant || at == std::string::npos) continue;
    corrected.replace(at, word.word.text.size(), *meant);
    is_better = true;
  }
  return is_better ? corrected : std::string();
}

}  // namespace

absl::StatusOr<Answer> AnswerQuery(const Index& index, const Query& query, LocalMinute now,
                                   const text::Synonyms* synonyms) {
  Answer answer;
  ASSIGN_OR_RETURN(answer.result, Search(index, query, now, synonyms));
  Query asked = query;
  ASSIGN_OR_RETURN(answer.did_you_mean, Corrected(index, answer.result.resolved));
  if (answer.result.total == 0 && !answer.did_you_mean.empty()) {
    asked.words = answer.did_you_mean;
    ASSIGN_OR_RETURN(Result corrected, Search(index, asked, now, synonyms));
    answer.is_corrected = corrected.total > 0;
    if (answer.is_corrected) answer.result = std::move(corrected);
  }
  if (!answer.is_corrected) asked = query;
  answer.loosen = Loosen(index, asked, now, synonyms, answer.result.total);
  return answer;
}

}  // namespace waypost::query
