#include "engine/ask/read_place.h"

#include <gtest/gtest.h>

#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

TEST(PlaceReader, ReadsPostcodes) {
  EXPECT_EQ(ReadAs("arrears WE1 1AA"), "need=debt near=WE1 1AA");
  EXPECT_EQ(ReadAs("arrears we1"), "need=debt near=WE1");
  EXPECT_EQ(ReadAs("vitamin WE1"), " | left: vitamin WE1");
}

TEST(PlaceReader, ReadsNamesOfTheGazetteer) {
  EXPECT_EQ(ReadAs("arrears in Westton"), "need=debt near=Westton");
  EXPECT_EQ(ReadAs("westton"), "near=westton");
  EXPECT_EQ(ReadAs("arrears in Westshire"), "need=debt authority=Westshire");
}

TEST(PlaceReader, APlaceThatIsNotKnownIsNotAsked) {
  EXPECT_EQ(ReadAs("arrears in Chesham Bois"), "need=debt near=Chesham Bois*");
  EXPECT_EQ(ReadAs("arrears in Easton, Westton"), "need=debt near=Easton, Westton");
  EXPECT_EQ(ReadAs("arrears, perplexed"), "need=debt | left: perplexed") << "a word by its ending";
}

TEST(PlaceReader, ANameMayStandBeforeWhen) {
  EXPECT_EQ(ReadAs("arrears Knowle West Wednesdays"), "need=debt near=Knowle West* day=WE");
  EXPECT_EQ(ReadAs("arrears Chesham Bois weekday mornings"),
            "need=debt near=Chesham Bois* day=MO,TU,WE,TH,FR to=12:00");
}

TEST(PlaceReader, AJourneyBeginsWhereSomebodyIs) {
  EXPECT_EQ(ReadAs("a lift from Chesham Bois"), "near=Chesham Bois* | left: a lift");
  EXPECT_EQ(ReadAs("laid off from Chesham, arrears"), "need=debt | left: laid off from Chesham");
}

}  // namespace
}  // namespace waypost::ask
