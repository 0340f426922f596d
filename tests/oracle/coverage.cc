#include "tests/oracle/coverage.h"

#include <algorithm>
#include <cstdio>

namespace waypost::oracle {
namespace {

constexpr double kLeastFactShare = 0.05;

bool CanBeNotStated(Filter filter) {
  return filter != Filter::kWords && filter != Filter::kOrganisation && filter != Filter::kSource &&
         filter != Filter::kSourceId && filter != Filter::kQuality && filter != Filter::kStatus;
}

// How often at least a filter has to say yes. An id is one service's, and few are open at any one
// minute.
double LeastYesShare(Filter filter) {
  switch (filter) {
    case Filter::kSourceId:
      return 0;
    case Filter::kOpenAt:
      return 0.01;
    case Filter::kOn:
      return 0.03;
    default:
      return kLeastFactShare;
  }
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
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    of_kind_[i] += kinds_[i].is_of_it(examination) ? 1 : 0;
  }
}

std::string Coverage::Report() const {
  std::string report = std::to_string(queries_) + " queries answered\n";
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    report += "  " + Percent(Share(of_kind_[i])) + "  " + std::string(kinds_[i].what) + "\n";
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
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    demand(std::string(kinds_[i].what), Share(of_kind_[i]), kinds_[i].least_share);
  }
  for (std::size_t i = 0; i < kFilterCount; ++i) {
    const Filter filter = static_cast<Filter>(i);
    const std::string name(NameOf(filter));
    demand(name + " yes", facts_[i].Share(Fact::kYes), LeastYesShare(filter));
    demand(name + " no", facts_[i].Share(Fact::kNo), kLeastFactShare);
    if (!CanBeNotStated(filter)) continue;
    demand(name + " not stated", facts_[i].Share(Fact::kNotStated), kLeastFactShare);
  }
  return shortfalls;
}

}  // namespace waypost::oracle
