#include "engine/ask/choose_readings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

using ::testing::SizeIs;

Reading Made(std::size_t first, std::size_t last, std::vector<Kind> kinds, int weight) {
  Reading reading{.first = first, .last = last, .weight = weight};
  for (const Kind kind : kinds) reading.meanings.push_back({kind, "x"});
  return reading;
}

TEST(ChooseReadings, TheHeavierTakesItsWords) {
  const auto chosen =
      ChooseReadings({Made(0, 1, {Kind::kNear}, 10), Made(0, 2, {Kind::kWords}, 20)});
  ASSERT_THAT(chosen, SizeIs(1));
  EXPECT_EQ(chosen[0].meanings[0].kind, Kind::kWords);
}

TEST(ChooseReadings, NeedPersonAndMannerMayShareWords) {
  EXPECT_THAT(ChooseReadings({Made(0, 2, {Kind::kCircumstance}, 20), Made(0, 1, {Kind::kNeed}, 10),
                              Made(0, 2, {Kind::kReach}, 20)}),
              SizeIs(3));
}

TEST(ChooseReadings, AMannerInsideANeedIsNone) {
  EXPECT_THAT(ChooseReadings({Made(0, 2, {Kind::kNeed}, 20), Made(1, 2, {Kind::kReach}, 10)}),
              SizeIs(1));
}

TEST(ChooseReadings, ADateInsideANeedIsSaidAsWell) {
  EXPECT_THAT(ChooseReadings({Made(0, 4, {Kind::kNeed}, 40), Made(0, 2, {Kind::kOn}, 20)}),
              SizeIs(2));
}

TEST(DenyReadings, WhatIsRefusedIsNotUnderstood) {
  EXPECT_EQ(ReadAs("not online"), " | left: not online");
  EXPECT_EQ(ReadAs("owes money, nothing online"), "need=debt | left: nothing online");
  EXPECT_EQ(ReadAs("no arrears"), " | left: no arrears");
  EXPECT_EQ(ReadAs("online, no arrears"), "reach=remote | left: no arrears");
}

TEST(DropNeedsBesides, ASettingIsNoNeedBesideOne) {
  EXPECT_EQ(ReadAs("landlord"), "need=housing");
  EXPECT_EQ(ReadAs("owes money to the landlord"), "need=debt");
}

}  // namespace
}  // namespace waypost::ask
