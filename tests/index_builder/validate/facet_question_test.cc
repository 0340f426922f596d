#include "index_builder/validate/facet_question.h"

#include <gmock/gmock.h>

namespace waypost::validate {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

RecordFacts Facts() {
  return {.id = "a",
          .name = "Extra Care - Redwood Glades.",
          .ages = AgeRange{.minimum = "5", .maximum = "11"},
          .postcode = "BS1 4TR",
          .term = TermName{.id = "esdServiceType:242", .vocabulary = "esdServiceTypes"},
          .hours = OpenHours{.day = "MO,TU", .opens = "09:00", .closes = "17:00"}};
}

TEST(FacetQuestion, AsTheFirstValidatorAsked) {
  const RecordFacts facts = Facts();
  const auto asked = [&](Facet facet, Standard standard) {
    return *OwnQuestion(facet, facts, standard);
  };
  EXPECT_THAT(asked(Facet::kName, Standard::kV1), ElementsAre(Pair("text", facts.name)));
  EXPECT_THAT(asked(Facet::kName, Standard::kV3), ElementsAre(Pair("search", facts.name)));
  EXPECT_THAT(asked(Facet::kAge, Standard::kV1),
              ElementsAre(Pair("minimum_age", "5"), Pair("maximum_age", "11")));
  EXPECT_THAT(asked(Facet::kPostcode, Standard::kV1),
              ElementsAre(Pair("postcode", "BS1 4TR"), Pair("proximity", "1000")));
  EXPECT_THAT(asked(Facet::kTerm, Standard::kV1),
              ElementsAre(Pair("taxonomy_id", "esdServiceType:242"),
                          Pair("vocabulary", "esdServiceTypes")));
  EXPECT_THAT(asked(Facet::kTerm, Standard::kV3),
              ElementsAre(Pair("taxonomy_term_id", "esdServiceType:242")));
  EXPECT_THAT(
      asked(Facet::kHours, Standard::kV1),
      ElementsAre(Pair("start_time", "09:00"), Pair("end_time", "17:00"), Pair("day", "MO,TU")));
}

TEST(FacetQuestion, WithoutAFactThereIsNone) {
  const RecordFacts nothing;
  for (Facet facet : kFacets) {
    EXPECT_FALSE(OwnQuestion(facet, nothing, Standard::kV1));
    EXPECT_FALSE(ControlQuestion(facet, nothing, Standard::kV1));
  }
}

TEST(FacetQuestion, ControlsLeaveTheRecordOut) {
  RecordFacts facts = Facts();
  EXPECT_THAT(*ControlQuestion(Facet::kAge, facts, Standard::kV1),
              ElementsAre(Pair("minimum_age", "131"), Pair("maximum_age", "131")));
  facts.ages = AgeRange{.minimum = "18", .maximum = ""};
  EXPECT_THAT(*ControlQuestion(Facet::kAge, facts, Standard::kV1),
              ElementsAre(Pair("minimum_age", "1"), Pair("maximum_age", "1")));
  facts.ages = AgeRange{.minimum = "0", .maximum = ""};
  EXPECT_FALSE(ControlQuestion(Facet::kAge, facts, Standard::kV1)) << "it is for every age";
  facts.hours->opens = "00:00";
  EXPECT_FALSE(ControlQuestion(Facet::kHours, facts, Standard::kV1)) << "it is open all night";
  facts.comes_to_people = true;
  EXPECT_FALSE(ControlQuestion(Facet::kPostcode, facts, Standard::kV1));
  facts.comes_to_people = false;
  facts.postcode = "SW1A 2AA";
  EXPECT_THAT(*ControlQuestion(Facet::kPostcode, facts, Standard::kV1),
              ElementsAre(Pair("postcode", "G2 1DU"), Pair("proximity", "1000")));
}

}  // namespace
}  // namespace waypost::validate
