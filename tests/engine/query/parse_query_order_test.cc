// The order of parameters never changes what is asked: neither the question nor the refusal.
//
// WAYPOST_SEED repeats a run.

#include <gtest/gtest.h>

#include "engine/query/parse_query.h"
#include "tests/engine/query/parsing.h"
#include "tests/support/random_seed.h"

namespace waypost::query {
namespace {

using testing::RandomWithin;

// Any of these can stand together.
constexpr std::string_view kSound[] = {"q=coffee morning",
                                       "match=any",
                                       "within=3mi",
                                       "area=ignore",
                                       "bbox=-3,51,-2,52",
                                       "authority=West",
                                       "authority=East",
                                       "reach=remote,place",
                                       "reach=visits",
                                       "service_type=111",
                                       "service_type=2",
                                       "service_type=11",
                                       "taxonomy_term=b",
                                       "taxonomy_term=a",
                                       "need=61",
                                       "need=5",
                                       "circumstance=b",
                                       "circumstance=a",
                                       "exclude_taxonomy_term=2",
                                       "exclude_taxonomy_term=1",
                                       "age=34",
                                       "age=9-12",
                                       "age=18m",
                                       "day=TU,MO",
                                       "day=SU",
                                       "from=22:00",
                                       "to=02:00",
                                       "time_match=covers",
                                       "free=yes",
                                       "access=referral",
                                       "access=drop-in,membership",
                                       "language=pl,cy",
                                       "language=bn",
                                       "accessibility=ramp",
                                       "accessibility=elevator,cd",
                                       "organization=b",
                                       "organization=a",
                                       "source=beta",
                                       "source=alpha",
                                       "source_id=7",
                                       "assured_within=3m",
                                       "modified_after=2026-01-01",
                                       "status=inactive",
                                       "status=active,defunct",
                                       "unknown=drop",
                                       "sort=name",
                                       "page=2",
                                       "per_page=20",
                                       "facets=need,cost",
                                       "facets=access",
                                       "facets=cost,day",
                                       "facet_limit=5",
                                       "explain=true",
                                       "highlight=true",
                                       "persona=b",
                                       "persona=a",
                                       "min_quality=40",
                                       "inferred=drop",
                                       "mode=all",
                                       "syntax=plain",
                                       "on=2026-11-24",
                                       "open_at=now",
                                       "next_days=7",
                                       "at=2026-11-21T14:05"};
constexpr std::string_view kSlips[] = {
    "near=",     "near=BS1 4T",    "near=BS2",        "day=XX",    "day=YY",
    "age=old",   "age=young",      "page=0",          "page=900",  "witihn=1",
    "wihtin=1",  "free=no",        "to=22:00",        "q=again",   "facets=hue",
    "language=", "mode=shortlist", "syntax=advanced", "source_id="};

// Fisher and Yates; std::shuffle differs from library to library.
void Shuffle(std::vector<Parameter>& pairs, std::mt19937_64& random) {
  for (std::size_t i = pairs.size(); i > 1; --i) {
    const auto j =
        static_cast<std::size_t>(RandomWithin(random, 0, static_cast<std::int64_t>(i) - 1));
    std::swap(pairs[i - 1], pairs[j]);
  }
}

std::vector<Parameter> Draw(std::span<const std::string_view> pool, int percent,
                            std::mt19937_64& random) {
  std::vector<Parameter> drawn;
  for (std::string_view pair : pool) {
    if (RandomWithin(random, 0, 99) < percent) drawn.push_back(Pairs(pair)[0]);
  }
  return drawn;
}

std::string TextOf(const std::vector<Parameter>& pairs) {
  std::string text;
  for (const Parameter& pair : pairs) text += pair.name + "=" + pair.value + "&";
  return text;
}

TEST(ParseQueryOrder, NeverChangesTheQuestion) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int round = 0; round < 2000; ++round) {
    std::vector<Parameter> pairs = Draw(kSound, 50, random);
    pairs.push_back({"near", "BS1 4TR"});
    const auto question = ParseQuery(pairs);
    ASSERT_TRUE(question.ok()) << TextOf(pairs) << question.status();
    const std::string as_drawn = TextOf(pairs);
    Shuffle(pairs, random);
    const auto shuffled = ParseQuery(pairs);
    ASSERT_TRUE(shuffled.ok()) << TextOf(pairs) << shuffled.status();
    ASSERT_TRUE(*question == *shuffled) << as_drawn << "\n" << TextOf(pairs);
  }
}

TEST(ParseQueryOrder, NeverChangesTheRefusal) {
  std::mt19937_64 random = testing::MakeRandom();
  int refused = 0;
  for (int round = 0; round < 2000; ++round) {
    std::vector<Parameter> pairs = Draw(kSound, 20, random);
    const std::vector<Parameter> slips = Draw(kSlips, 15, random);
    pairs.insert(pairs.end(), slips.begin(), slips.end());
    const absl::Status status = ParseQuery(pairs).status();
    refused += status.ok() ? 0 : 1;
    const std::string as_drawn = TextOf(pairs);
    Shuffle(pairs, random);
    ASSERT_EQ(status, ParseQuery(pairs).status()) << as_drawn << "\n" << TextOf(pairs);
  }
  EXPECT_GT(refused, 1000) << "the slips are not slips";
}

}  // namespace
}  // namespace waypost::query
