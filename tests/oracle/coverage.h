#pragma once

// How much of what can go wrong a run of random queries touches.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/oracle/filters.h"
#include "tests/oracle/question_kinds.h"
#include "tests/oracle/scan.h"
#include "tests/oracle/world.h"

namespace waypost::oracle {

class Coverage {
 public:
  // Counts a query that was answered.
  void Add(const Examination& examination);

  // The figures, for people.
  std::string Report() const;
  // One line for each demand that is not met; empty when all are.
  std::vector<std::string> Shortfalls() const;

 private:
  struct FactCounts {
    std::array<std::int64_t, 3> of = {};  // by Fact
    std::int64_t all() const { return of[0] + of[1] + of[2]; }
    double Share(Fact fact) const;
  };

  double Share(std::int64_t queries) const;
  void AddFacts(const Examination& examination);

  std::array<FactCounts, kFilterCount> facts_;
  std::int64_t queries_ = 0;
  std::vector<QuestionKind> kinds_ = QuestionKinds();
  std::vector<std::int64_t> of_kind_ = std::vector<std::int64_t>(kinds_.size());  // queries
};

}  // namespace waypost::oracle
