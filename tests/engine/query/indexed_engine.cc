#include "tests/engine/query/indexed_engine.h"

#include "engine/hours/clock_text.h"
#include "engine/hours/next_session.h"
#include "engine/query/plan.h"
#include "engine/query/scoring/relevance.h"
#include "engine/query/search.h"
#include "tests/oracle/asked_words.h"
#include "tests/support/memory_index.h"

namespace waypost::oracle {
namespace {

// As the oracle writes it (tests/oracle/next_session.h).
std::string NextSessionText(const Index& index, DocId doc, const LocalMinute& now) {
  const auto next = NextSession(index.documents().HoursOf(doc), index.calendar(), now);
  if (!next) return "";
  std::string text = FormatIsoDate(DateOfDayNumber(next->day));
  if (next->start != kNoTimes) {
    text += " " + ClockText(MinuteOfDay(next->start)) + "+" + std::to_string(next->length);
  }
  return text + (next->bank_holiday ? ", bank holiday" : "");
}

Hit HitOf(const Index& index, const query::ResolvedQuery& resolved, const query::Hit& hit) {
  const DocumentColumns& documents = index.documents();
  Hit out{.public_id = FormatUuid(index.services().public_id[documents.service[hit.doc]]),
          .location_id = std::string(documents.location_id[hit.doc]),
          .certain = hit.certain,
          .next_session = NextSessionText(index, hit.doc, resolved.now)};
  if (hit.distance) out.distance_mm = hit.distance->value();
  if (query::EffectiveSort(resolved.query) == query::Sort::kRelevance) {
    out.score_quantised = query::QuantisedScore(hit.score);
  }
  return out;
}

FacetCounts FacetOf(const query::FacetCounts& counts) {
  FacetCounts out{.facet = counts.facet,
                  .values = {},
                  .not_stated = static_cast<std::int64_t>(counts.not_stated)};
  for (const query::FacetValue& value : counts.values) {
    out.values.emplace_back(value.id, static_cast<std::int64_t>(value.count));
  }
  return out;
}

}  // namespace

absl::Status IndexedEngine::Load(const record::Directory& directory) {
  ASSIGN_OR_RETURN(index_, IndexOfComplete(directory));
  ASSIGN_OR_RETURN(auto analyser, index_->analysers().Borrow());
  std::vector<text::SynonymRule> rules;
  for (const SynonymLine& line : SynonymLines()) {
    rules.push_back({.from = {line.from.begin(), line.from.end()},
                     .to = {line.to.begin(), line.to.end()},
                     .direction = line.both_ways ? text::SynonymDirection::kBoth
                                                 : text::SynonymDirection::kOneWay});
  }
  synonyms_ = text::Synonyms::Build(rules, *analyser);
  return absl::OkStatus();
}

absl::StatusOr<Answer> IndexedEngine::Run(const query::Query& query, query::LocalMinute now) {
  ASSIGN_OR_RETURN(const query::Result result, query::Search(*index_, query, now, &synonyms_));
  if (query::MakePlan(*index_, result.resolved).windows) ++answered_by_windows_;
  Answer answer{.total = static_cast<std::int64_t>(result.total),
                .total_certain = static_cast<std::int64_t>(result.total_certain)};
  for (const query::Hit& hit : result.hits)
    answer.hits.push_back(HitOf(*index_, result.resolved, hit));
  for (const query::FacetCounts& counts : result.facets) answer.facets.push_back(FacetOf(counts));
  return answer;
}

}  // namespace waypost::oracle
