#pragma once

// Which of two results comes first.

#include <cstdint>
#include <optional>
#include <string>

#include "engine/core/units.h"
#include "tests/oracle/document.h"
#include "tests/oracle/question.h"

namespace waypost::oracle {

struct Rank {
  bool certain = false;
  std::int64_t number = 0;  // the sort key as a number, smaller first ...
  std::string text;         // ... or as a text
  std::string public_id;
  std::optional<Millimetres> distance;
  std::int64_t soonest = 0;  // where the service has several documents
  std::string location_id;
};

Rank RankOf(const Question& question, const Document& document, bool certain);

bool ComesBefore(const Rank& a, const Rank& b, ScanFaults faults);

// True when only the public id or less tells the two apart.
bool AreTied(const Rank& a, const Rank& b);

}  // namespace waypost::oracle
