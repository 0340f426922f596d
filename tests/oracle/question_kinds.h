#pragma once

// What makes a question worth asking of an engine: things that can go wrong only where they occur.

#include <string_view>
#include <vector>

#include "tests/oracle/scan.h"

namespace waypost::oracle {

struct QuestionKind {
  std::string_view what;   // "sort=soonest"
  double least_share = 0;  // of the questions of a run
  bool (*is_of_it)(const Examination& examination) = nullptr;
};

std::vector<QuestionKind> QuestionKinds();

}  // namespace waypost::oracle
