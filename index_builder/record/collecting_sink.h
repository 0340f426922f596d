#pragma once

// A ProblemSink that keeps everything, for tests and for reports of small inputs.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index_builder/record/problem.h"

namespace waypost::record {

class CollectingSink : public ProblemSink {
 public:
  struct Rejected {
    Problem problem;
    std::string raw;
  };

  void Report(Problem problem) override { problems.push_back(std::move(problem)); }
  void Reject(Problem problem, std::string_view raw) override {
    rejects.push_back({std::move(problem), std::string(raw)});
  }

  std::vector<Problem> problems;
  std::vector<Rejected> rejects;
};

}  // namespace waypost::record
