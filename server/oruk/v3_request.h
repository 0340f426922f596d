#pragma once

// The questions that /oruk/v3 asks.

#include "server/oruk/dialect_question.h"

namespace waypost::oruk {

enum class RowForm : std::uint8_t { kRow, kMinimal, kFull };

// How a list is written.
struct V3Form {
  RowForm rows = RowForm::kRow;
  bool extras = false;
  bool is_ndjson = false;  // all rows, one a line, without pages
};

struct V3Request {
  DialectQuestion question;
  V3Form form;
};

absl::StatusOr<V3Form> ReadV3Form(const Asked& asked);
absl::StatusOr<V3Request> ReadV3Services(const Index& index, const Catalogue& catalogue,
                                         const Asked& asked);
absl::StatusOr<V3Request> ReadV3Places(const Index& index, const Catalogue& catalogue,
                                       const Asked& asked);

}  // namespace waypost::oruk
