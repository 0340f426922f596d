// Any bytes as text: tokens lie in order inside the text, no term is empty or too long, folding is
// stable, and the words of a question are among the words of the same text.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "engine/text/analyser.h"
#include "engine/text/collation.h"
#include "engine/text/fold.h"
#include "engine/text/highlight.h"
#include "engine/text/words_query.h"

namespace {

using namespace waypost::text;

void Require(bool condition) {
  if (!condition) std::abort();
}

std::set<std::string> CheckTokens(std::string_view text, Analyser& analyser) {
  std::set<std::string> terms;
  std::size_t last = 0;
  analyser.ForEachToken(text, [&](const Token& token) {
    Require(token.begin >= last && token.begin < token.end && token.end <= text.size());
    Require(!token.word.empty() && token.word.size() <= kMaxTermBytes);
    Require(!token.term.empty() && token.term.size() <= kMaxTermBytes);
    terms.emplace(token.term);
    last = token.begin;
  });
  return terms;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Analyser analyser = Analyser::Create({}).value();
  static const Collation collation = Collation::Create().value();
  const std::string_view text(reinterpret_cast<const char*>(data), size);

  const std::set<std::string> terms = CheckTokens(text, analyser);
  const WordsQuery query = ParseWords(text, analyser);
  for (const Word& word : query.words) Require(terms.contains(word.term));
  Require(query.empty() == terms.empty());

  const std::vector<std::string> ascending(terms.begin(), terms.end());
  Require(MatchedWords(text, ascending, analyser).size() == terms.size());
  const std::string folded = FoldForLookup(text);
  Require(FoldForLookup(folded) == folded);
  Require(collation.Key(text).find('\0') == std::string::npos);
  return 0;
}
