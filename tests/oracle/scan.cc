#include "tests/oracle/scan.h"

#include <algorithm>

#include "tests/oracle/facets.h"
#include "tests/oracle/next_session.h"
#include "tests/oracle/place_facts.h"

namespace waypost::oracle {
namespace {

std::vector<Fact> FactsOf(const Question& question, const std::vector<Filter>& filters,
                          const Document& document) {
  std::vector<Fact> facts;
  for (Filter filter : filters) facts.push_back(FactOf(question, document, filter));
  return facts;
}

// The mistake of asking each condition of the service instead of one document.
void ShareFacts(std::vector<ExaminedDocument>& documents) {
  std::vector<Fact> best = documents.front().facts;
  for (const ExaminedDocument& document : documents) {
    for (std::size_t i = 0; i < best.size(); ++i) best[i] = Or(best[i], document.facts[i]);
  }
  for (ExaminedDocument& document : documents) document.facts = best;
}

void Judge(const Examination& examination, ExaminedDocument& examined) {
  const Question& question = *examination.question;
  examined.matches = true;
  examined.certain = true;
  for (std::size_t i = 0; i < examined.facts.size(); ++i) {
    const Fact fact = examined.facts[i];
    if (Refuses(question, examined.document, examination.filters[i], fact))
      examined.matches = false;
    if (fact != Fact::kYes && !question.faults.Has(ScanFault::kNotStatedIsCertain)) {
      examined.certain = false;
    }
  }
  examined.certain = examined.certain && examined.matches;
}

std::vector<ExaminedDocument> ExamineService(const Examination& examination,
                                             const record::Service& service) {
  const Question& question = *examination.question;
  std::vector<ExaminedDocument> documents;
  for (const Document& document : DocumentsOf(service)) {
    documents.push_back({document, FactsOf(question, examination.filters, document)});
  }
  if (question.faults.Has(ScanFault::kConditionsAtAnyVenue)) ShareFacts(documents);
  for (ExaminedDocument& document : documents) Judge(examination, document);
  return documents;
}

std::optional<Result> BestOf(const Question& question,
                             const std::vector<ExaminedDocument>& documents) {
  std::optional<Result> best;
  for (const ExaminedDocument& examined : documents) {
    if (!examined.matches) continue;
    Rank rank = RankOf(question, examined.document, examined.certain);
    if (!best || ComesBefore(rank, best->rank, question.faults)) {
      best = Result{&examined, std::move(rank)};
    }
  }
  return best;
}

std::int64_t CountMatches(const std::vector<ExaminedDocument>& documents) {
  return std::count_if(documents.begin(), documents.end(),
                       [](const ExaminedDocument& document) { return document.matches; });
}

std::int64_t TotalOf(const Examination& examination) {
  if (!examination.question->faults.Has(ScanFault::kServiceCountedTwice)) {
    return static_cast<std::int64_t>(examination.results.size());
  }
  std::int64_t total = 0;
  for (const auto& documents : examination.services) total += CountMatches(documents);
  return total;
}

Hit HitOf(const Question& question, const Result& result) {
  const Document& document = result.best->document;
  Hit hit{.public_id = document.service->public_id,
          .location_id = document.location_id(),
          .certain = result.rank.certain};
  std::optional<Millimetres> distance = result.rank.distance;
  if (question.faults.Has(ScanFault::kDistanceOfFirstVenue)) {
    distance = DistanceOf(question, DocumentsOf(*document.service).front());
  }
  if (distance) hit.distance_mm = distance->value();
  if (question.SortInForce() == query::Sort::kRelevance) hit.score_quantised = -result.rank.number;
  hit.next_session = Describe(NextSessionOf(question, document));
  return hit;
}

std::vector<Hit> PageOf(const Examination& examination) {
  const Question& question = *examination.question;
  const std::int64_t per_page = question.query.per_page;
  std::int64_t first = (question.query.page - 1) * per_page;
  if (question.faults.Has(ScanFault::kPagingRepeats) && first > 0) --first;
  std::vector<Hit> hits;
  const auto total = static_cast<std::int64_t>(examination.results.size());
  for (std::int64_t i = first; i < std::min(first + per_page, total); ++i) {
    hits.push_back(HitOf(question, examination.results[static_cast<std::size_t>(i)]));
  }
  return hits;
}

}  // namespace

absl::StatusOr<Examination> Examine(const record::Directory& directory, const query::Query& query,
                                    query::LocalMinute now, ScanFaults faults) {
  Examination examination;
  ASSIGN_OR_RETURN(examination.question, Understand(directory, query, now, faults));
  examination.filters = AskedFilters(*examination.question);
  for (const record::Service& service : directory.services) {
    examination.services.push_back(ExamineService(examination, service));
  }
  for (const auto& documents : examination.services) {
    std::optional<Result> best = BestOf(*examination.question, documents);
    if (best) examination.results.push_back(*std::move(best));
  }
  std::sort(examination.results.begin(), examination.results.end(),
            [&](const Result& a, const Result& b) { return ComesBefore(a.rank, b.rank, faults); });
  return examination;
}

absl::StatusOr<Answer> ScanWithFaults(const record::Directory& directory, const query::Query& query,
                                      query::LocalMinute now, ScanFaults faults) {
  ASSIGN_OR_RETURN(const Examination examination, Examine(directory, query, now, faults));
  Answer answer;
  answer.total = TotalOf(examination);
  for (const Result& result : examination.results) answer.total_certain += result.rank.certain;
  answer.hits = PageOf(examination);
  for (query::Facet facet : query.facets) answer.facets.push_back(CountFacet(examination, facet));
  return answer;
}

absl::StatusOr<Answer> Scan(const record::Directory& directory, const query::Query& query,
                            query::LocalMinute now) {
  return ScanWithFaults(directory, query, now, {});
}

}  // namespace waypost::oracle
