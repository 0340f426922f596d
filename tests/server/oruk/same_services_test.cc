// A thousand random questions, over random small directories and the sample, find the same services
// through /api/search and both dialects.

#include <gtest/gtest.h>

#include <set>

#include "index_builder/main/build_command.h"
#include "tests/oracle/world.h"
#include "tests/server/asking.h"
#include "tests/server/oruk/drawn_question.h"
#include "tests/support/memory_index.h"
#include "tests/support/random_seed.h"
#include "tests/support/scratch_folder.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using Ids = std::set<std::string>;

constexpr int kWorlds = 15;
constexpr int kQuestionsOfWorld = 60;
constexpr int kQuestionsOfSample = 100;
static_assert(kWorlds * kQuestionsOfWorld + kQuestionsOfSample >= 1'000);

// All pages of a list.
Ids Through(const Asking& asking, const std::string& list, const char* rows, const char* id,
            int per_page) {
  Ids ids;
  for (int page = 1;; ++page) {
    const Document answer = asking.Json(list + "&per_page=" + std::to_string(per_page) +
                                        "&page=" + std::to_string(page));
    const auto found = answer[rows].GetArray();
    for (const Value& row : found) ids.insert(row[id].GetString());
    if (found.Size() < static_cast<rapidjson::SizeType>(per_page)) return ids;
  }
}

Ids ThroughApi(const Asking& asking, const std::string& question) {
  return Through(asking, "/api/search?inferred=drop" + question, "items", "id", 100);
}

Ids ThroughV3(const Asking& asking, const std::string& list, const std::string& question,
              const char* id) {
  return Through(
      asking, "/oruk/v3/" + list + "?minimal=" + (list == "services" ? "true" : "false") + question,
      "contents", id, 1'000);
}

Ids Expected(const Asking& asking, const DrawnQuestion& asked) {
  Ids ids = ThroughApi(asking, asked.api);
  if (!asked.api_visits.empty()) ids.merge(ThroughApi(asking, asked.api_visits));
  return ids;
}

// What /api/search refuses, a need that no service type meets or a place that cannot be found, is
// refused by the dialects too, or finds nothing there.
bool IsRefused(const Asking& asking, const DrawnQuestion& asked) {
  if (asking.Get("/api/search?inferred=drop" + asked.api).status != 400) return false;
  for (const auto& [list, question] :
       {std::pair("/oruk/v1/services?", asked.v1), std::pair("/oruk/v3/services?", asked.v3)}) {
    if (!question) continue;
    const HttpResponse answer = asking.Get(list + *question);
    const bool is_empty = answer.status == 200 && JsonOf(answer)["empty"].GetBool();
    EXPECT_TRUE(answer.status == 400 || is_empty) << list << *question;
  }
  return true;
}

struct Tally {
  int asked = 0;
  int found = 0;
};

// A list of services at locations has those of the services that are somewhere.
void ComparePlaces(const Asking& asking, const Ids& somewhere, const Ids& services,
                   const std::string& question) {
  Ids expected;
  for (const std::string& id : services) {
    if (somewhere.contains(id)) expected.insert(id);
  }
  EXPECT_EQ(ThroughV3(asking, "service_at_locations", question, "service_id"), expected)
      << question;
}

void Compare(const Asking& asking, std::mt19937_64& random, int questions, Tally& tally) {
  QuestionDraw draw(asking.index(), random);
  const Ids somewhere =
      ThroughV3(asking, "service_at_locations",
                "&status=active,inactive,defunct,temporarily+closed", "service_id");
  for (int i = 0; i < questions; ++i) {
    const DrawnQuestion asked = draw.Question();
    ++tally.asked;
    if (IsRefused(asking, asked)) continue;
    const Ids expected = Expected(asking, asked);
    if (asked.v1) {
      const std::string list = "/oruk/v1/services?include=" + *asked.v1;
      EXPECT_EQ(Through(asking, list, "content", "id", 1'000), expected) << *asked.v1;
    }
    if (asked.v3) {
      EXPECT_EQ(ThroughV3(asking, "services", *asked.v3, "id"), expected) << *asked.v3;
      if (!asked.has_place) ComparePlaces(asking, somewhere, expected, *asked.v3);
    }
    tally.found += expected.empty() ? 0 : 1;
    // One is enough to look into.
    if (::testing::Test::HasFailure()) return;
  }
}

// Questions that find nothing prove little.
void ExpectAnswers(const Tally& tally) { EXPECT_GT(tally.found, tally.asked / 3); }

TEST(SameServicesTest, AreFoundInRandomDirectories) {
  const std::uint64_t seed = testing::SeedOfThisRun();
  std::mt19937_64 random(seed);
  Tally tally;
  for (int number = 0; number < kWorlds; ++number) {
    SCOPED_TRACE("world " + std::to_string(number));
    const oracle::World world = oracle::MakeWorld(seed, static_cast<std::uint64_t>(number));
    auto index = IndexOfComplete(world.directory);
    ASSERT_TRUE(index.ok()) << index.status();
    Compare(Asking(*std::move(index)), random, kQuestionsOfWorld, tally);
  }
  ExpectAnswers(tally);
}

TEST(SameServicesTest, AreFoundInTheSample) {
  const testing::ScratchFolder scratch;
  const std::string out = scratch.Path("sample.waypost");
  const absl::Status built =
      builder::Build({.config = WAYPOST_SOURCE_DIR "/data/sample/sample.toml",
                      .out = out,
                      .as_of = "2026-11-21",
                      .data = WAYPOST_SOURCE_DIR "/data"});
  ASSERT_TRUE(built.ok()) << built;
  auto index = Index::Open(out);
  ASSERT_TRUE(index.ok()) << index.status();
  std::mt19937_64 random = testing::MakeRandom();
  Tally tally;
  Compare(Asking(*std::move(index)), random, kQuestionsOfSample, tally);
  ExpectAnswers(tally);
}

}  // namespace
}  // namespace waypost::server
