// Facet counts: answers worked out by hand from QUERY.md, "Facets".

#include <gtest/gtest.h>

#include "tests/oracle/asking.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

using query::Facet;
using query::Query;
using testing::AddLocation;
using testing::AddTerm;
using testing::DayOf2026;
using testing::Point;
using testing::Service;
using testing::ServiceAt;

using Services = std::vector<record::Service>;

TEST(ScanFacets, ServiceTypesRollUp) {
  record::Service narrow = Service("narrow");
  AddTerm(narrow, "esdServiceTypes", "111");
  record::Service wide = Service("wide");
  AddTerm(wide, "esdServiceTypes", "1");
  const Services services = {narrow, wide, Service("untagged")};
  EXPECT_EQ(AskFacet(services, {}, Facet::kServiceType),
            "esdServiceType:1:2 esdServiceType:11:1 esdServiceType:111:1 | 1");
  // Its own filter does not count.
  EXPECT_EQ(AskFacet(services, {.service_types = {"esdServiceType:2"}}, Facet::kServiceType),
            "esdServiceType:1:2 esdServiceType:11:1 esdServiceType:111:1 | 1");
  EXPECT_EQ(AskFacet(services, {.facet_limit = 1}, Facet::kServiceType), "esdServiceType:1:2 | 1");
  // Need 5 is served by 11: "wide" has only an ancestor of it.
  EXPECT_EQ(AskFacet(services, {}, Facet::kNeed), "esdNeed:5:1 | 2");
}

TEST(ScanFacets, OtherFiltersCountAtTheSameDocument) {
  record::Service service = Service("x");
  AddLocation(service, "near", Point(51.5, -2.5));
  AddLocation(service, "far", Point(51.9, -2.5)).location.accessibility = {
      {Accessibility::kRamp, Fact::kYes, "", ""}};
  const Query near{.near = NearPoint(51.5, -2.5), .within = WithinMetres(1000)};
  EXPECT_EQ(AskFacet({service}, near, Facet::kAccessibility), "| 1");
  EXPECT_EQ(AskFacet({service}, {}, Facet::kAccessibility), "ramp:1 | 1");
}

TEST(ScanFacets, DaysAndTimesOfDay) {
  record::Service night = Service("night");
  night.schedules = {testing::WeeklyRow({Weekday::kMonday}, 22 * 60, 2 * 60)};
  record::Service day = Service("day");
  day.schedules = {testing::WeeklyRow({Weekday::kMonday}, 11 * 60, 12 * 60)};
  record::Service timeless = Service("timeless");
  timeless.schedules = {testing::WeeklyRow({Weekday::kMonday}, -1, -1)};
  const Services services = {night, day, timeless, Service("silent")};
  EXPECT_EQ(AskFacet(services, {}, Facet::kDay), "MO:3 TU:1 | 1");
  EXPECT_EQ(AskFacet(services, {.from = MinuteOfDay(660)}, Facet::kDay), "MO:2 | 2");
  EXPECT_EQ(AskFacet(services, {}, Facet::kTimeOfDay), "evening:1 morning:1 night:1 | 2");
  EXPECT_EQ(AskFacet(services, {.days = {Weekday::kMonday}}, Facet::kTimeOfDay),
            "evening:1 morning:1 | 2");
  EXPECT_EQ(AskFacet(services, {.days = {Weekday::kTuesday}}, Facet::kTimeOfDay), "night:1 | 1");
}

TEST(ScanFacets, CostAccessReachLanguage) {
  record::Service one = Service("one");
  one.fees = "free";
  one.access = {Access::kDropIn, Access::kReferral};
  one.attending = {Attending::kPhone};
  one.languages = {{"pl", ""}, {"pl", "Polish"}, {"", "Romany"}};
  record::Service two = Service("two");
  two.cost_options.emplace_back();
  two.cost_options[0].amount = 3;
  const Services services = {one, two, Service("three")};
  EXPECT_EQ(AskFacet(services, {}, Facet::kCost), "free:1 paid:1 | 1");
  EXPECT_EQ(AskFacet(services, {.free = true}, Facet::kCost), "free:1 paid:1 | 1");
  EXPECT_EQ(AskFacet(services, {}, Facet::kAccess), "drop-in:1 referral:1 | 2");
  EXPECT_EQ(AskFacet(services, {}, Facet::kReach), "remote:1 | 2");
  EXPECT_EQ(AskFacet(services, {}, Facet::kLanguage), "pl:1 romany:1 | 2");
}

TEST(ScanFacets, AgesOrganisationsSourcesAuthoritiesAndChecks) {
  record::Service child = ServiceAt("child", 51.5, -2.5);
  child.ages = {{4, 5}};
  child.organisation.emplace();
  child.organisation->public_id = "org";
  child.assured_date = DayOf2026(8, 21);  // three months ago to the day
  record::Service adult = ServiceAt("adult", 51.5, -1.5);
  adult.source = "beta";
  adult.ages = {{18, std::nullopt}};
  adult.assured_date = DayOf2026(8, 20);
  const Services services = {child, adult, Service("silent")};
  EXPECT_EQ(AskFacet(services, {}, Facet::kAgeBand), "0-4:1 18-25:1 26-64:1 5-11:1 65-120:1 | 1");
  EXPECT_EQ(AskFacet(services, {}, Facet::kOrganization), "org:1 | 0");
  EXPECT_EQ(AskFacet(services, {}, Facet::kSource), "alpha:2 beta:1 | 0");
  EXPECT_EQ(AskFacet(services, {}, Facet::kAuthority), "E06000001:1 E06000002:1 | 1");
  EXPECT_EQ(AskFacet(services, {}, Facet::kChecked), "12m:2 6m:2 3m:1 | 1");
}

TEST(ScanFacets, UnknownDropRefusesForFacetsToo) {
  record::Service known = Service("known");
  known.access = {Access::kDropIn};
  known.languages = {{"pl", ""}};
  record::Service silent = Service("silent");
  silent.languages = {{"pl", ""}};
  const Query query{.access = {Access::kDropIn}, .unknown = query::UnknownMode::kDrop};
  EXPECT_EQ(AskFacet({known, silent}, query, Facet::kLanguage), "pl:1 | 0");
  EXPECT_EQ(AskFacet({known, silent}, query, Facet::kAccess), "drop-in:1 | 1");
}

}  // namespace
}  // namespace waypost::oracle
