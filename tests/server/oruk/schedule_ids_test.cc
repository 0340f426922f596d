// A row of a schedule has one id, whichever dialect shows it.

#include <gtest/gtest.h>

#include <set>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using Ids = std::set<std::string>;

void AddIds(const Value& holder, const char* list, Ids& ids) {
  if (!holder.HasMember(list)) return;
  for (const Value& row : holder[list].GetArray()) ids.insert(row["id"].GetString());
}

TEST(ScheduleIdsTest, AreTheSameInBothDialects) {
  record::Service service = StatedService();
  service.schedules.push_back(testing::WeeklyRow({Weekday::kMonday}, 600, 720));
  service.schedules.push_back(testing::WeeklyRow({Weekday::kTuesday}, 600, 720));
  service.schedules.back().id = "own";
  service.locations.front().schedules.push_back(testing::WeeklyRow({Weekday::kFriday}, 600, 720));
  const Asking asking({service});
  const Document list = asking.Json("/oruk/v3/services");
  const std::string id = list["contents"][0]["id"].GetString();
  const Document v1 = asking.Json("/oruk/v1/services/" + id);
  Ids of_v1;
  AddIds(v1, "regular_schedules", of_v1);
  AddIds(v1, "holiday_schedules", of_v1);
  for (const Value& at : v1["service_at_locations"].GetArray()) {
    AddIds(at, "regular_schedule", of_v1);
    AddIds(at, "holiday_schedules", of_v1);
  }
  Ids of_v3;
  AddIds(asking.Json("/oruk/v3/services/" + id), "schedules", of_v3);
  EXPECT_GE(of_v3.size(), 3U);
  EXPECT_EQ(of_v3, of_v1);
}

}  // namespace
}  // namespace waypost::server
