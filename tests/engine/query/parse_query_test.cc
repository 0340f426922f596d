// What every parameter of /api/search is read as. What is refused stands in
// parse_query_refusal_test.cc.

#include "engine/query/parse_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/query/parsing.h"

namespace waypost::query {
namespace {

using ::testing::ElementsAre;

Date Day(const char* text) { return *ParseIsoDate(text); }

TEST(ParseQuery, OfNothingIsTheDefault) { EXPECT_EQ(Parsed(""), Query()); }

TEST(ParseQuery, WordsAreTrimmed) {
  EXPECT_EQ(Parsed("q= coffee  morning ").words, "coffee  morning");
}

TEST(ParseQuery, EmptyWordsAskNothing) {
  EXPECT_EQ(Parsed("q="), Query());
  EXPECT_EQ(Parsed("q=  "), Query());
}

TEST(ParseQuery, MatchIsAllOrAny) {
  EXPECT_EQ(Parsed("q=a&match=any").match, MatchMode::kAny);
  EXPECT_EQ(Parsed("q=a&match=all").match, MatchMode::kAll);
}

TEST(ParseQuery, NearIsAPostcode) {
  const Near near = *Parsed("near= we1+1aa ").near;
  EXPECT_EQ(near.text, "we1+1aa");
  EXPECT_FALSE(near.point);
  ASSERT_TRUE(near.postcode);
  EXPECT_EQ(near.postcode->text(), "WE1 1AA");
}

TEST(ParseQuery, NearIsThePartOfAPostcode) {
  EXPECT_EQ(Parsed("near=bs1 4").near->postcode->level(), PostcodeLevel::kSector);
  EXPECT_EQ(Parsed("near=bs1").near->postcode->level(), PostcodeLevel::kDistrict);
  EXPECT_EQ(Parsed("near=bs").near->postcode->level(), PostcodeLevel::kArea);
}

TEST(ParseQuery, NearIsAPoint) {
  const Near near = *Parsed("near=51.45,-2.59").near;
  EXPECT_EQ(near.point, LatLng::FromDegrees(51.45, -2.59));
  EXPECT_FALSE(near.postcode);
}

TEST(ParseQuery, NearIsThePlaceElse) {
  const Near near = *Parsed("near=Newport, Isle of Wight").near;
  EXPECT_EQ(near.text, "Newport, Isle of Wight");
  EXPECT_FALSE(near.point);
  EXPECT_FALSE(near.postcode);
}

TEST(ParseQuery, WithinIsADistance) {
  EXPECT_EQ(Parsed("near=BS1&within= 3mi ").within,
            (Within{Metres(3 * kMetresPerMile), LengthUnit::kMiles}));
}

TEST(ParseQuery, AreaCanBeIgnored) {
  EXPECT_TRUE(Parsed("near=BS1").use_area);
  EXPECT_FALSE(Parsed("near=BS1&area=ignore").use_area);
}

TEST(ParseQuery, BboxIsABox) {
  EXPECT_EQ(Parsed("bbox=-3,51,-2,52").bbox,
            (BoundingBox{*LatLng::FromDegrees(51, -3), *LatLng::FromDegrees(52, -2)}));
}

// Names of areas and of terms may hold commas, so only repeats separate them.
TEST(ParseQuery, NamesAreRepeatedAndNotSplit) {
  const std::pair<const char*, std::vector<std::string> Query::*> kNames[] = {
      {"authority", &Query::authorities},
      {"service_type", &Query::service_types},
      {"taxonomy_term", &Query::taxonomy_terms},
      {"need", &Query::needs},
      {"circumstance", &Query::circumstances},
      {"exclude_taxonomy_term", &Query::exclude_taxonomy_terms},
      {"organization", &Query::organizations},
      {"source", &Query::sources}};
  for (const auto& [name, member] : kNames) {
    const std::string text = std::string(name) + "= Bristol, City of &" + name + "=West";
    EXPECT_THAT(Parsed(text).*member, ElementsAre("Bristol, City of", "West")) << name;
  }
}

TEST(ParseQuery, LanguagesAreRepeatedOrListed) {
  EXPECT_THAT(Parsed("language=cy, pl&language=welsh sign language").languages,
              ElementsAre("cy", "pl", "welsh sign language"));
}

template <typename E>
std::string AllNames(std::size_t count) {
  std::string names;
  for (std::size_t i = 0; i < count; ++i) {
    names += (i == 0 ? "" : ",") + std::string(NameOf(static_cast<E>(i)));
  }
  return names;
}

template <typename E>
EnumSet<E> All(std::size_t count) {
  return EnumSet<E>::FromBits((1U << count) - 1);
}

TEST(ParseQuery, ClosedListsTakeAllTheirWords) {
  EXPECT_EQ(Parsed("reach=" + AllNames<Reach>(kReachCount)).reach, All<Reach>(kReachCount));
  EXPECT_EQ(Parsed("access=" + AllNames<Access>(kAccessCount)).access, All<Access>(kAccessCount));
  EXPECT_EQ(Parsed("accessibility=" + AllNames<Accessibility>(kAccessibilityCount)).accessibility,
            All<Accessibility>(kAccessibilityCount));
  EXPECT_EQ(Parsed("day=" + AllNames<Weekday>(kWeekdayCount)).days, All<Weekday>(kWeekdayCount));
  EXPECT_EQ(Parsed("status=" + AllNames<Status>(kStatusCount)).status, All<Status>(kStatusCount));
}

TEST(ParseQuery, ClosedListsAreRepeatedToo) {
  EXPECT_EQ(Parsed("day=MO, TU&day=SU").days,
            (EnumSet<Weekday>{Weekday::kMonday, Weekday::kTuesday, Weekday::kSunday}));
  EXPECT_EQ(Parsed("reach=place&reach=place").reach, EnumSet<Reach>{Reach::kPlace});
}

TEST(ParseQuery, StatusReplacesTheUsualTwo) {
  EXPECT_EQ(Parsed("").status, (EnumSet<Status>{Status::kActive, Status::kTemporarilyClosed}));
  EXPECT_EQ(Parsed("status=inactive").status, EnumSet<Status>{Status::kInactive});
}

TEST(ParseQuery, AgesAreThoseOfAHousehold) {
  EXPECT_THAT(Parsed("age=18m&age= 34 &age=9-12").ages,
              ::testing::UnorderedElementsAre(AgeSpan{1.5, 1.5, true}, AgeSpan{34, 35, false},
                                              AgeSpan{9, 13, false}));
}

TEST(ParseQuery, FromAndToAreTimesOfDay) {
  const Query query = Parsed("from=9:00&to=24:00");
  EXPECT_EQ(query.from, MinuteOfDay(540));
  EXPECT_EQ(query.to, MinuteOfDay(1440));
}

TEST(ParseQuery, ToBeforeFromEndsTheNextDay) {
  const Query query = Parsed("from=22:00&to=02:00");
  EXPECT_EQ(query.from, MinuteOfDay(1320));
  EXPECT_EQ(query.to, MinuteOfDay(120));
}

TEST(ParseQuery, TimeMatchIsOneOfThree) {
  EXPECT_EQ(Parsed("").time_match, TimeMatch::kOverlap);
  EXPECT_EQ(Parsed("time_match=overlap").time_match, TimeMatch::kOverlap);
  EXPECT_EQ(Parsed("time_match=within").time_match, TimeMatch::kWithin);
  EXPECT_EQ(Parsed("time_match=covers").time_match, TimeMatch::kCovers);
}

TEST(ParseQuery, FreeIsAsked) { EXPECT_TRUE(Parsed("free=yes").free); }

TEST(ParseQuery, SourceIdIsThePublishersOwn) {
  EXPECT_EQ(Parsed("source_id=a,b").source_id, "a,b");
}

TEST(ParseQuery, AssuredWithinIsDaysOrMonths) {
  EXPECT_EQ(Parsed("assured_within=90d").assured_within, (Age{.days = 90, .months = 0}));
  EXPECT_EQ(Parsed("assured_within=3m").assured_within, (Age{.days = 0, .months = 3}));
}

TEST(ParseQuery, ModifiedAfterIsAMoment) {
  EXPECT_EQ(Parsed("modified_after=2026-11-21").modified_after, Moment(Day("2026-11-21")));
}

TEST(ParseQuery, UnknownIsKeptOrDropped) {
  EXPECT_EQ(Parsed("").unknown, UnknownMode::kDefault);
  EXPECT_EQ(Parsed("unknown=keep").unknown, UnknownMode::kKeep);
  EXPECT_EQ(Parsed("unknown=drop").unknown, UnknownMode::kDrop);
}

TEST(ParseQuery, SortIsOneOfAList) {
  EXPECT_EQ(Parsed("near=BS1&sort=distance").sort, Sort::kDistance);
  EXPECT_EQ(Parsed("sort=relevance").sort, Sort::kRelevance);
  EXPECT_EQ(Parsed("sort=assured").sort, Sort::kAssured);
  EXPECT_EQ(Parsed("sort=modified").sort, Sort::kModified);
  EXPECT_EQ(Parsed("sort=name").sort, Sort::kName);
}

TEST(ParseQuery, PagesAreCountedFromOne) {
  const Query query = Parsed("page=3&per_page=100");
  EXPECT_EQ(query.page, 3);
  EXPECT_EQ(query.per_page, 100);
}

TEST(ParseQuery, FacetsStandOnceInTheOrderOfTheirList) {
  EXPECT_THAT(Parsed("facets=need, cost,need,access").facets,
              ElementsAre(Facet::kNeed, Facet::kCost, Facet::kAccess));
}

TEST(ParseQuery, FacetsTakeAllTheirNames) {
  EXPECT_EQ(Parsed("facets=" + AllNames<Facet>(kFacetCount)).facets.size(),
            static_cast<std::size_t>(kFacetCount));
}

TEST(ParseQuery, FacetLimitIsFrom1To1000) {
  EXPECT_EQ(Parsed("facet_limit=1").facet_limit, 1);
  EXPECT_EQ(Parsed("facet_limit=1000").facet_limit, 1000);
}

TEST(ParseQuery, ExplainIsTrueOrFalse) {
  EXPECT_TRUE(Parsed("explain=true").explain);
  EXPECT_FALSE(Parsed("explain=false").explain);
}

TEST(ParseQuery, HighlightIsTrueOrFalse) {
  EXPECT_TRUE(Parsed("highlight=true").highlight);
  EXPECT_EQ(Parsed("highlight=false"), Query());
}

TEST(ParseQuery, AShortlistHasThreeUnlessToldOtherwise) {
  EXPECT_EQ(Parsed("mode=shortlist").mode, Mode::kShortlist);
  EXPECT_EQ(Parsed("mode=shortlist").per_page, 3);
  EXPECT_EQ(Parsed("mode=shortlist&per_page=5").per_page, 5);
  EXPECT_EQ(Parsed("per_page=5&mode=shortlist").per_page, 5);
  EXPECT_EQ(Parsed("mode=all"), Query());
}

TEST(ParseQuery, OperatorsAreAskedFor) {
  EXPECT_EQ(Parsed("syntax=advanced").syntax, Syntax::kAdvanced);
  EXPECT_EQ(Parsed("syntax=plain"), Query());
}

TEST(ParseQuery, AtIsAMinute) {
  EXPECT_EQ(Parsed("at=2026-11-21T14:05").at,
            (StatedMinute{Day("2026-11-21"), MinuteOfDay(14 * 60 + 5)}));
}

TEST(ParseQuery, AtMayStateAnOffset) {
  const StatedMinute minute{Day("2026-10-25"), MinuteOfDay(90)};
  EXPECT_EQ(Parsed("at=2026-10-25T01:30").at->offset_minutes, std::nullopt);
  for (const auto& [text, offset] : {std::pair{"at=2026-10-25T01:30Z", 0},
                                     {"at=2026-10-25T01:30+00:00", 0},
                                     {"at=2026-10-25T01:30+01:00", 60},
                                     {"at=2026-10-25T01:30-05:00", -300}}) {
    StatedMinute expected = minute;
    expected.offset_minutes = offset;
    EXPECT_EQ(Parsed(text).at, expected) << text;
  }
}

TEST(ParseQuery, OnIsADate) { EXPECT_EQ(Parsed("on=2026-12-25").on, Day("2026-12-25")); }

TEST(ParseQuery, OpenAtIsNowOrAMinute) {
  EXPECT_EQ(Parsed("").open_at, std::nullopt);
  EXPECT_EQ(Parsed("open_at=now").open_at, OpenAt());
  EXPECT_EQ(Parsed("open_at=2026-12-25T09:00").open_at,
            (OpenAt{StatedMinute{Day("2026-12-25"), MinuteOfDay(9 * 60)}}));
}

TEST(ParseQuery, NextDaysIsFrom0To366) {
  EXPECT_EQ(Parsed("next_days=0").next_days, 0);
  EXPECT_EQ(Parsed("next_days=366").next_days, 366);
}

TEST(ParseQuery, SortSoonest) { EXPECT_EQ(Parsed("sort=soonest").sort, Sort::kSoonest); }

TEST(ParseStatedMinute, ReadsWhatAtReads) {
  const auto minute = ParseStatedMinute("2026-11-21T14:05");
  ASSERT_TRUE(minute.ok());
  EXPECT_EQ(*minute, (StatedMinute{Day("2026-11-21"), MinuteOfDay(14 * 60 + 5)}));
  EXPECT_FALSE(ParseStatedMinute("now").ok());
}

}  // namespace
}  // namespace waypost::query
