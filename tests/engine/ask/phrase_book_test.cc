#include "engine/ask/phrase_book.h"

#include <gtest/gtest.h>

#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

TEST(PhraseBook, FindsPhrasesByTheirSenses) {
  EXPECT_EQ(ReadAs("he owed some money"), "need=debt");
  EXPECT_EQ(ReadAs("I'm snowed under by unpaid bills"), "need=debt") << "one word between";
  EXPECT_EQ(ReadAs("forgetting the date"), " | left: forgetting the date");
}

TEST(PhraseBook, CuesAreNoOtherPhrases) {
  EXPECT_EQ(ReadAs("arrears, on the phone"), "need=debt reach=remote");
  EXPECT_EQ(ReadAs("arrears on my phone"), "need=debt | left: on my phone");
  EXPECT_EQ(ReadAs("arrears in his own home"), "need=debt reach=visits");
}

TEST(PhraseBook, ReadsOneSlipAsTheWord) {
  EXPECT_EQ(ReadAs("in arreers"), "need=debt");
  const auto book = PhraseBook::Build(*SmallIndex());
  ASSERT_TRUE(book.ok());
  EXPECT_EQ(book->NearestWord("dementai"), "dementia");
  EXPECT_EQ(book->NearestWord("bils"), "") << "too short";
}

}  // namespace
}  // namespace waypost::ask
