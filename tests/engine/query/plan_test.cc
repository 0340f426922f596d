// Which documents a question looks at, and in which order its filters run. What is found in the end
// is the differential test's business.

#include "engine/query/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/query/parsing.h"
#include "tests/support/memory_index.h"
#include "tests/support/small_directory.h"

namespace waypost::query {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

const LocalMinute kNoon{testing::DayOf2026(11, 21), MinuteOfDay(12 * 60)};

// Enough that posting lists are worth their while.
constexpr std::size_t kServices = 1000;

class PlanTest : public ::testing::Test {
 protected:
  // A row of services going north from 51.1: every one says tea, every tenth says coffee, every
  // twentieth is of type 11, every hundredth speaks by phone only.
  static void SetUpTestSuite() {
    std::vector<record::Service> services;
    for (std::size_t i = 0; i < kServices; ++i) {
      record::Service service =
          testing::ServiceAt("s" + std::to_string(i), 51.1 + 0.0005 * static_cast<double>(i), -2.5);
      service.description = i % 10 == 0 ? "tea and coffee" : "tea";
      if (i % 20 == 0) testing::AddTerm(service, "esdServiceTypes", "11");
      if (i % 100 == 0) service.attending = {Attending::kPhone};
      services.push_back(std::move(service));
    }
    const auto index = IndexOf(testing::SmallDirectory(std::move(services)));
    ASSERT_TRUE(index.ok()) << index.status();
    index_ = *index;
  }
  static void TearDownTestSuite() { index_.reset(); }

  static ResolvedQuery Resolved(const std::string& text) {
    auto resolved = Resolve(*index_, Parsed(text), kNoon);
    EXPECT_TRUE(resolved.ok()) << text << ": " << resolved.status();
    return resolved.ok() ? *std::move(resolved) : ResolvedQuery();
  }
  static std::vector<DocId> Produced(const std::string& text) {
    const ResolvedQuery resolved = Resolved(text);
    const QueryPlan plan = MakePlan(*index_, resolved);
    std::vector<DocId> docs;
    DocBlock block;
    if (plan.windows) {
      DocWindow window;
      while (plan.windows->Next({}, window)) {
        for (const DocWindow::Bits* bits : {&window.of_service, &window.alone, &window.undecided}) {
          ForEachBlock(window, *bits, block, [&](const DocBlock& some) {
            docs.insert(docs.end(), some.view().begin(), some.view().end());
          });
        }
      }
    }
    for (block.count = 0; plan.producer->Fill(block); block.count = 0) {
      docs.insert(docs.end(), block.view().begin(), block.view().end());
    }
    std::sort(docs.begin(), docs.end());
    EXPECT_EQ(std::adjacent_find(docs.begin(), docs.end()), docs.end()) << text;
    return docs;
  }
  static std::vector<FilterKind> Kinds(const std::vector<PlannedFilter>& filters) {
    std::vector<FilterKind> kinds;
    for (const PlannedFilter& filter : filters) kinds.push_back(filter.kind);
    return kinds;
  }

  static std::shared_ptr<const Index> index_;
};

std::shared_ptr<const Index> PlanTest::index_;

TEST_F(PlanTest, WithoutAnythingAskedAllAreLookedAt) { EXPECT_EQ(Produced("").size(), kServices); }

TEST_F(PlanTest, ACircleLeavesOutWhatIsFar) {
  const std::vector<DocId> docs = Produced("near=51.1,-2.5&within=100m");
  EXPECT_LT(docs.size(), kServices / 2);
}

TEST_F(PlanTest, ACircleKeepsWhatDistanceDoesNotDecide) {
  const std::vector<DocId> docs = Produced("near=51.1,-2.5&within=100m");
  EXPECT_EQ(index_->documents().not_place_only.size(), 10U);
  for (DocId doc : index_->documents().not_place_only) EXPECT_THAT(docs, Contains(doc));
}

TEST_F(PlanTest, WithoutWithinAPlaceLeavesNothingOut) {
  EXPECT_EQ(Produced("near=51.1,-2.5").size(), kServices);
}

TEST_F(PlanTest, ACircleAloneDecidesItself) {
  const auto has_windows = [](const std::string& text) {
    const ResolvedQuery resolved = Resolved(text);
    return MakePlan(*index_, resolved).windows != nullptr;
  };
  EXPECT_TRUE(has_windows("near=51.1,-2.5&within=1km"));
  EXPECT_TRUE(has_windows("near=51.1,-2.5&within=1km&area=ignore&facets=service_type"));
  EXPECT_TRUE(has_windows("q=coffee"));
  EXPECT_TRUE(has_windows("q=coffee&status=inactive"));
  EXPECT_TRUE(has_windows("near=51.1,-2.5&within=1km&status=inactive"));
  EXPECT_TRUE(has_windows("near=51.1,-2.5&within=1km&free=yes"));
  EXPECT_FALSE(has_windows("near=51.1,-2.5&within=1km&q=tea"));
  EXPECT_FALSE(has_windows("near=51.1,-2.5&within=1km&free=yes&facets=cost"));
  EXPECT_FALSE(has_windows("q=coffee&age=9"));
  EXPECT_FALSE(has_windows("near=51.1,-2.5"));
}

TEST_F(PlanTest, ABoxLeavesOutWhatIsFar) {
  const std::vector<DocId> docs = Produced("bbox=-2.6,51.0,-2.4,51.11");
  EXPECT_LT(docs.size(), kServices / 2);
  EXPECT_GE(docs.size(), 20U);
}

TEST_F(PlanTest, AWordLeadsToItsDocuments) { EXPECT_EQ(Produced("q=coffee").size(), 100U); }

TEST_F(PlanTest, TheRarestWordLeads) { EXPECT_EQ(Produced("q=tea coffee"), Produced("q=coffee")); }

TEST_F(PlanTest, AWordThatOccursNowhereLeadsNowhere) {
  EXPECT_TRUE(Produced("q=tea zeppelin").empty());
}

TEST_F(PlanTest, WithAnyWordAllOfThemLead) {
  EXPECT_EQ(Produced("q=coffee zeppelin&match=any"), Produced("q=coffee"));
}

TEST_F(PlanTest, ATermLeadsWhenItIsRarer) {
  EXPECT_EQ(Produced("q=coffee&service_type=1").size(), 50U);
  EXPECT_EQ(Produced("need=5").size(), 50U);
}

TEST_F(PlanTest, ATermDoesNotLeadWhenSilenceIsKept) {
  EXPECT_EQ(Produced("service_type=1&unknown=keep").size(), kServices);
}

TEST_F(PlanTest, WhatAFacetSetsAsideDoesNotLead) {
  EXPECT_EQ(Produced("service_type=1&facets=service_type").size(), kServices);
}

// Cheaper than searching a list for them that leaves out next to none.
TEST_F(PlanTest, OfAWordThatAllHaveAllAreLookedAt) {
  EXPECT_EQ(Produced("near=51.1,-2.5&within=100m&q=tea"),
            Produced("near=51.1,-2.5&within=100m&free=yes&facets=cost"));
}

TEST_F(PlanTest, AListIsCutToTheCircle) {
  const std::vector<DocId> all = Produced("q=coffee");
  const std::vector<DocId> docs = Produced("near=51.3,-2.5&within=10km&q=coffee");
  EXPECT_LT(docs.size(), all.size());
  EXPECT_GE(docs.size(), 36U) << "360 services lie in it";
  EXPECT_TRUE(std::includes(all.begin(), all.end(), docs.begin(), docs.end()));
}

TEST_F(PlanTest, CheapFiltersRunFirst) {
  const ResolvedQuery resolved =
      Resolved("q=tea&day=MO&free=yes&need=5&near=51.1,-2.5&within=5km&age=9&language=pl");
  const QueryPlan plan = MakePlan(*index_, resolved);
  EXPECT_GE(plan.filters.size(), 6U);
  EXPECT_TRUE(std::is_sorted(
      plan.filters.begin(), plan.filters.end(),
      [](const PlannedFilter& a, const PlannedFilter& b) { return a.cost < b.cost; }));
}

TEST_F(PlanTest, OnlyWhatIsAskedIsFiltered) {
  const ResolvedQuery nothing = Resolved("");
  EXPECT_TRUE(MakePlan(*index_, nothing).filters.empty());
  const ResolvedQuery place = Resolved("near=51.1,-2.5");
  EXPECT_THAT(Kinds(MakePlan(*index_, place).filters), ElementsAre(FilterKind::kArea));
  const ResolvedQuery ignoring = Resolved("near=51.1,-2.5&area=ignore");
  EXPECT_TRUE(MakePlan(*index_, ignoring).filters.empty());
}

TEST_F(PlanTest, StatusIsFilteredWhereItRefusesSomebody) {
  const ResolvedQuery inactive = Resolved("status=inactive");
  EXPECT_THAT(Kinds(MakePlan(*index_, inactive).filters), ElementsAre(FilterKind::kStatus));
}

TEST_F(PlanTest, AListThatDecidesAFilterSparesIt) {
  const auto kinds = [](const std::string& text) {
    const ResolvedQuery resolved = Resolved(text);
    return Kinds(MakePlan(*index_, resolved).filters);
  };
  EXPECT_TRUE(kinds("q=coffee").empty());
  EXPECT_TRUE(kinds("service_type=11").empty());
  EXPECT_TRUE(kinds("q=coffee+biscuits&match=any").empty());
  EXPECT_TRUE(kinds("q=coffee+tea").empty());
  EXPECT_THAT(kinds("q=coffee+tea&near=51.1,-2.5&within=10km&area=ignore"),
              ElementsAre(FilterKind::kPlace, FilterKind::kWords))
      << "where documents beyond ranges may match, the shorter list alone leads";
  EXPECT_THAT(kinds("service_type=11&unknown=keep"), ElementsAre(FilterKind::kServiceType));
}

TEST_F(PlanTest, OnlyVocabularyFiltersDropSilence) {
  const auto dropping = [](const std::string& text) {
    const ResolvedQuery resolved = Resolved(text);
    std::vector<FilterKind> kinds;
    for (const PlannedFilter& filter : MakePlan(*index_, resolved).filters) {
      if (!filter.keeps_unknown) kinds.push_back(filter.kind);
    }
    return kinds;
  };
  const std::string question =
      "service_type=1&taxonomy_term=esdServiceType:11&exclude_taxonomy_term=esdServiceType:2&"
      "free=yes&age=9";
  EXPECT_THAT(dropping(question + "&inferred=drop"), ElementsAre(FilterKind::kTaxonomyTerm))
      << "the list of the other filter is looked at";
  EXPECT_TRUE(dropping(question).empty())
      << "silence is no to a filter that may infer: it refuses by itself";
  EXPECT_TRUE(dropping(question + "&unknown=keep").empty());
  EXPECT_EQ(dropping(question + "&unknown=drop").size(), 4U);
}

TEST_F(PlanTest, AFacetSetsItsOwnFilterAside) {
  const ResolvedQuery resolved = Resolved("free=yes&age=9&facets=access,cost");
  const QueryPlan plan = MakePlan(*index_, resolved);
  EXPECT_THAT(Kinds(plan.set_aside), ElementsAre(FilterKind::kFree));
  EXPECT_THAT(Kinds(plan.filters), Not(Contains(FilterKind::kFree)));
  ASSERT_EQ(plan.facets.size(), 2U);
  EXPECT_EQ(plan.facets[0].own_filter, 0) << "access was not asked";
  EXPECT_EQ(plan.facets[1].own_filter, 1);
}

TEST_F(PlanTest, TwoFacetsMayHaveOneFilter) {
  const ResolvedQuery resolved = Resolved("day=MO&facets=day,time_of_day");
  const QueryPlan plan = MakePlan(*index_, resolved);
  EXPECT_THAT(Kinds(plan.set_aside), ElementsAre(FilterKind::kTime));
  EXPECT_EQ(plan.facets[0].own_filter, 1);
  EXPECT_EQ(plan.facets[1].own_filter, 1);
}

}  // namespace
}  // namespace waypost::query
