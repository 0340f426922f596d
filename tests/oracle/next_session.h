#pragma once

// What a document has on now or next: the order `soonest`, and the session that a result shows.

#include <cstdint>
#include <optional>
#include <string>

#include "tests/oracle/document.h"
#include "tests/oracle/question.h"
#include "tests/oracle/rota.h"

namespace waypost::oracle {

struct NextSession {
  bool is_running = false;
  int minutes = 0;  // until it ends when it is running, else until it starts
  Start start;
  bool in_doubt = false;  // on a bank holiday
};

std::optional<NextSession> NextSessionOf(const Question& question, const Document& document);

// Smaller is sooner; the greatest number where there is none.
std::int64_t SoonestKey(const std::optional<NextSession>& next);

// "2026-11-24 10:00+120", "2026-12-25, bank holiday"; "" where there is none.
std::string Describe(const std::optional<NextSession>& next);

}  // namespace waypost::oracle
