// A bank holiday of Scotland put sessions in doubt of a service for people in England, because its
// postcode was known but not its authority.

#include <gtest/gtest.h>

#include "engine/query/search.h"
#include "tests/support/memory_index.h"
#include "tests/support/small_directory.h"

namespace waypost::query {
namespace {

using testing::DayOf2026;

// A Monday.
const Date kHoliday = DayOf2026(11, 30);

// Open on Mondays, at a point outside all outlines.
record::Service OnMondays(const std::string& postcode, const std::string& area) {
  record::Service service = testing::ServiceAt("x", 55, -2.5);
  service.locations[0].location.address.postcode = postcode;
  if (!area.empty()) service.areas = {{.name = area}};
  service.schedules = {testing::WeeklyRow({Weekday::kMonday}, 600, 720)};
  return service;
}

bool IsInDoubt(const record::Service& service) {
  record::Directory directory = testing::SmallDirectory({service});
  directory.gazetteer.bank_holidays = {{"scotland", kHoliday, "St Andrew's Day"}};
  // Of one postcode more nobody knows the authority, nor of its sector.
  directory.gazetteer.sectors.push_back({"ZE1 1", testing::Point(55, -2.5), {}, 1});
  const auto index = IndexOf(std::move(directory));
  EXPECT_TRUE(index.ok()) << index.status();
  const auto result = Search(**index, {.on = kHoliday}, {DayOf2026(11, 21), MinuteOfDay(720)});
  EXPECT_TRUE(result.ok()) << result.status();
  EXPECT_EQ(result->total, 1U);
  return result->total_certain == 0;
}

TEST(HolidayDivisions, OfItsAreasWhereThePostcodeTellsNothing) {
  EXPECT_FALSE(IsInDoubt(OnMondays("ZE1 1AA", "West")));
  EXPECT_TRUE(IsInDoubt(OnMondays("ZE1 1AA", "")));
  EXPECT_TRUE(IsInDoubt(OnMondays("ZE1 1AA", "UK")));
}

TEST(HolidayDivisions, OfItsSectorWhereThePostcodeHasNoAuthority) {
  EXPECT_FALSE(IsInDoubt(OnMondays("WE1 1AB", "")));
  EXPECT_FALSE(IsInDoubt(OnMondays("WE1 1QQ", "")));
}

TEST(HolidayDivisions, AllWhereNothingTellsTheNation) { EXPECT_TRUE(IsInDoubt(OnMondays("", ""))); }

}  // namespace
}  // namespace waypost::query
