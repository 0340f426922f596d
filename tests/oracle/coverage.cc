#include "tests/oracle/coverage.h"

#include <algorithm>
#include <cstdio>

namespace waypost::oracle {
namespace {

constexpr double kLeastFactShare = 0.05;
constexpr double kLeastPartialShare = 0.60;
constexpr double kLeastTouchedShare = 0.10;

bool CanBeNotStated(Filter filter) {
  return filter != Filter::kWords && filter != Filter::kOrganisation && filter != Filter::kSource &&
         filter != Filter::kSourceId && filter != Filter::kStatus;
}

// An id is one service's, so "yes" cannot be frequent.
bool CanBeFrequent(Filter filter) { return filter != Filter::kSourceId; }

bool HasTie(const Examination& examination) {
  const auto& results = examination.results;
  for (std::size_t i = 1; i < results.size(); ++i) {
    if (AreTied(results[i - 1].rank, results[i].rank)) return true;
  }
  return false;
}

// A service with several documents, at least one of which is a result.
bool HasSeveralVenues(const Examination& examination) {
  return std::any_of(examination.services.begin(), examination.services.end(),
                     [](const std::vector<ExaminedDocument>& documents) {
                       return documents.size() > 1 &&
                              std::any_of(documents.begin(), documents.end(),
                                          [](const auto& document) { return document.matches; });
                     });
}

bool AsksForTime(const Examination& examination) {
  const query::Query& query = examination.question->query;
  return query.HasTimeFilter() ||
         std::any_of(query.facets.begin(), query.facets.end(), [](query::Facet facet) {
           return facet == query::Facet::kDay || facet == query::Facet::kTimeOfDay;
         });
}

bool HasMidnight(const Examination& examination) {
  if (!AsksForTime(examination)) return false;
  const Date today = examination.question->today;
  return std::any_of(examination.results.begin(), examination.results.end(),
                     [&](const Result& result) {
                       return WeekOf(result.best->document, today, {}).RunsPastMidnight();
                     });
}

bool HasMissing(const Examination& examination) {
  return std::any_of(
      examination.results.begin(), examination.results.end(), [](const Result& result) {
        const auto& facts = result.best->facts;
        return std::find(facts.begin(), facts.end(), Fact::kNotStated) != facts.end();
      });
}

std::string Percent(double share) {
  std::array<char, 32> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), "%5.1f %%", share * 100);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace

double Coverage::FactCounts::Share(Fact fact) const {
  if (all() == 0) return 0;
  return static_cast<double>(of.at(static_cast<std::size_t>(fact))) / static_cast<double>(all());
}

double Coverage::Share(std::int64_t queries) const {
  return queries_ == 0 ? 0 : static_cast<double>(queries) / static_cast<double>(queries_);
}

void Coverage::AddFacts(const Examination& examination) {
  for (const auto& documents : examination.services) {
    for (const ExaminedDocument& document : documents) {
      for (std::size_t i = 0; i < document.facts.size(); ++i) {
        FactCounts& counts = facts_.at(static_cast<std::size_t>(examination.filters[i]));
        ++counts.of.at(static_cast<std::size_t>(document.facts[i]));
      }
    }
  }
}

void Coverage::Add(const Examination& examination) {
  ++queries_;
  AddFacts(examination);
  const std::size_t results = examination.results.size();
  partial_.queries += results > 0 && results < examination.services.size();
  ties_.queries += HasTie(examination);
  venues_.queries += HasSeveralVenues(examination);
  midnight_.queries += HasMidnight(examination);
  missing_.queries += HasMissing(examination);
}

std::string Coverage::Report() const {
  std::string report = std::to_string(queries_) + " queries answered\n";
  for (const Touched& touched : {partial_, ties_, venues_, midnight_, missing_}) {
    report += "  " + Percent(Share(touched.queries)) + "  " + touched.what + "\n";
  }
  report += "documents by what a filter says:   yes       no  not stated\n";
  for (std::size_t i = 0; i < kFilterCount; ++i) {
    std::string name(NameOf(static_cast<Filter>(i)));
    name.resize(32, ' ');
    report += "  " + name + Percent(facts_[i].Share(Fact::kYes)) + "  " +
              Percent(facts_[i].Share(Fact::kNo)) + "  " +
              Percent(facts_[i].Share(Fact::kNotStated)) + "\n";
  }
  return report;
}

std::vector<std::string> Coverage::Shortfalls() const {
  std::vector<std::string> shortfalls;
  const auto demand = [&](const std::string& what, double share, double least) {
    if (share < least) shortfalls.push_back(what + ": " + Percent(share));
  };
  demand(partial_.what, Share(partial_.queries), kLeastPartialShare);
  for (const Touched& touched : {ties_, venues_, midnight_, missing_}) {
    demand(touched.what, Share(touched.queries), kLeastTouchedShare);
  }
  for (std::size_t i = 0; i < kFilterCount; ++i) {
    const Filter filter = static_cast<Filter>(i);
    const std::string name(NameOf(filter));
    if (CanBeFrequent(filter)) demand(name + " yes", facts_[i].Share(Fact::kYes), kLeastFactShare);
    demand(name + " no", facts_[i].Share(Fact::kNo), kLeastFactShare);
    if (!CanBeNotStated(filter)) continue;
    demand(name + " not stated", facts_[i].Share(Fact::kNotStated), kLeastFactShare);
  }
  return shortfalls;
}

}  // namespace waypost::oracle
