#pragma once

// Facts that a service states about itself: age, cost, access, language, who offers it, how fresh
// the record is. All hold at every document of the service, except accessibility, which is the
// location's.

#include <string>

#include "engine/core/fact.h"
#include "tests/oracle/document.h"
#include "tests/oracle/question.h"

namespace waypost::oracle {

Fact AgeFact(const Question& question, const record::Service& service, const query::AgeSpan& asked);
Fact FreeFact(const Question& question, const record::Service& service);
Fact AccessFact(const record::Service& service, EnumSet<Access> asked);
Fact LanguageFact(const record::Service& service, const std::string& asked);
Fact AccessibilityFact(const Document& document, Accessibility asked);
Fact OrganisationFact(const record::Service& service, const std::string& public_id);
Fact AssuredFact(const Question& question, const record::Service& service, const query::Age& asked);
Fact ModifiedFact(const record::Service& service, Moment after);
Fact StatusFact(const record::Service& service, EnumSet<Status> asked);

// Code, or lower-case name where there is no code; "" for neither.
std::string LanguageId(const record::Language& language);

// The assured date when it counts: stated and not after today.
std::optional<Date> AssuredOn(const Question& question, const record::Service& service);

}  // namespace waypost::oracle
