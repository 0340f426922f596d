#pragma once

// The parts of a random query that ask for facts of a service, often at their very bounds.

#include "tests/oracle/query_draft.h"

namespace waypost::oracle {

void AddAges(Draft& draft);
void AddAccess(Draft& draft);
void AddReach(Draft& draft);
void AddLanguages(Draft& draft);
void AddAccessibility(Draft& draft);
void AddOrganisations(Draft& draft);
void AddSources(Draft& draft);
void AddAssured(Draft& draft);
void AddModified(Draft& draft);
void AddStatus(Draft& draft);

}  // namespace waypost::oracle
