#include "engine/core/closed_lists.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace waypost {
namespace {

// Every value has its own name, and the name leads back to it.
template <typename E>
void ExpectNamesLeadBack(std::size_t count, std::optional<E> (*parse)(std::string_view)) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < count; ++i) {
    const auto value = static_cast<E>(i);
    const std::string_view name = NameOf(value);
    EXPECT_FALSE(name.empty());
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_EQ(parse(name), value) << name;
    EXPECT_EQ(parse(std::string(name) + " "), std::nullopt) << name;
  }
  EXPECT_EQ(parse(""), std::nullopt);
  EXPECT_EQ(parse("no such word"), std::nullopt);
}

TEST(ClosedLists, NamesLeadBackToTheirValues) {
  ExpectNamesLeadBack<Reach>(kReachCount, ParseReach);
  ExpectNamesLeadBack<Access>(kAccessCount, ParseAccess);
  ExpectNamesLeadBack<Attending>(kAttendingCount, ParseAttending);
  ExpectNamesLeadBack<Status>(kStatusCount, ParseStatus);
  ExpectNamesLeadBack<Accessibility>(kAccessibilityCount, ParseAccessibility);
  ExpectNamesLeadBack<Weekday>(kWeekdayCount, ParseWeekday);
}

// The API speaks these words: a change here is a change of contract.
TEST(ClosedLists, HaveTheSpellingsOfTheApi) {
  EXPECT_EQ(NameOf(Reach::kVisits), "visits");
  EXPECT_EQ(NameOf(Access::kDropIn), "drop-in");
  EXPECT_EQ(NameOf(Attending::kHomeVisit), "home visit");
  EXPECT_EQ(NameOf(Status::kTemporarilyClosed), "temporarily closed");
  EXPECT_EQ(NameOf(Accessibility::kDisabledParking), "disabled_parking");
  EXPECT_EQ(NameOf(Accessibility::kCd), "cd");
  EXPECT_EQ(NameOf(Weekday::kSunday), "SU");
}

}  // namespace
}  // namespace waypost
