#include "tests/oracle/query_words.h"

#include "tests/oracle/asked_words.h"
#include "tests/oracle/stems.h"
#include "tests/oracle/terms.h"

namespace waypost::oracle {
namespace {

// A listed term of the vocabulary, an ancestor of the witness's often among them.
std::string RandomTermId(Draft& draft, std::string_view vocabulary) {
  std::vector<Term> terms;
  for (const record::VocabularyTerm& term : draft.world.directory.taxonomy.terms) {
    if (term.vocabulary == vocabulary) terms.push_back({term.vocabulary, term.code});
  }
  return CanonicalId(draft.random.Pick(terms));
}

std::string TermIdOfWitness(Draft& draft, std::string_view vocabulary) {
  std::vector<Term> terms;
  for (const record::TermRef& ref : draft.service().terms) {
    if (vocabulary.empty() || ref.vocabulary == vocabulary) {
      terms.push_back({ref.vocabulary, ref.code});
    }
  }
  if (terms.empty()) {
    return RandomTermId(draft, vocabulary.empty() ? "localActivity" : vocabulary);
  }
  Term term = draft.random.Pick(terms);
  // Half the time a wider one.
  for (int i = draft.random.Within(0, 2); i > 0; --i) {
    for (const record::VocabularyTerm& listed : draft.world.directory.taxonomy.terms) {
      if (listed.vocabulary == term.vocabulary && listed.code == term.code &&
          !listed.parent.empty()) {
        term.code = listed.parent;
        break;
      }
    }
  }
  return CanonicalId(term);
}

}  // namespace

void AddWords(Draft& draft) {
  const std::vector<std::string> own =
      StemsOf(draft.service().name + " " + draft.service().description);
  std::string& words = draft.query.words;
  for (int i = static_cast<int>(draft.random.Weighted({50, 35, 15})); i >= 0; --i) {
    if (!words.empty()) words += ' ';
    words += draft.FromWitness() && !own.empty() ? std::string(draft.random.Pick(own))
                                                 : std::string(draft.random.Pick(TextWords()));
  }
  if (draft.random.Chance(15)) words += " " + std::string(draft.random.Pick(StopWords()));
  if (draft.random.Chance(3)) words = draft.random.Pick(StopWords());
  if (draft.random.Chance(10)) words += draft.random.Chance(50) ? " Road" : " Caerwen";
  // Two words that stand side by side in the witness, or do not.
  if (draft.random.Chance(15) && own.size() > 1) {
    const auto at =
        static_cast<std::size_t>(draft.random.Within(0, static_cast<int>(own.size()) - 2));
    const std::size_t other = draft.random.Chance(70) ? at + 1 : 0;
    words += " \"" + own[at] + " " + own[other] + "\"";
  }
  if (draft.random.Chance(15)) {
    const SynonymLine line = draft.random.Pick(SynonymLines());
    words += " " + std::string(line.from.front());
    if (draft.random.Chance(50)) words = std::string(line.to.front());
  }
  if (draft.random.Chance(10)) {
    words += " \"" + std::string(draft.random.Pick(StopWords())) + " " +
             std::string(draft.random.Pick(TextWords())) + "\"";
  }
  if (draft.random.Chance(30)) draft.query.match = query::MatchMode::kAny;
}

// "music -(debt OR \"young group\") choir", some of it out of the witness.
void AddExpression(Draft& draft) {
  const std::vector<std::string> own =
      StemsOf(draft.service().name + " " + draft.service().description);
  const auto word = [&] {
    if (draft.FromWitness() && !own.empty()) return std::string(draft.random.Pick(own));
    return std::string(draft.random.Chance(85) ? draft.random.Pick(TextWords())
                                               : draft.random.Pick(StopWords()));
  };
  draft.query.syntax = query::Syntax::kAdvanced;
  std::string& q = draft.query.words;
  int open = 0;
  for (int i = draft.random.Within(1, 5); i > 0; --i) {
    if (!q.empty()) q += draft.random.Chance(40) ? " OR " : draft.random.Chance(30) ? " AND " : " ";
    if (draft.random.Chance(20)) q += draft.random.Chance(50) ? "-" : "NOT ";
    if (draft.random.Chance(20)) {
      q += '(';
      ++open;
    }
    q += draft.random.Chance(20) ? '"' + word() + ' ' + word() + '"' : word();
    if (open > 0 && draft.random.Chance(40)) {
      q += ')';
      --open;
    }
  }
  q.append(static_cast<std::size_t>(open), ')');
  // Sometimes it cannot be read.
  if (draft.random.Chance(2)) q += draft.random.Chance(50) ? " OR" : ")";
}

void AddTermIds(Draft& draft, std::vector<std::string>& ids, std::string_view vocabulary) {
  for (int i = draft.random.Chance(25) ? 2 : 1; i > 0; --i) {
    ids.push_back(draft.random.Chance(60)
                      ? TermIdOfWitness(draft, vocabulary)
                      : RandomTermId(draft, vocabulary.empty() ? kServiceTypes : vocabulary));
  }
}

void AddMappedIds(Draft& draft, std::vector<std::string>& ids, std::string_view vocabulary) {
  for (int i = draft.random.Chance(30) ? 2 : 1; i > 0; --i) {
    std::string id = RandomTermId(draft, draft.random.Chance(80) ? vocabulary
                                         : vocabulary == kNeeds  ? kOwnNeeds
                                                                 : kOwnCircumstances);
    const bool unmapped = id == "esdNeed:40" || id == "esdNeed:41";
    if (unmapped && !draft.random.Chance(5)) id = "esdNeed:10";
    ids.push_back(std::move(id));
  }
}

void AddPersonas(Draft& draft) {
  for (const char* code : {"both", "wide"}) {
    if (draft.random.Chance(60))
      draft.query.personas.push_back(std::string(kPersonas) + ":" + code);
  }
  if (draft.random.Chance(3)) draft.query.personas.push_back("waypostPersonas:unserved");
  if (draft.query.personas.empty()) draft.query.personas.push_back("wide");
}

void AddExcludedTerms(Draft& draft) {
  std::vector<std::string>& ids = draft.query.exclude_taxonomy_terms;
  for (int i = draft.random.Chance(30) ? 2 : 1; i > 0; --i) {
    ids.push_back(draft.random.Chance(20) ? RandomTermId(draft, "localActivity")
                                          : RandomTermId(draft, kServiceTypes));
  }
}

}  // namespace waypost::oracle
