#pragma once

// The filters `on`, `open_at` and `next_days`, answered session by session and minute by minute.

#include <vector>

#include "engine/core/fact.h"
#include "tests/oracle/document.h"
#include "tests/oracle/question.h"
#include "tests/oracle/rota.h"

namespace waypost::oracle {

// The sets of bank holidays that may be the document's own, "scotland" and so on: those of where it
// is, else of where its services go, all where that is not known.
std::vector<std::string> DivisionsOf(const Question& question, const Document& document);

// A document and its times.
class Diary {
 public:
  // Borrows both.
  Diary(const Question& question, const Document& document);

  const Rota& rota() const { return rota_; }
  // True when nobody knows whether it happens: it starts on a bank holiday, of which nothing is
  // said.
  bool IsInDoubt(const Start& start) const;

 private:
  const Question& question_;
  Rota rota_;
  std::vector<std::string> divisions_;
};

// REQUIRES: the query asks for it.
Fact OnFact(const Question& question, const Diary& diary);
Fact OpenAtFact(const Question& question, const Diary& diary);
Fact NextDaysFact(const Question& question, const Diary& diary);

}  // namespace waypost::oracle
