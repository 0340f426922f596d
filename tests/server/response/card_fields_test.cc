#include "server/response/card_fields.h"

#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

TEST(ReadCard, GivesTheMembersThatPagesShow) {
  const Asking asking({StatedService()});
  const CardFields card = ReadCard(asking.index(), DocId(0));
  EXPECT_EQ(card.name, "Memory Café");
  EXPECT_EQ(card.organisation, "Town Hall");
  EXPECT_EQ(card.summary, "Coffee and company");
  EXPECT_TRUE(card.has_location);
  EXPECT_EQ(card.location_id, "cafe-place");
  EXPECT_EQ(card.location_name, "The Hall");
  EXPECT_EQ(card.address, "1 High Street, Westton");
  EXPECT_EQ(card.postcode, "WE1 1AA");
  EXPECT_EQ(card.phone, "0114 496 0000");
  EXPECT_EQ(card.url, "https://cafe.example.org");
  EXPECT_EQ(card.cost, "Free");
  EXPECT_EQ(card.free, true);
  EXPECT_EQ(card.precision, "exact");
  EXPECT_FALSE(card.IsOnlyAbout());
}

TEST(ReadCard, WhatIsNotStatedIsEmpty) {
  const Asking asking({testing::Service("bare")});
  const CardFields card = ReadCard(asking.index(), DocId(0));
  EXPECT_EQ(card.name, "bare");
  EXPECT_EQ(card.address + card.phone + card.url + card.cost, "");
  EXPECT_FALSE(card.free.has_value());
  EXPECT_FALSE(card.has_location);
}

TEST(ReadCard, APlaceKnownByItsSectorIsOnlyAbout) {
  record::Service service = testing::Service("coarse");
  testing::AddLocation(service, "place").location.address.postcode = "WE1 1ZZ";
  const Asking asking({service});
  EXPECT_TRUE(ReadCard(asking.index(), DocId(0)).IsOnlyAbout());
}

}  // namespace
}  // namespace waypost::server
