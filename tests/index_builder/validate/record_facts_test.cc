#include "index_builder/validate/record_facts.h"

#include <gtest/gtest.h>

#include "index_builder/validate/feed_reader.h"
#include "tests/index_builder/validate/good_record.h"

namespace waypost::validate {
namespace {

RecordFacts FactsOfText(Standard standard, const std::string& record) {
  FindingList findings;
  const auto document = ReadJson(record, {}, findings);
  EXPECT_TRUE(document) << record;
  return document ? FactsOf(document->root(), standard) : RecordFacts{};
}

TEST(RecordFacts, OfAWholeRecord) {
  for (Standard standard : {Standard::kV1, Standard::kV3}) {
    const RecordFacts facts = FactsOfText(standard, GoodRecord(standard));
    EXPECT_EQ(facts.id, GoodId(1));
    EXPECT_EQ(facts.name, "Chair yoga 1");
    ASSERT_TRUE(facts.ages);
    EXPECT_EQ(facts.ages->minimum, "18");
    EXPECT_EQ(facts.ages->maximum, "99");
    EXPECT_EQ(facts.postcode, "S1 2GH");
    EXPECT_FALSE(facts.comes_to_people);
    ASSERT_TRUE(facts.term);
    EXPECT_EQ(facts.term->id, standard == Standard::kV1 ? "esdServiceType:242" : GoodId(1, 'd'));
    ASSERT_TRUE(facts.hours);
    EXPECT_EQ(facts.hours->day, "TU,TH");
    EXPECT_EQ(facts.hours->opens, "10:00");
    EXPECT_EQ(facts.hours->closes, "12:00");
  }
}

// They would be asked in vain, and are findings already.
TEST(RecordFacts, WrongFactsAreNone) {
  for (const auto& [from, to] : std::vector<std::pair<const char*, const char*>>{
           {R"("minimum_age":18)", R"("minimum_age":100)"},
           {R"("minimum_age":18,"maximum_age":99)", R"("minimum_age":0,"maximum_age":0)"},
           {R"("minimum_age":18,"maximum_age":99)", R"("minimum_age":-1,"maximum_age":-1)"}}) {
    EXPECT_FALSE(FactsOfText(Standard::kV3, Replaced(GoodRecord(Standard::kV3), from, to)).ages)
        << to;
  }
  for (const auto& [from, to] : std::vector<std::pair<const char*, const char*>>{
           {"10:00", "13:00"}, {"10:00", "tenish"}, {"TU,TH", "2TU"}, {"TU,TH", "Tuesday"}}) {
    EXPECT_FALSE(FactsOfText(Standard::kV1, Replaced(GoodRecord(Standard::kV1), from, to)).hours)
        << to;
  }
  EXPECT_EQ(
      FactsOfText(Standard::kV1, Replaced(GoodRecord(Standard::kV1), "S1 2GH", "S1")).postcode, "");
}

TEST(RecordFacts, HoursMayStandAtThePlace) {
  const std::string record =
      R"({"id":"a","service_at_locations":[{"id":"b","regular_schedule":[{"byday":"MO",)"
      R"("opens_at":"09:00:00","closes_at":"10:00Z"}]}]})";
  const RecordFacts facts = FactsOfText(Standard::kV1, record);
  ASSERT_TRUE(facts.hours);
  EXPECT_EQ(facts.hours->closes, "10:00");
}

TEST(RecordFacts, OfAThinRow) {
  const RecordFacts facts = FactsOfText(Standard::kV1, GoodRow(Standard::kV1));
  EXPECT_EQ(facts.name, "Chair yoga 1");
  EXPECT_FALSE(facts.ages || facts.term || facts.hours);
}

}  // namespace
}  // namespace waypost::validate
