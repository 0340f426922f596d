#pragma once

// The table of sentences (README.md) and how a reading is compared with a row of it.

#include <string>
#include <vector>

#include "engine/ask/read_sentence.h"
#include "engine/index/index.h"

namespace waypost::testing {

// "need=food": of one kind, any of several values; another kind may be named in one of them.
struct Alternative {
  std::string kind;
  std::string value;
};

struct ExpectedPart {
  std::vector<Alternative> alternatives;
  bool is_required = true;
};

struct SentenceRow {
  std::string id;
  std::string half;       // "tune", "held", "practice"
  bool may_fail = false;  // known not to be wholly right
  std::string sentence;
  std::vector<ExpectedPart> parts;
};

// The rows of a table with a heading: id, half, fails, sentence, parts.
std::vector<SentenceRow> ReadSentenceTable(const std::string& path);

struct SentenceScore {
  int parts = 0;  // that are required
  int right = 0;
  int wrong = 0;       // read, and neither required nor accepted
  std::string faults;  // a line for each; "" when there is none

  SentenceScore& operator+=(const SentenceScore& other);
  double Share() const { return parts + wrong == 0 ? 1 : 1.0 * right / (parts + wrong); }
};

SentenceScore ScoreSentence(const Index& index, const SentenceRow& row,
                            const ask::SentenceReading& reading);

}  // namespace waypost::testing
