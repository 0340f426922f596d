#pragma once

// What a list of findings holds, as words to compare.

#include <map>
#include <string>

#include "index_builder/validate/finding_list.h"

namespace waypost::validate {

// Codes with their counts: {"bad-url": 2}.
inline std::map<std::string, std::uint64_t> CodesOf(const FindingList& findings) {
  std::map<std::string, std::uint64_t> codes;
  for (const FindingRule& rule : AllFindingRules()) {
    const std::uint64_t count = findings.group(rule.kind).count;
    if (count > 0) codes[std::string(rule.code)] = count;
  }
  return codes;
}

}  // namespace waypost::validate
