#include "engine/ask/need_evidence.h"

#include <gtest/gtest.h>

#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

Meaning Need(std::string value) { return {.kind = Kind::kNeed, .value = std::move(value)}; }

NeedEvidence Land() {
  NeedEvidence evidence;
  for (const char* said : {"the boiler is broken", "broken window", "mend a broken gate"}) {
    evidence.Add(WordsOf(said), Need("repairs"));
  }
  for (const char* said : {"broken sleep", "cannot sleep", "lying awake"}) {
    evidence.Add(WordsOf(said), Need("sleep"));
  }
  evidence.AddBackground(WordsOf("awake"));
  evidence.Finish();
  return evidence;
}

std::string Weighed(const NeedEvidence& evidence, std::string_view text, int closed = -1) {
  const Sentence words = WordsOf(text);
  std::vector<bool> is_open(words.size(), true);
  if (closed >= 0) is_open[static_cast<std::size_t>(closed)] = false;
  std::string needs;
  for (const WeighedNeed& one : evidence.Weigh(words, is_open)) {
    needs += (needs.empty() ? "" : " ") + evidence.need(one.need).value;
  }
  return needs;
}

TEST(NeedEvidence, TheStrongestComesFirst) {
  const NeedEvidence evidence = Land();
  EXPECT_EQ(Weighed(evidence, "a broken chair"), "repairs") << "of sleep no more than by chance";
  EXPECT_EQ(Weighed(evidence, "my sleep is broken"), "sleep repairs");
  EXPECT_EQ(Weighed(evidence, "purple"), "");
}

TEST(NeedEvidence, TwoWordsTogetherSayMoreThanEach) {
  const NeedEvidence evidence = Land();
  const auto weight = [&](std::string_view text) {
    const Sentence words = WordsOf(text);
    return evidence.Weigh(words, std::vector<bool>(words.size(), true)).front().weight;
  };
  EXPECT_GT(weight("broken window"), weight("window, broken"));
}

TEST(NeedEvidence, ClosedWordsSayNothing) {
  const NeedEvidence evidence = Land();
  EXPECT_EQ(Weighed(evidence, "broken sleep", 1), "repairs");
  EXPECT_EQ(Weighed(evidence, "sleep 7", 0), "");
}

TEST(NeedEvidence, WhatIsSaidWithoutANeedWeighsLess) {
  NeedEvidence with;
  NeedEvidence without;
  for (NeedEvidence* one : {&with, &without}) {
    one->Add(WordsOf("lying awake"), Need("sleep"));
    one->Add(WordsOf("boiler roof window gate"), Need("repairs"));
  }
  with.AddBackground(WordsOf("awake"));
  with.Finish();
  without.Finish();
  const Sentence words = WordsOf("awake");
  EXPECT_LT(with.Weigh(words, {true}).front().by_word[0],
            without.Weigh(words, {true}).front().by_word[0]);
}

}  // namespace
}  // namespace waypost::ask
