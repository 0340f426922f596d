#include "engine/query/request_error.h"

#include <gtest/gtest.h>

#include <array>

namespace waypost::query {
namespace {

TEST(RequestError, CarriesItsParts) {
  const absl::Status status = RequestError({.code = "bad_value",
                                            .parameter = "day",
                                            .detail = "day=XX cannot be read; give MO",
                                            .nearest = "SA"});
  const auto parts = RequestErrorOf(status);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->code, "bad_value");
  EXPECT_EQ(parts->parameter, "day");
  EXPECT_EQ(parts->detail, "day=XX cannot be read; give MO");
  EXPECT_EQ(parts->nearest, "SA");
}

TEST(RequestError, IsAnInvalidArgument) {
  EXPECT_EQ(RequestError({.code = "bad_value"}).code(), absl::StatusCode::kInvalidArgument);
}

TEST(RequestError, KeepsWhateverBytesWereAsked) {
  const std::string odd("a\0\xFF\n\"", 5);
  const auto parts = RequestErrorOf(RequestError({.code = "bad_value", .parameter = odd}));
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->parameter, odd);
}

TEST(RequestErrorOf, IsNothingForOtherErrors) {
  EXPECT_FALSE(RequestErrorOf(absl::OkStatus()));
  EXPECT_FALSE(RequestErrorOf(InvalidArgument("a broken feed")));
}

constexpr std::array<std::string_view, 4> kKnown = {"near", "within", "page", "per_page"};

TEST(NearestOf, MendsSlipsOfTheFingers) {
  EXPECT_EQ(NearestOf("wthin", kKnown), "within") << "one left out";
  EXPECT_EQ(NearestOf("withinn", kKnown), "within") << "one too many";
  EXPECT_EQ(NearestOf("witihn", kKnown), "within") << "two exchanged";
  EXPECT_EQ(NearestOf("Page", kKnown), "page") << "a capital";
}

TEST(NearestOf, IsNothingWhenMoreThanAThirdDiffers) {
  EXPECT_EQ(NearestOf("nope", kKnown), "");
  EXPECT_EQ(NearestOf("postcode", kKnown), "");
  EXPECT_EQ(NearestOf("", kKnown), "");
}

TEST(NearestOf, TakesTheFirstOfEquals) {
  constexpr std::array<std::string_view, 2> kCats = {"cat", "bat"};
  EXPECT_EQ(NearestOf("hat", kCats), "cat");
}

TEST(NearestOf, IsNothingAmongNone) { EXPECT_EQ(NearestOf("near", {}), ""); }

// The distance to a text of 8 kB would be worth nothing and cost much.
TEST(NearestOf, LooksAtShortTextsOnly) {
  const std::string known(80, 'a');
  const std::string_view names[] = {known};
  EXPECT_EQ(NearestOf(known, names), "");
}

}  // namespace
}  // namespace waypost::query
