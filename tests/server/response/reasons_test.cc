#include "server/response/reasons.h"

#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

// "Coffee and company", found by the synonyms that the words of the question are given here.
class Reasons : public ::testing::Test {
 protected:
  std::string Why(std::vector<std::vector<std::string>> alternatives) {
    query::ResolvedQuery resolved;
    query::ResolvedWord word;
    word.word.text = "Refreshments";
    for (const std::vector<std::string>& alternative : alternatives) {
      std::vector<TermId> terms;
      for (const std::string& text : alternative) {
        const std::optional<TermId> term = asking_.index().words().Find(text);
        EXPECT_TRUE(term) << text;
        terms.push_back(term.value_or(TermId(0)));
      }
      word.alternatives.push_back(std::move(terms));
    }
    resolved.words.push_back(std::move(word));
    JsonText json;
    json.StartObject();
    WriteWhy(ReasonsOf(asking_.index(), resolved, {.doc = DocId(0)}), json);
    json.EndObject();
    return std::move(json).Take();
  }

  const Asking asking_{{StatedService()}};
};

// A word that was found by a synonym only gave no reason.
TEST_F(Reasons, ASynonymCountsAsTheAskedWord) {
  EXPECT_EQ(Why({{"coffe"}}), R"({"why":[{"kind":"word","text":"Refreshments"}],"why_text":"Mentions “Refreshments”."})");
}

TEST_F(Reasons, NoSynonymNoReason) { EXPECT_EQ(Why({}), R"({"why":[]})"); }

}  // namespace
}  // namespace waypost::server
