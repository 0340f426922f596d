#pragma once

// Sentences and readings in one line each, for tests of the steps of reading.
//
//   EXPECT_EQ(TextOf(ReadDays(WordsOf("on a Thursday"), 2, kToday)), "day=TH");

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/ask/read_sentence.h"
#include "engine/ask/reading.h"
#include "engine/ask/sentence.h"
#include "engine/index/index.h"

namespace waypost::ask {

// A Saturday.
extern const Date kToday;

// Read by the analyser of any index.
Sentence WordsOf(std::string_view text);

// "day=TH", "from=12:00 to=18:00"; "none".
std::string TextOf(const std::optional<Reading>& reading);

// The first reading that `read` finds at a word of the text, from its beginning.
template <typename Read>
std::string FirstOf(std::string_view text, Read read) {
  const Sentence sentence = WordsOf(text);
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (const std::optional<Reading> reading = read(sentence, at)) return TextOf(reading);
  }
  return "none";
}

// The small land of tests/support/small_directory.h, with the needs "debt" (phrases "snowed under
// by bills", "owes money"; synonym "arrears"), "memory" ("dementia", "keeps forgetting") and
// "housing" (synonym "landlord"); sayings of debt have bailiffs, of memory "muddled", and the
// circumstances "widowed" ("widow") and "not-mapped"
// ("purple").
std::shared_ptr<const Index> SmallIndex();

// "need=debt near=WE1 1AA | left: with a garden"; parts that are not asked end with "*".
std::string ReadAs(std::string_view text);

}  // namespace waypost::ask
