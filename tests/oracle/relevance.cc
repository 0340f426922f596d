#include "tests/oracle/relevance.h"

#include <cmath>

#include "tests/oracle/filters.h"
#include "tests/oracle/place_facts.h"
#include "tests/oracle/richness.h"
#include "tests/oracle/service_facts.h"

namespace waypost::oracle {
namespace {

double TextPart(const Question& question, const Document& document) {
  if (!question.corpus) return 0;
  std::vector<AskedWord> words = question.words.words;
  words.insert(words.end(), question.names_of_needs.begin(), question.names_of_needs.end());
  const double bm25 = question.corpus->Bm25(document, words);
  return 1.0 * bm25 / (bm25 + 3.0);
}

double TermFitPart(const Question& question, const Document& document) {
  const query::Query& query = question.query;
  double sum = 0;
  double asked = 0;
  const auto add = [&](bool is_asked, Filter filter, double fit) {
    if (!is_asked) return;
    asked += 1;
    if (FactOf(question, document, filter) == Fact::kYes) sum += fit;
    if (IsInferred(question, document, filter)) sum += fit * 0.5;
  };
  add(!query.service_types.empty(), Filter::kServiceType, 1.0);
  add(!query.taxonomy_terms.empty(), Filter::kTaxonomyTerm, 1.0);
  add(!query.needs.empty(), Filter::kNeed, 0.8);
  add(!query.circumstances.empty(), Filter::kCircumstance, 0.8);
  add(!query.personas.empty(), Filter::kPersona, 0.8);
  return asked == 0 ? 0 : 0.3 * (sum / asked);
}

double DistancePart(const Question& question, const Document& document) {
  if (!question.spot) return 0;
  const EnumSet<Reach> reach = ReachOf(document);
  if (reach.Has(Reach::kPlace)) {
    const double metres = static_cast<double>(DistanceOf(question, document)->value()) / 1000.0;
    return 0.4 * 2000.0 / (2000.0 + metres);
  }
  if (reach.Has(Reach::kVisits) && StatedAreasContainSpot(question, document) == Fact::kYes) {
    return 0.4 * 0.5;
  }
  return reach.Has(Reach::kRemote) ? 0.4 * 0.25 : 0;
}

double FreshnessPart(const Question& question, const Document& document) {
  const std::optional<Date> assured = AssuredOn(question, *document.service);
  if (!assured) return 0;
  const double days_since = static_cast<double>((question.today - *assured).count());
  return 0.1 * 365.0 / (365.0 + days_since);
}

double RichnessPart(const Document& document) {
  return 0.1 * RichnessOf(*document.service) / 100.0;
}

}  // namespace

std::int64_t RelevanceOf(const Question& question, const Document& document) {
  const double score = TextPart(question, document) + TermFitPart(question, document) +
                       DistancePart(question, document) + FreshnessPart(question, document) +
                       RichnessPart(document);
  return std::llround(score * 1e6);
}

}  // namespace waypost::oracle
