#include "engine/query/why_not.h"

#include <algorithm>
#include <vector>

#include "engine/query/filters/make_filters.h"

namespace waypost::query {
namespace {

Fact FactOf(PlannedFilter& planned, DocId doc) {
  Fact fact = Fact::kNo;
  planned.filter->Restart();
  planned.filter->Evaluate({&doc, 1}, {&fact, 1});
  return fact;
}

bool IsRefused(const PlannedFilter& planned, Fact fact) {
  return fact == Fact::kNo || (fact == Fact::kNotStated && !planned.keeps_unknown);
}

struct Survivor {
  DocId doc;
  bool certain = true;
};

// What a condition says of the best of some documents, and of which, however silence is dealt with:
// where nothing is inferred, a filter over terms refuses silence as if it were a no.
void TellStated(const Index& index, ResolvedQuery resolved, FilterKind kind,
                const std::vector<Survivor>& documents, WhyNot& why) {
  resolved.query.unknown = UnknownMode::kKeep;
  std::vector<PlannedFilter> filters = MakeFilters(index, resolved);
  PlannedFilter& filter = *std::ranges::find(filters, kind, &PlannedFilter::kind);
  why.failed = kind;
  why.fact = Fact::kNo;
  why.doc = documents.front().doc;
  for (const Survivor& document : documents) {
    const Fact fact = FactOf(filter, document.doc);
    if (Or(why.fact, fact) == why.fact) continue;
    why.fact = fact;
    why.doc = document.doc;
  }
}

}  // namespace

absl::StatusOr<WhyNot> FindWhyNot(const Index& index, const Query& query, ServiceOrdinal service,
                                  LocalMinute now, const text::Synonyms* synonyms) {
  WhyNot why;
  ASSIGN_OR_RETURN(why.resolved, Resolve(index, query, now, synonyms));
  std::vector<PlannedFilter> filters = MakeFilters(index, why.resolved);
  std::ranges::sort(filters, {}, &PlannedFilter::kind);
  std::vector<Survivor> survivors;
  for (DocId doc : index.services().documents[service]) survivors.push_back({doc});
  for (PlannedFilter& filter : filters) {
    std::vector<Survivor> left;
    for (Survivor survivor : survivors) {
      const Fact fact = FactOf(filter, survivor.doc);
      if (IsRefused(filter, fact)) continue;
      survivor.certain = survivor.certain && fact == Fact::kYes;
      left.push_back(survivor);
    }
    if (left.empty()) {
      TellStated(index, why.resolved, filter.kind, survivors, why);
      return why;
    }
    survivors = std::move(left);
  }
  const auto certain = std::ranges::find(survivors, true, &Survivor::certain);
  why.certain = certain != survivors.end();
  why.doc = why.certain ? certain->doc : survivors.front().doc;
  return why;
}

}  // namespace waypost::query
