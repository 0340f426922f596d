#pragma once

// What a record says of itself that a question can be made from: the five self-tests' facts.

#include <optional>
#include <string>

#include "index_builder/sources/reference/json_document.h"
#include "index_builder/validate/finding_kind.h"

namespace waypost::validate {

struct AgeRange {
  std::string minimum;  // as numbers are written; "" where there is no bound
  std::string maximum;
};

struct TermName {
  std::string id;
  std::string vocabulary;  // 1.0
};

struct OpenHours {
  std::string day;    // "MO", or a list as the record has it
  std::string opens;  // "HH:MM"
  std::string closes;
};

// Facts that are wrong in themselves (an age of -1, hours that end before they begin) are left out:
// they are findings of their own.
struct RecordFacts {
  std::string id;
  std::string name;
  std::optional<AgeRange> ages;
  std::string postcode;          // a whole one
  bool comes_to_people = false;  // online, by phone, at home: a circle does not hold it
  std::optional<TermName> term;
  std::optional<OpenHours> hours;
};

// O(size of the record).
RecordFacts FactsOf(sources::JsonElement service, Standard standard);

}  // namespace waypost::validate
