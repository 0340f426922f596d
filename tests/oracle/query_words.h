#pragma once

// The parts of a random query that ask for words and for terms of vocabularies.

#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/query_draft.h"

namespace waypost::oracle {

void AddWords(Draft& draft);
// Words with operators.
void AddExpression(Draft& draft);

// Ids of a vocabulary, or of any when it is "": the witness's own, wider ones, others.
void AddTermIds(Draft& draft, std::vector<std::string>& ids, std::string_view vocabulary);

// Needs or circumstances that are mapped to service types; now and then one that is not.
void AddMappedIds(Draft& draft, std::vector<std::string>& ids, std::string_view vocabulary);

void AddPersonas(Draft& draft);
void AddExcludedTerms(Draft& draft);

}  // namespace waypost::oracle
