#include "engine/query/query.h"

#include <gtest/gtest.h>

namespace waypost::query {
namespace {

Near SomePlace() { return {.text = "Ely", .point = std::nullopt, .postcode = std::nullopt}; }

TEST(Facet, NamesAreReadBack) {
  for (int i = 0; i < kFacetCount; ++i) {
    const auto facet = static_cast<Facet>(i);
    EXPECT_EQ(ParseFacet(NameOf(facet)), facet) << NameOf(facet);
  }
  EXPECT_FALSE(ParseFacet("Cost"));
  EXPECT_FALSE(ParseFacet(""));
}

TEST(EffectiveSort, IsTheAskedOne) {
  Query query;
  query.words = "coffee";
  query.sort = Sort::kAssured;
  EXPECT_EQ(EffectiveSort(query), Sort::kAssured);
}

TEST(EffectiveSort, IsRelevanceWithWords) {
  Query query;
  query.words = "coffee";
  query.near = SomePlace();
  EXPECT_EQ(EffectiveSort(query), Sort::kRelevance);
}

TEST(EffectiveSort, IsRelevanceWithWhatSaysTheNeed) {
  using Member = std::vector<std::string> Query::*;
  for (Member member :
       {&Query::service_types, &Query::taxonomy_terms, &Query::needs, &Query::circumstances}) {
    Query query;
    (query.*member).emplace_back("1");
    EXPECT_EQ(EffectiveSort(query), Sort::kRelevance);
  }
}

TEST(EffectiveSort, ExcludingSaysNoNeed) {
  Query query;
  query.exclude_taxonomy_terms = {"1"};
  EXPECT_EQ(EffectiveSort(query), Sort::kName);
}

TEST(EffectiveSort, IsDistanceWithAPlace) {
  Query query;
  query.near = SomePlace();
  EXPECT_EQ(EffectiveSort(query), Sort::kDistance);
}

TEST(EffectiveSort, IsNameElse) { EXPECT_EQ(EffectiveSort(Query()), Sort::kName); }

TEST(HasTimeFilter, IsADayOrATime) {
  EXPECT_FALSE(Query().HasTimeFilter());
  EXPECT_TRUE(Query{.days = {Weekday::kMonday}}.HasTimeFilter());
  EXPECT_TRUE(Query{.from = MinuteOfDay(0)}.HasTimeFilter());
  EXPECT_TRUE(Query{.to = MinuteOfDay(60)}.HasTimeFilter());
}

}  // namespace
}  // namespace waypost::query
