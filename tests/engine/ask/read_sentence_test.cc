#include "engine/ask/read_sentence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/query/request_error.h"
#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

TEST(ReadSentence, ReadsAWholeSentence) {
  EXPECT_EQ(ReadAs("choir for a widow within 2 miles of WE1 1AA on Thursday evenings, free, with a "
                   "nice garden"),
            "q=choir circumstance=bereft within=2mi near=WE1 1AA day=TH from=18:00 free=yes"
            " | left: with a nice garden");
}

TEST(ReadSentence, WhatCannotBeAskedIsUnderstood) {
  EXPECT_EQ(ReadAs("within 2 miles"), "within=2mi*") << "of nowhere";
  EXPECT_EQ(ReadAs("purple"), "circumstance=unserved*") << "no service type serves it";
  EXPECT_EQ(ReadAs("a widow who owes money"), "circumstance=bereft* need=debt");
}

TEST(ReadSentence, WhatIsRefusedIsNoNeed) {
  EXPECT_EQ(ReadAs("she has no memory"), "need=memory");
  EXPECT_EQ(ReadAs("not a memory"), " | left: not a memory");
}

TEST(ReadSentence, OfTwoAgesEitherOfWhichDoesOneIsAsked) {
  EXPECT_EQ(ReadAs("for a 4 and 6 year old"), "age=4 age=6");
  EXPECT_EQ(ReadAs("for a 4 or 6 year old"), "age=4 age=6*");
}

TEST(ReadSentence, GivenParametersWin) {
  const auto book = PhraseBook::Build(*SmallIndex());
  ASSERT_TRUE(book.ok());
  const std::vector<query::Parameter> given = {{"near", "EA1 1AA"}};
  const auto reading = ReadSentence(*SmallIndex(), *book, "arrears within 2 miles of WE1 1AA",
                                    {.today = kToday, .given = given});
  ASSERT_TRUE(reading.ok());
  const std::vector<query::Parameter> parameters = reading->Parameters();
  ASSERT_EQ(parameters.size(), 2U);
  EXPECT_EQ(parameters[0].name, "need");
  EXPECT_EQ(parameters[1].name, "within");
}

std::string Refused(const std::string& text) {
  const auto book = PhraseBook::Build(*SmallIndex());
  const auto reading = ReadSentence(*SmallIndex(), *book, text, {.today = kToday});
  const auto parts = query::RequestErrorOf(reading.status());
  return parts ? parts->code : "accepted";
}

TEST(ReadSentence, HasBounds) {
  std::string words;
  for (std::size_t i = 0; i < kMostWords; ++i) words += "a ";
  EXPECT_EQ(Refused(words), "accepted");
  EXPECT_EQ(Refused(words + "b"), "too_many_words");
  EXPECT_EQ(Refused(std::string(kMostCharacters, 'x')), "accepted");
  EXPECT_EQ(Refused(std::string(kMostCharacters + 1, 'x')), "text_too_long");
  EXPECT_EQ(Refused(" \n"), "bad_value");
}

TEST(ReadSentence, AnyBytesAreRead) {
  EXPECT_EQ(ReadAs("\xff\xfe arrears \xc3"), "need=debt");
  EXPECT_EQ(ReadAs("..."), "");
}

}  // namespace
}  // namespace waypost::ask
