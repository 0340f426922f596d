// What an answer offers besides results, against the linear scan over random worlds: every
// loosening finds what it says, the condition that a service fails is the first in the fixed order,
// and a query written out as parameters is the same query.

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

#include "engine/query/filters/doc_filter.h"
#include "engine/query/format_query.h"
#include "engine/query/loosen.h"
#include "engine/query/search.h"
#include "engine/query/why_not.h"
#include "tests/engine/query/indexed_engine.h"
#include "tests/oracle/query_generator.h"
#include "tests/oracle/query_text.h"
#include "tests/oracle/scan.h"
#include "tests/support/random_seed.h"

namespace waypost::query {
namespace {

constexpr int kWorlds = 24;
constexpr int kQueriesOfAWorld = 25;

// Calls visit(world, index, query) for random queries that the engine answers.
template <typename Visit>
void ForEachQuestion(Visit visit) {
  const std::uint64_t seed = testing::SeedOfThisRun();
  for (std::uint64_t number = 0; number < kWorlds; ++number) {
    const oracle::World world = oracle::MakeWorld(seed, number);
    oracle::IndexedEngine engine;
    ASSERT_TRUE(engine.Load(world.directory).ok());
    oracle::Random random(seed, number * 2 + 1);
    oracle::QueryGenerator generator(world, random);
    for (int i = 0; i < kQueriesOfAWorld; ++i) {
      Query query = generator.Next();
      query.page = 1;
      if (Resolve(engine.index(), query, world.now).ok()) visit(world, engine, query);
      if (::testing::Test::HasFailure()) return;
    }
  }
}

TEST(Loosen, EveryTotalIsThatOfTheScan) {
  int offered = 0;
  std::map<std::string, int> changes;
  ForEachQuestion(
      [&](const oracle::World& world, const oracle::IndexedEngine& engine, const Query& query) {
        const Index& index = engine.index();
        const auto total = Search(index, query, world.now, &engine.synonyms())->total;
        const auto loosenings = Loosen(index, query, world.now, &engine.synonyms(), total);
        EXPECT_LE(loosenings.size(), kMaxLoosenings);
        if (total >= kEnoughResults) {
          EXPECT_TRUE(loosenings.empty());
        }
        for (const Loosening& loosening : loosenings) {
          ++offered;
          ++changes[loosening.change];
          Query changed = loosening.query;
          changed.facets.clear();
          const auto scanned = oracle::Scan(world.directory, changed, world.now);
          ASSERT_TRUE(scanned.ok()) << scanned.status() << oracle::QueryText(changed);
          EXPECT_EQ(loosening.total, static_cast<std::uint64_t>(scanned->total))
              << oracle::QueryText(query) << " loosened to " << oracle::QueryText(changed);
          EXPECT_GT(loosening.total, total);
        }
        for (std::size_t i = 1; i < loosenings.size(); ++i) {
          const bool any_word_moved_up = loosenings[i].change == "match";
          EXPECT_TRUE(any_word_moved_up || loosenings[i - 1].total >= loosenings[i].total);
        }
      });
  for (const auto& [change, count] : changes) std::cout << count << " " << change << "\n";
  EXPECT_GE(offered, 200);
  EXPECT_GE(changes.size(), 15U);
}

// Whoever finds fewer than three services is told what any of the words would find.
TEST(Loosen, AnyWordIsOfferedWithFewResults) {
  int asked = 0;
  ForEachQuestion(
      [&](const oracle::World& world, const oracle::IndexedEngine& engine, const Query& query) {
        const Index& index = engine.index();
        if (query.words.empty() || query.match == MatchMode::kAny) return;
        if (query.syntax == Syntax::kAdvanced) return;
        const auto total = Search(index, query, world.now, &engine.synonyms())->total;
        if (total >= kFewResults) return;
        Query any = query;
        any.match = MatchMode::kAny;
        const auto any_total = Search(index, any, world.now, &engine.synonyms())->total;
        if (any_total <= total) return;
        ++asked;
        const auto loosenings = Loosen(index, query, world.now, &engine.synonyms(), total);
        const auto found = std::ranges::find(loosenings, "match", &Loosening::change);
        ASSERT_NE(found, loosenings.end()) << oracle::QueryText(query);
        EXPECT_EQ(found->total, any_total);
      });
  EXPECT_GE(asked, 5);
}

// The filter of the oracle that is the same condition.
oracle::Filter OracleFilterOf(FilterKind kind) {
  using F = oracle::Filter;
  switch (kind) {
    case FilterKind::kStatus:
      return F::kStatus;
    case FilterKind::kSource:
      return F::kSource;
    case FilterKind::kSourceId:
      return F::kSourceId;
    case FilterKind::kOrganization:
      return F::kOrganisation;
    case FilterKind::kWords:
      return F::kWords;
    case FilterKind::kServiceType:
      return F::kServiceType;
    case FilterKind::kTaxonomyTerm:
      return F::kTaxonomyTerm;
    case FilterKind::kNeed:
      return F::kNeed;
    case FilterKind::kCircumstance:
      return F::kCircumstance;
    case FilterKind::kPersona:
      return F::kPersona;
    case FilterKind::kExcludeTaxonomyTerm:
      return F::kExcludeTerm;
    case FilterKind::kPlace:
      return F::kPlace;
    case FilterKind::kArea:
      return F::kArea;
    case FilterKind::kBoundingBox:
      return F::kBox;
    case FilterKind::kAuthority:
      return F::kAuthority;
    case FilterKind::kReach:
      return F::kReach;
    case FilterKind::kAge:
      return F::kAge;
    case FilterKind::kTime:
      return F::kTime;
    case FilterKind::kOn:
      return F::kOn;
    case FilterKind::kOpenAt:
      return F::kOpenAt;
    case FilterKind::kNextDays:
      return F::kNextDays;
    case FilterKind::kFree:
      return F::kFree;
    case FilterKind::kAccess:
      return F::kAccess;
    case FilterKind::kLanguage:
      return F::kLanguage;
    case FilterKind::kAccessibility:
      return F::kAccessibility;
    case FilterKind::kMinQuality:
      return F::kQuality;
    case FilterKind::kAssuredWithin:
      return F::kAssured;
    case FilterKind::kModifiedAfter:
      return F::kModified;
  }
  return F::kStatus;
}

// The first condition that leaves no document of the service, by the scan's facts.
std::optional<FilterKind> FirstFailed(const oracle::Examination& examination,
                                      std::vector<oracle::ExaminedDocument> documents) {
  for (int i = 0; i <= static_cast<int>(FilterKind::kModifiedAfter); ++i) {
    const auto kind = static_cast<FilterKind>(i);
    const oracle::Filter filter = OracleFilterOf(kind);
    const auto asked = std::ranges::find(examination.filters, filter);
    if (asked == examination.filters.end()) continue;
    const auto at = static_cast<std::size_t>(asked - examination.filters.begin());
    std::erase_if(documents, [&](const oracle::ExaminedDocument& document) {
      return oracle::Refuses(*examination.question, document.document, filter, document.facts[at]);
    });
    if (documents.empty()) return kind;
  }
  return std::nullopt;
}

TEST(WhyNot, NamesTheFirstConditionThatFails) {
  std::map<std::string_view, int> failed;
  int matched = 0;
  ForEachQuestion([&](const oracle::World& world, const oracle::IndexedEngine& engine,
                      const Query& query) {
    const Index& index = engine.index();
    const auto examination = oracle::Examine(world.directory, query, world.now);
    ASSERT_TRUE(examination.ok());
    for (std::size_t i = 0; i < world.directory.services.size(); i += 3) {
      const auto id = ParseUuid(world.directory.services[i].public_id);
      const auto why =
          FindWhyNot(index, query, *index.FindService(*id), world.now, &engine.synonyms());
      ASSERT_TRUE(why.ok()) << why.status();
      const auto expected = FirstFailed(*examination, examination->services[i]);
      ASSERT_EQ(why->failed, expected)
          << oracle::QueryText(query) << ": " << (why->failed ? NameOf(*why->failed) : "matches")
          << " and not " << (expected ? NameOf(*expected) : "matches");
      if (expected) {
        ++failed[NameOf(*expected)];
      } else {
        ++matched;
      }
    }
  });
  EXPECT_GE(matched, 500);
  EXPECT_GE(failed.size(), 15U);
}

// What is asked, without the order of repeats.
std::vector<std::string> PartsOf(const Query& query) {
  std::istringstream text(oracle::QueryText(query));
  std::vector<std::string> parts(std::istream_iterator<std::string>(text), {});
  std::ranges::sort(parts);
  return parts;
}

TEST(FormatQuery, ReadsBackAsTheSameQuery) {
  int read = 0;
  ForEachQuestion([&](const oracle::World&, const oracle::IndexedEngine&, Query query) {
    // Points are made without the text that asks for them.
    if (query.near && query.near->point) {
      query.near = *ParseNear(std::to_string(query.near->point->lat_degrees()) + "," +
                              std::to_string(query.near->point->lon_degrees()));
    }
    const std::vector<Parameter> parameters = FormatQuery(query);
    const auto again = ParseQuery(parameters);
    ASSERT_TRUE(again.ok()) << again.status() << oracle::QueryText(query);
    ASSERT_EQ(PartsOf(*again), PartsOf(query)) << oracle::QueryText(query);
    ASSERT_EQ(*ParseQuery(FormatQuery(*again)), *again);
    ++read;
  });
  EXPECT_GE(read, 150);
}

}  // namespace
}  // namespace waypost::query
