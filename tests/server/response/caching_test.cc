#include "server/response/caching.h"

#include <gtest/gtest.h>

namespace waypost::server {
namespace {

bool NotModified(const char* asked, const char* tag, int status = 200) {
  HttpResponse response{.status = status};
  response.headers.emplace_back("ETag", tag);
  return IsNotModified({.headers = {{"if-none-match", asked}}}, response);
}

TEST(IsNotModified, KnowsItsTagInAnyForm) {
  EXPECT_TRUE(NotModified("\"a-1\"", "\"a-1\""));
  EXPECT_TRUE(NotModified("W/\"a-1\"", "\"a-1\""));
  EXPECT_TRUE(NotModified("\"b\", \"a-1\"", "\"a-1\""));
  EXPECT_TRUE(NotModified("*", "\"a-1\""));
  EXPECT_FALSE(NotModified("\"a-12\"", "\"a-1\""));
  EXPECT_FALSE(NotModified("", "\"a-1\""));
}

TEST(IsNotModified, OnlyAnAnswerWithATagCanBeHeld) {
  EXPECT_FALSE(NotModified("*", "\"a-1\"", 400));
  EXPECT_FALSE(IsNotModified({.headers = {{"if-none-match", "*"}}}, {}));
  EXPECT_FALSE(IsNotModified({}, {.headers = {{"ETag", "\"a\""}}}));
}

TEST(TellsHome, ForPointsUnitsAndUnitsThatWereNotKnown) {
  using query::Place;
  using query::PlaceReading;
  EXPECT_TRUE(TellsHome({.reading = PlaceReading::kPoint}));
  EXPECT_TRUE(TellsHome({.reading = PlaceReading::kUnit}));
  EXPECT_FALSE(TellsHome({.reading = PlaceReading::kSector}));
  EXPECT_FALSE(TellsHome({.reading = PlaceReading::kPlace}));
  Place place{.reading = PlaceReading::kSector};
  place.read_as_sector = true;
  EXPECT_TRUE(TellsHome(place));
}

}  // namespace
}  // namespace waypost::server
