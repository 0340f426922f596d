// Names of a question looked up in an index; `near` stands in resolve_place_test.cc.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "engine/query/resolved_query.h"
#include "tests/engine/query/parsing.h"
#include "tests/support/memory_index.h"
#include "tests/support/small_directory.h"

namespace waypost::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const LocalMinute kNoon{testing::DayOf2026(11, 21), MinuteOfDay(12 * 60)};
const std::string kGuild = "0f5e7d4c-6a1b-4c7e-9d7a-2b8f0c9e1d11";

class ResolveTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    record::Service coffee = testing::Service("coffee morning");
    coffee.organisation.emplace();
    coffee.organisation->id = kGuild;
    coffee.organisation->name = "Guild";
    coffee.languages.push_back({.code = "pl", .name = "Polish"});
    coffee.areas.resize(1);
    coffee.areas[0].name = "East";
    record::Service twin = testing::Service("coffee morning");
    twin.source = "beta";
    const auto index = IndexOf(testing::SmallDirectory({coffee, twin}));
    ASSERT_TRUE(index.ok()) << index.status();
    index_ = *index;
  }
  static void TearDownTestSuite() { index_.reset(); }

  static ResolvedQuery Resolved(const std::string& text) {
    auto resolved = Resolve(*index_, Parsed(text), kNoon);
    EXPECT_TRUE(resolved.ok()) << text << ": " << resolved.status();
    return resolved.ok() ? *std::move(resolved) : ResolvedQuery();
  }
  static RequestErrorParts ErrorOf(const std::string& text) {
    return RequestErrorOf(Resolve(*index_, Parsed(text), kNoon).status())
        .value_or(RequestErrorParts());
  }
  static std::string Lost(const std::string& text) {
    const RequestErrorParts error = ErrorOf(text);
    return error.code + " " + error.parameter;
  }
  static std::vector<std::string> Names(const std::vector<TaxonomyTermId>& terms) {
    std::vector<std::string> ids;
    for (TaxonomyTermId term : terms) ids.emplace_back(index_->taxonomy().id_text(term));
    return ids;
  }

  static std::shared_ptr<const Index> index_;
};

std::shared_ptr<const Index> ResolveTest::index_;

TEST_F(ResolveTest, NowIsTheClockUnlessAtIsAsked) {
  EXPECT_EQ(Resolved("").now, kNoon);
  EXPECT_EQ(Resolved("at=2026-12-24T09:05").now,
            (LocalMinute{testing::DayOf2026(12, 24), MinuteOfDay(545)}));
}

TEST_F(ResolveTest, OpenAtIsNowUnlessItNamesAMinute) {
  EXPECT_EQ(Resolved("").open_at, std::nullopt);
  EXPECT_EQ(Resolved("open_at=now").open_at, kNoon);
  EXPECT_EQ(Resolved("open_at=now&at=2026-12-24T09:05").open_at,
            (LocalMinute{testing::DayOf2026(12, 24), MinuteOfDay(545)}));
  EXPECT_EQ(Resolved("open_at=2026-12-24T09:05").open_at,
            (LocalMinute{testing::DayOf2026(12, 24), MinuteOfDay(545)}));
}

// 2026-10-25: clocks go from 01:59 back to 01:00.
TEST_F(ResolveTest, AnOffsetTellsTheTwoPassesOfTheHourInOctober) {
  const LocalMinute first{testing::DayOf2026(10, 25), MinuteOfDay(90)};
  EXPECT_EQ(Resolved("at=2026-10-25T01:30").now, first);
  EXPECT_EQ(Resolved("at=2026-10-25T01:30+01:00").now, first);
  LocalMinute second = first;
  second.second_pass = {.ends = MinuteOfDay(120), .offset_minutes = 0};
  EXPECT_EQ(Resolved("at=2026-10-25T01:30Z").now, second);
}

TEST_F(ResolveTest, AMinuteThatClocksLeaveOutIsAnError) {
  EXPECT_EQ(Lost("at=2026-03-29T01:30"), "no_such_minute at");
  EXPECT_EQ(Lost("open_at=2026-03-29T01:30"), "no_such_minute open_at");
  EXPECT_NE(ErrorOf("at=2026-03-29T01:30").detail.find("2026-03-29T02:00"), std::string::npos);
}

TEST_F(ResolveTest, ServiceTypesInAnySpelling) {
  for (const char* text : {"11", "esdServiceType:11", "ESDSERVICETYPES:11", "service:11",
                           "http://id.esd.org.uk/service/11"}) {
    EXPECT_THAT(Names(Resolved(std::string("service_type=") + text).service_types.asked),
                ElementsAre("esdServiceType:11"))
        << text;
  }
}

TEST_F(ResolveTest, AServiceTypeIsNoOtherTerm) {
  EXPECT_EQ(Lost("service_type=esdNeed:5"), "unknown_service_type service_type");
}

TEST_F(ResolveTest, TaxonomyTermsAreOfAnyVocabulary) {
  EXPECT_THAT(Names(Resolved("taxonomy_term=localActivity:art").taxonomy_terms.targets),
              ElementsAre("localActivity:art"));
  EXPECT_THAT(Names(Resolved("exclude_taxonomy_term=esdNeed:5").excluded.targets),
              ElementsAre("esdNeed:5"));
}

TEST_F(ResolveTest, UnknownTermsNameTheNearest) {
  EXPECT_EQ(ErrorOf("taxonomy_term=localActivity:at").nearest, "localActivity:art");
  EXPECT_EQ(Lost("taxonomy_term=99"), "unknown_term taxonomy_term");
  EXPECT_EQ(Lost("exclude_taxonomy_term=99"), "unknown_term exclude_taxonomy_term");
  EXPECT_EQ(Lost("need=99"), "unknown_need need");
  EXPECT_EQ(Lost("circumstance=99"), "unknown_circumstance circumstance");
}

TEST_F(ResolveTest, ANeedIsServedByItsTypes) {
  const TermSet needs = Resolved("need=5").needs;
  EXPECT_THAT(Names(needs.asked), ElementsAre("esdNeed:5"));
  EXPECT_THAT(Names(needs.targets), ElementsAre("esdServiceType:11"));
}

TEST_F(ResolveTest, ANeedIsServedByTheTypesOfItsDescendants) {
  EXPECT_THAT(Names(Resolved("need=6").needs.targets), ElementsAre("esdServiceType:2"));
}

TEST_F(ResolveTest, ACircumstanceIsServedLikewise) {
  EXPECT_THAT(Names(Resolved("circumstance=alone").circumstances.targets),
              ElementsAre("esdServiceType:2"));
}

TEST_F(ResolveTest, ANeedThatNothingServesIsUnmapped) {
  EXPECT_EQ(Lost("need=7"), "unmapped_need need");
  EXPECT_EQ(Lost("need=5&need=7"), "unmapped_need need");
}

TEST_F(ResolveTest, AuthoritiesByCodeNameAndOtherName) {
  for (const char* text : {"E06000001", "west", "West Council"}) {
    EXPECT_THAT(Resolved(std::string("authority=") + text).authorities, ElementsAre(AreaId(0)))
        << text;
  }
  EXPECT_EQ(Lost("authority=Atlantis"), "unknown_authority authority");
}

TEST_F(ResolveTest, AnyAreaOfAuthoritiesWillDo) {
  const std::vector<AreaId> areas = Resolved("authority=Westshire&authority=UK").authorities;
  ASSERT_EQ(areas.size(), 2U);
  EXPECT_THAT(areas, ::testing::UnorderedElementsAre(AreaId(2), AreaId(4)));
}

TEST_F(ResolveTest, OrganisationsByPublicId) {
  EXPECT_THAT(Resolved("organization=" + kGuild).organisations,
              ElementsAre(OrganisationOrdinal(0)));
  EXPECT_EQ(Lost("organization=Guild"), "unknown_organization organization");
  EXPECT_EQ(Lost("organization=00000000-0000-4000-8000-000000000000"),
            "unknown_organization organization");
}

TEST_F(ResolveTest, SourcesById) {
  EXPECT_THAT(Resolved("source=beta").sources, ElementsAre(SourceOrdinal(1)));
  EXPECT_EQ(Lost("source=gamma"), "unknown_source source");
}

TEST_F(ResolveTest, ASourceIdIsLookedForInAllSources) {
  EXPECT_EQ(Resolved("source_id=coffee morning").by_source_id.size(), 2U);
  EXPECT_THAT(Resolved("source_id=tea").by_source_id, IsEmpty());
}

// No list of the world's languages is known: none of them is an error.
TEST_F(ResolveTest, ALanguageThatNobodyListsIsNone) {
  EXPECT_THAT(Resolved("language=PL").languages, ElementsAre(LanguageId(0)));
  EXPECT_THAT(Resolved("language=xx").languages, ElementsAre(LanguageId::None()));
}

TEST_F(ResolveTest, AWordThatOccursNowhereHasNoTerm) {
  const ResolvedQuery resolved = Resolved("q=coffee zeppelin");
  ASSERT_EQ(resolved.words.size(), 2U);
  EXPECT_TRUE(resolved.words[0].term);
  EXPECT_FALSE(resolved.words[1].term);
  EXPECT_TRUE(resolved.has_words);
}

TEST_F(ResolveTest, PunctuationIsNoWord) { EXPECT_FALSE(Resolved("q=?!").has_words); }

TEST_F(ResolveTest, WordsCountAsTheyAreAnalysed) {
  std::string words = "q=";
  for (int i = 0; i < 64; ++i) words += "w" + std::to_string(100 + i) + "/";
  EXPECT_EQ(Resolved(words).words.size(), 64U);
  EXPECT_EQ(Lost(words + "w164"), "too_many_words q");
}

TEST_F(ResolveTest, APhraseIsAsLongAsAQuestionAtMost) {
  std::string words = "q=\"";
  for (int i = 0; i < 64; ++i) words += "a/";
  EXPECT_EQ(Resolved(words + "\"").phrases.size(), 1U);
  EXPECT_EQ(Lost(words + "a\""), "too_many_words q");
}

TEST_F(ResolveTest, AreasSayWhetherTheyContainThePlace) {
  // West, East, Westshire, England, the country.
  constexpr Fact kYes = Fact::kYes, kNo = Fact::kNo, kNotStated = Fact::kNotStated;
  EXPECT_THAT(Resolved("near=EA1 1AA").area_contains_place,
              ElementsAre(kNo, kYes, kNo, kYes, kYes));
  EXPECT_THAT(Resolved("near=BO1 1").area_contains_place,
              ElementsAre(kNotStated, kNotStated, kNotStated, kYes, kYes));
  EXPECT_THAT(Resolved("near=55.9,-3.2").area_contains_place,
              ElementsAre(kNotStated, kNotStated, kNotStated, kNotStated, kYes));
  EXPECT_THAT(Resolved("").area_contains_place, IsEmpty());
}

TEST(Resolve, LooksAtNoAreaWhereNoServiceStatesOne) {
  const auto index = IndexOf(testing::SmallDirectory({testing::Service("a")}));
  ASSERT_TRUE(index.ok()) << index.status();
  const auto resolved = Resolve(**index, Parsed("near=EA1 1AA"), kNoon);
  ASSERT_TRUE(resolved.ok()) << resolved.status();
  EXPECT_THAT(resolved->area_contains_place, IsEmpty());
}

TEST_F(ResolveTest, ChecksWhatWasNeverText) {
  Query query;
  query.within = Within{.radius = Metres(1)};
  EXPECT_EQ(RequestErrorOf(Resolve(*index_, query, kNoon).status())->code, "within_needs_near");
}

}  // namespace
}  // namespace waypost::query
