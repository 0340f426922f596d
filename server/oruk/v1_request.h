#pragma once

// The question that /oruk/v1/services asks.

#include <set>
#include <string>

#include "server/oruk/dialect_question.h"

namespace waypost::oruk {

struct V1ServicesRequest {
  DialectQuestion question;
  std::set<std::string, std::less<>> include;  // nested members that rows have too
};

absl::StatusOr<V1ServicesRequest> ReadV1Services(const Index& index, const Catalogue& catalogue,
                                                 const Asked& asked);

}  // namespace waypost::oruk
